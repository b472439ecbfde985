import {
  CertificateBatchIssuedSchema,
  CertificateIssuedSchema,
  CertificateStatusChangedSchema,
  subjectOf,
} from '@app/contracts';
import { Inbox, type EventEnvelope } from '@app/messaging';
import { Controller, Inject } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { CertificateService } from './certificate.service.js';

@Controller()
export class CertificateConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(CertificateService) private readonly certificates: CertificateService,
  ) {}

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(CertificateIssuedSchema))
  async issued(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, CertificateIssuedSchema, (tx, data) =>
      this.certificates.applyCertificateIssued(tx, data, new Date(envelope.occurredAt)),
    );
  }

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(CertificateBatchIssuedSchema))
  async batchIssued(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, CertificateBatchIssuedSchema, (tx, data) =>
      this.certificates.applyCertificateBatchIssued(tx, data, new Date(envelope.occurredAt)),
    );
  }

  @EventPattern<Record<string, EventEnvelope>>(subjectOf(CertificateStatusChangedSchema))
  async statusChanged(@Payload() envelope: EventEnvelope): Promise<void> {
    await this.inbox.once(envelope, CertificateStatusChangedSchema, (tx, data) =>
      this.certificates.applyStatusChanged(tx, data, new Date(envelope.occurredAt)),
    );
  }
}
