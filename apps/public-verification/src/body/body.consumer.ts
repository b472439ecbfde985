import { FilingFiledSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { takeFilingFiled } from './body.intake.js';

@Controller()
export class BodyConsumer {
  constructor(@Inject(Inbox) private readonly inbox: Inbox) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(FilingFiledSchema))
  async filed(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, FilingFiledSchema, (tx, data) =>
      takeFilingFiled(tx, data, new Date(envelope.occurredAt)),
    );
  }
}
