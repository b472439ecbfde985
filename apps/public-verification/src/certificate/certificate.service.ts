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
  type StatusChange,
  type StatusFact,
} from './certificate.js';
import {
  countByLevel,
  findByNumber,
  findByPerson,
  findByToken,
  findIssuingSite,
  changeStatus,
  keepCertificates,
  latestRecordedAt,
  type FoundCertificate,
} from './certificate.repository.js';
import { readInquiry, type Inquiry, type InquiryInput } from './inquiry.js';
import { keepBriefly } from './keep-briefly.js';
import { asOf, byPlace } from './many.js';
import { findIssuingSites, findManyByNumber, findManyByPerson, type ManyFound } from './many.repository.js';
import { publicStatistics, type Statistics } from './statistics.js';
import { missReasons, verdictOf, type AskedBy, type IssuingSite } from './verdict.js';

const STATISTICS_KEPT_MS = 5_000;
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
  /** Facts that are not the certificate's; with MISMATCH only, which only those who may know of it get. */
  mismatched: ('name' | 'document')[];
  /** Blind index of the holder's document, for whoever keeps the answer; never shown. */
  documentIndex: string | null;
}

export type StatusFollower = (tx: EntityManager, change: StatusChange, recordedAt: Date) => Promise<void>;

@Injectable()
export class CertificateService {
  /** Counted at most once in five seconds. */
  readonly statistics: () => Promise<Statistics>;
  private readonly followers: StatusFollower[] = [];
  private readonly dataAsOf: () => Promise<Date | null>;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(BrokerLink) private readonly broker: BrokerLink,
  ) {
    const tx = dataSource.manager;
    this.statistics = keepBriefly(STATISTICS_KEPT_MS, async () => publicStatistics(await countByLevel(tx)));
    this.dataAsOf = keepBriefly(AGE_KEPT_MS, () => latestRecordedAt(tx));
  }

  /** Told in the transaction of the change: what follows from it is kept with it, or neither is. */
  onStatusChange(follow: StatusFollower): void {
    this.followers.push(follow);
  }

  /** As certificates were told one by one; kept for a replay of the outbox. */
  async applyCertificateIssued(tx: EntityManager, fact: IssuedFact, recordedAt: Date): Promise<void> {
    await keepCertificates(tx, [certificateOf(fact)], recordedAt);
  }

  async applyCertificateBatchIssued(tx: EntityManager, batch: CertificateBatchIssued, recordedAt: Date): Promise<void> {
    const { agencyName, siteCode, subject, issuedOn, basis, batchId } = batch;
    if (!subject) throw new DomainError('certificate/bad-event', { field: 'subject' });
    const shared = { agencyName, siteCode, subject, issuedOn, basis, batchId };
    await keepCertificates(
      tx,
      batch.certificates.map((each) => certificateOf({ ...each, ...shared })),
      recordedAt,
    );
  }

  /** @throws DomainError `certificate/not-arrived`: the event waits and comes again */
  async applyStatusChanged(tx: EntityManager, fact: StatusFact, recordedAt: Date): Promise<void> {
    const change = statusChangeOf(fact);
    if (!(await changeStatus(tx, change, recordedAt))) throw new DomainError('certificate/not-arrived');
    for (const follow of this.followers) await follow(tx, change, recordedAt);
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
    return this.verifyTokenDigest(createHash('sha256').update(token).digest('hex'));
  }

  /** @param tokenSha256 lower-case hex */
  async verifyTokenDigest(tokenSha256: string): Promise<Answer> {
    const found = await findByToken(this.dataSource.manager, tokenSha256);
    if (found.length === 0) return this.notFound('token', null);
    return this.found(
      found.map((certificate) => ({
        ...certificate,
        certificateNumber: maskCertificateNumber(certificate.certificateNumber),
      })),
    );
  }

  /** Answers in the order of the inquiries, by three statements however many they are. */
  async answerMany(
    inquiries: readonly Inquiry[],
    { mayKnowMismatch, at: day }: { mayKnowMismatch: boolean; at?: string },
  ): Promise<Answer[]> {
    const tx = this.dataSource.manager;
    const index = (purpose: 'name' | 'document', value: string | null) => value && this.vault.index(purpose, value);
    const numbers = inquiries.flatMap((each, at) =>
      each.by === 'number'
        ? [{ ...each, at, nameIndex: index('name', each.name), documentIndex: index('document', each.documentNumber) }]
        : [],
    );
    const persons = inquiries.flatMap((each, at) =>
      each.by === 'person'
        ? [
            {
              at,
              nameIndex: index('name', each.name) ?? '',
              documentIndex: index('document', each.documentNumber) ?? '',
            },
          ]
        : [],
    );
    const [byNumber, byPerson, sites, nothing] = await Promise.all([
      findManyByNumber(tx, numbers),
      findManyByPerson(tx, persons),
      findIssuingSites(
        tx,
        numbers.map(({ siteCode }) => siteCode),
      ),
      this.nothing(),
    ]);
    const found = byPlace([...byNumber, ...byPerson]);
    return inquiries.map((inquiry, at) => {
      if (inquiry.by === 'other-scheme')
        return { ...nothing, verdict: 'OTHER_SCHEME', otherScheme: inquiry.scheme } satisfies Answer;
      const site = inquiry.by === 'number' ? (sites.get(inquiry.siteCode) ?? null) : null;
      const known = manyOf(asOf(found.get(at) ?? [], day), mayKnowMismatch);
      return known
        ? { ...nothing, ...known, site: known.verdict === 'MISMATCH' ? site : null }
        : { ...nothing, verdict: 'NOT_FOUND', reasons: missReasons(inquiry.by, site), site };
    });
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
      mismatched: [],
      documentIndex: null,
    };
  }
}

/** What fits, else which facts do not; nothing for who may not know that there is such a certificate. */
function manyOf(
  found: readonly ManyFound[],
  mayKnowMismatch: boolean,
): Pick<Answer, 'verdict' | 'certificates' | 'mismatched' | 'documentIndex'> | undefined {
  const fitting = found.filter(({ nameFits, documentFits }) => nameFits && documentFits);
  const [first] = fitting.length > 0 ? fitting : found;
  if (!first) return undefined;
  const { documentIndex } = first;
  if (fitting.length > 0) return { verdict: verdictOf(fitting), certificates: fitting, mismatched: [], documentIndex };
  if (!mayKnowMismatch) return undefined;
  const mismatched: Answer['mismatched'] = [];
  if (!first.nameFits) mismatched.push('name');
  if (!first.documentFits) mismatched.push('document');
  return { verdict: 'MISMATCH', certificates: [], mismatched, documentIndex };
}
