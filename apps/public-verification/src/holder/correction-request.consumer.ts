import { CorrectionRequestDecidedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CorrectionRequestService } from './correction-request.service.js';

@Controller()
export class CorrectionRequestConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(CorrectionRequestService) private readonly requests: CorrectionRequestService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(CorrectionRequestDecidedSchema))
  async decided(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, CorrectionRequestDecidedSchema, (tx, data) =>
      this.requests.applyDecided(tx, data.requestId, data),
    );
  }
}
