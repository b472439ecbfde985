import {
  CertificateBatchIssuedSchema,
  CertificateIssuedSchema,
  CertificateStatusChangedSchema,
  subjectOf,
} from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { takeBatchIssued, takeIssued, takeStatusChanged } from './certificate.intake.js';

@Controller()
export class CertificateConsumer {
  constructor(@Inject(Inbox) private readonly inbox: Inbox) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(CertificateIssuedSchema))
  async issued(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, CertificateIssuedSchema, (tx, data) =>
      takeIssued(tx, data, new Date(envelope.occurredAt)),
    );
  }

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(CertificateBatchIssuedSchema))
  async batchIssued(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, CertificateBatchIssuedSchema, (tx, data) =>
      takeBatchIssued(tx, data, new Date(envelope.occurredAt)),
    );
  }

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(CertificateStatusChangedSchema))
  async statusChanged(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, CertificateStatusChangedSchema, (tx, data) =>
      takeStatusChanged(tx, data, new Date(envelope.occurredAt)),
    );
  }
}
