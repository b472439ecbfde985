import { ResultRollAuditedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { ReportService } from './report.service.js';

@Controller()
export class ReportConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(ReportService) private readonly reports: ReportService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(ResultRollAuditedSchema))
  async audited(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, ResultRollAuditedSchema, (tx, data) => this.reports.applyAudited(tx, data));
  }
}
