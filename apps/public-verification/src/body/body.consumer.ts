import { FilingFiledSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { BodyService } from './body.service.js';

@Controller()
export class BodyConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(BodyService) private readonly bodies: BodyService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(FilingFiledSchema))
  async filed(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, FilingFiledSchema, (tx, data) =>
      this.bodies.applyFilingFiled(tx, data, new Date(envelope.occurredAt)),
    );
  }
}
