import { PaperSealedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { PlanService } from './plan.service.js';

@Controller()
export class PlanConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(PlanService) private readonly plans: PlanService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(PaperSealedSchema))
  async sealed(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, PaperSealedSchema, (tx, data) => this.plans.applyPaperSealed(tx, data));
  }
}
