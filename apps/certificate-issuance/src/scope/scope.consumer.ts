import { FilingFiledSchema, PlanApprovedSchema, PlanSeatedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ScopeService } from './scope.service.js';

@Controller()
export class ScopeConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(ScopeService) private readonly scopes: ScopeService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(FilingFiledSchema))
  async filed(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, FilingFiledSchema, (tx, data) => this.scopes.applyFilingFiled(tx, data));
  }

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(PlanApprovedSchema))
  async approved(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, PlanApprovedSchema, (tx, data) => this.scopes.applyPlanApproved(tx, data));
  }

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(PlanSeatedSchema))
  async seated(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, PlanSeatedSchema, (tx, data) => this.scopes.applyPlanSeated(tx, data));
  }
}
