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
import { takeBatchIssued, takeIssued, takeStatusChanged } from './certificate.intake.js';

@Controller()
export class CertificateConsumer {
  constructor(
    @Inject(Inbox) private readonly inbox: Inbox,
    @Inject(CertificateService) private readonly certificates: CertificateService,
  ) {}

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
    const recordedAt = new Date(envelope.occurredAt);
    await this.inbox.once(envelope, CertificateStatusChangedSchema, async (tx, data) => {
      const change = await takeStatusChanged(tx, data, recordedAt);
      await this.certificates.tellFollowers(tx, change, recordedAt);
    });
  }
}
