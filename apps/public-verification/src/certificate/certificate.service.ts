import { createHash } from 'node:crypto';
import type { CertificateBatchIssued } from '@app/contracts';
import type { MissReason, Verdict } from '@app/credential';
import { chinaDate, DomainError, type Clock } from '@app/kernel';
import { BrokerLink, CLOCK, PersonalDataVault } from '@app/platform';
import type { OtherSchemeFailure } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  certificateOf,
  maskCertificateNumber,
  statusChangeOf,
  type IssuedFact,
  type StatusFact,
} from './certificate.js';
import {
  findByNumber,
  findByPerson,
  findByToken,
  findIssuingSite,
  changeStatus,
  keepCertificates,
  latestRecordedAt,
  type FoundCertificate,
} from './certificate.repository.js';
import { countEnded, countIssued } from '../statistics/statistics.repository.js';
import { readInquiry, type InquiryInput } from './inquiry.js';
import { keepBriefly } from './keep-briefly.js';
import { missReasons, verdictOf, type AskedBy, type IssuingSite } from './verdict.js';

const AGE_KEPT_MS = 1_000;

export interface Answer {
  verdict: Verdict;
  checkedAt: Date;
  dataAsOf: Date | null;
  source: 'live' | 'stale';
  certificates: FoundCertificate[];
  reasons: MissReason[];
  site: IssuingSite | null;
  otherScheme: OtherSchemeFailure | null;
}

@Injectable()
export class CertificateService {
  private readonly dataAsOf: () => Promise<Date | null>;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(BrokerLink) private readonly broker: BrokerLink,
  ) {
    const tx = dataSource.manager;
    this.dataAsOf = keepBriefly(AGE_KEPT_MS, () => latestRecordedAt(tx));
  }

  /** As certificates were told one by one; kept for a replay of the outbox. */
  async applyCertificateIssued(tx: EntityManager, fact: IssuedFact, recordedAt: Date): Promise<void> {
    await countIssued(tx, await keepCertificates(tx, [certificateOf(fact)], recordedAt));
  }

  async applyCertificateBatchIssued(tx: EntityManager, batch: CertificateBatchIssued, recordedAt: Date): Promise<void> {
    const { agencyName, siteCode, subject, issuedOn, basis, batchId } = batch;
    if (!subject) throw new DomainError('certificate/bad-event', { field: 'subject' });
    const shared = { agencyName, siteCode, subject, issuedOn, basis, batchId };
    const certificates = batch.certificates.map((each) => certificateOf({ ...each, ...shared }));
    await countIssued(tx, await keepCertificates(tx, certificates, recordedAt));
  }

  /** @throws DomainError `certificate/not-arrived`: the event waits and comes again */
  async applyStatusChanged(tx: EntityManager, fact: StatusFact, recordedAt: Date): Promise<void> {
    if (!(await changeStatus(tx, statusChangeOf(fact), recordedAt))) throw new DomainError('certificate/not-arrived');
    await countEnded(tx, fact.certificateId);
  }

  /**
   * Indexes are made and one query is run whether or not the number exists; the site is looked up after any miss.
   * @throws DomainError `certificate/two-facts`, `certificate/number`
   */
  async verify(input: InquiryInput): Promise<Answer> {
    const tx = this.dataSource.manager;
    const inquiry = readInquiry(input, chinaDate(this.clock.now()));
    switch (inquiry.by) {
      case 'person': {
        const nameIndex = this.vault.index('name', inquiry.name);
        const documentIndex = this.vault.index('document', inquiry.documentNumber);
        const found = await findByPerson(tx, { nameIndex, documentIndex });
        return found.length > 0 ? this.found(found) : this.notFound('person', null);
      }
      case 'number': {
        const nameIndex = inquiry.name && this.vault.index('name', inquiry.name);
        const documentIndex = inquiry.documentNumber && this.vault.index('document', inquiry.documentNumber);
        const found = await findByNumber(tx, inquiry.number, { nameIndex, documentIndex });
        return found.length > 0
          ? this.found(found)
          : this.notFound('number', await findIssuingSite(tx, inquiry.siteCode));
      }
      case 'other-scheme':
        return { ...(await this.nothing()), verdict: 'OTHER_SCHEME', otherScheme: inquiry.scheme };
    }
  }

  /** What the QR code asks. The number is masked: whoever holds the paper can read it there. */
  async verifyToken(token: string): Promise<Answer> {
    const tokenSha256 = createHash('sha256').update(token).digest('hex');
    const found = await findByToken(this.dataSource.manager, tokenSha256);
    if (found.length === 0) return this.notFound('token', null);
    return this.found(
      found.map((certificate) => ({
        ...certificate,
        certificateNumber: maskCertificateNumber(certificate.certificateNumber),
      })),
    );
  }

  private async found(certificates: FoundCertificate[]): Promise<Answer> {
    return { ...(await this.nothing()), verdict: verdictOf(certificates), certificates };
  }

  private async notFound(by: AskedBy, site: IssuingSite | null): Promise<Answer> {
    return { ...(await this.nothing()), verdict: 'NOT_FOUND', reasons: missReasons(by, site), site };
  }

  private async nothing(): Promise<Omit<Answer, 'verdict'>> {
    return {
      checkedAt: this.clock.now(),
      dataAsOf: await this.dataAsOf(),
      source: this.broker.connected ? 'live' : 'stale',
      certificates: [],
      reasons: [],
      site: null,
      otherScheme: null,
    };
  }
}
