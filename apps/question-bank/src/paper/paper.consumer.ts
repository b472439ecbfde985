import { PlanApprovedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { PaperService } from './paper.service.js';

@Controller()
export class PaperConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(PaperService) private readonly papers: PaperService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(PlanApprovedSchema))
  async planApproved(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, PlanApprovedSchema, (tx, data) => this.papers.applyPlanApproved(tx, data));
  }
}
