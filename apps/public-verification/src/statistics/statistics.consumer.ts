import { AppointmentRecordedSchema, LogDayClosedSchema, subjectOf } from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { StatisticsService } from './statistics.service.js';

@Controller()
export class StatisticsConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(StatisticsService) private readonly statistics: StatisticsService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(LogDayClosedSchema))
  async dayClosed(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, LogDayClosedSchema, (tx, data) =>
      this.statistics.applyDayClosed(tx, data, new Date(envelope.occurredAt)),
    );
  }

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(AppointmentRecordedSchema))
  async appointmentRecorded(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, AppointmentRecordedSchema, (tx, data) =>
      this.statistics.applyAppointmentRecorded(tx, data),
    );
  }
}
