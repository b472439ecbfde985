import { ResultRollReportedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ResultRollService } from './result-roll.service.js';

@Controller()
export class ResultRollConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(ResultRollService) private readonly rolls: ResultRollService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(ResultRollReportedSchema))
  async reported(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, ResultRollReportedSchema, (tx, data) =>
      this.rolls.applyResultRollReported(tx, data),
    );
  }
}
