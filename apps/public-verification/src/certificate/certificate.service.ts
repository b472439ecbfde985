import { createHash } from 'node:crypto';
import type { DifferingFact, MissReason, Verdict } from '@app/credential';
import { chinaDate, type Clock } from '@app/kernel';
import { BrokerLink, CLOCK, currentRequest, PersonalDataVault } from '@app/platform';
import type { OtherSchemeFailure } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { maskCertificateNumber, type StatusChange } from './certificate.js';
import {
  findByNumber,
  findByPerson,
  findByToken,
  latestRecordedAt,
  type FoundCertificate,
} from './certificate.repository.js';
import {
  candidateByToken,
  candidatesByDocument,
  candidatesByNumber,
  issuingSites,
  type CandidateQuery,
} from './candidate.repository.js';
import { asOf, compare, type AskedFacts } from './comparison.js';
import { readDay, readInquiry, type Inquiry, type InquiryInput } from './inquiry.js';
import { keepBriefly } from './keep-briefly.js';
import { missReasons, verdictOf, type AskedBy, type IssuingSite } from './verdict.js';

const AGE_KEPT_MS = 1_000;
/** Inquiries that are looked up with one statement of each kind. */
const INQUIRIES_AT_ONCE = 500;

export interface Answer {
  verdict: Verdict;
  checkedAt: Date;
  dataAsOf: Date | null;
  source: 'live' | 'stale';
  certificates: FoundCertificate[];
  reasons: MissReason[];
  site: IssuingSite | null;
  otherScheme: OtherSchemeFailure | null;
  /** With MISMATCH only. */
  differing: DifferingFact[];
  /** Blind index of the holder's document, for whoever keeps the answer; never shown. */
  documentIndex: string | null;
  /** The day as of which it is true; null for now. */
  at: string | null;
}

export type StatusFollower = (tx: EntityManager, change: StatusChange, recordedAt: Date) => Promise<void>;

export interface AskingOptions {
  /** For organisations that are signed in: says which fact differs instead of "not found". */
  mayKnowMismatch: boolean;
  /** YYYY-MM-DD, not later than today: the answer as of the end of that day. */
  at?: string | undefined;
}

type Sought = CandidateQuery & AskedFacts & { by: 'number' | 'person' };

@Injectable()
export class CertificateService {
  private readonly followers: StatusFollower[] = [];
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

  /** Told in the transaction of the change: what follows from it is kept with it, or neither is. */
  onStatusChange(follow: StatusFollower): void {
    this.followers.push(follow);
  }

  async tellFollowers(tx: EntityManager, change: StatusChange, recordedAt: Date): Promise<void> {
    for (const follow of this.followers) await follow(tx, change, recordedAt);
  }

  /**
   * Indexes are made and one query is run whether or not the number exists; the site is looked up after any miss.
   * @throws DomainError `certificate/two-facts`, `certificate/number`
   */
  async verify(input: InquiryInput, at?: string): Promise<Answer> {
    const tx = this.dataSource.manager;
    const inquiry = readInquiry(input, chinaDate(this.clock.now()));
    if (at !== undefined) return this.answerFor(inquiry, { mayKnowMismatch: false, at });
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
          : this.notFound('number', (await issuingSites(tx, [inquiry.siteCode])).get(inquiry.siteCode) ?? null);
      }
      case 'other-scheme':
        return { ...(await this.nothing()), verdict: 'OTHER_SCHEME', otherScheme: inquiry.scheme };
    }
  }

  /** What the QR code asks. The number is masked: whoever holds the paper can read it there. */
  async verifyToken(token: string, at?: string): Promise<Answer> {
    const tokenSha256 = createHash('sha256').update(token).digest('hex');
    if (at !== undefined) return this.tokenAsOf(tokenSha256, readDay(at, chinaDate(this.clock.now())));
    return this.verifyTokenDigest(tokenSha256);
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
      differing: [],
      documentIndex: null,
      at: null,
    };
  }

  /**
   * As an organisation asks that is signed in.
   * @throws DomainError `certificate/two-facts`, `certificate/number`, `certificate/level`, `certificate/day`
   */
  async inquire(input: InquiryInput & { purpose: string }, at?: string): Promise<Answer> {
    const request = currentRequest.getStore();
    if (request) request.object = `purpose/${input.purpose}`;
    const inquiry = readInquiry(input, chinaDate(this.clock.now()));
    return this.answerFor(inquiry, { mayKnowMismatch: true, at });
  }

  /** One of `answerMany`. */
  async answerFor(inquiry: Inquiry, options: AskingOptions): Promise<Answer> {
    const [answer] = await this.answerMany([inquiry], options);
    if (!answer) throw new Error('an inquiry without an answer');
    return answer;
  }

  /**
   * Answers in the order of the inquiries, in two statements for 500 of them and one for the sites of the misses.
   * @throws DomainError `certificate/day`
   */
  async answerMany(inquiries: readonly Inquiry[], options: AskingOptions): Promise<Answer[]> {
    const at = options.at === undefined ? null : readDay(options.at, chinaDate(this.clock.now()));
    const answers: Answer[] = [];
    for (let start = 0; start < inquiries.length; start += INQUIRIES_AT_ONCE) {
      const block = inquiries.slice(start, start + INQUIRIES_AT_ONCE);
      answers.push(...(await this.answerBlock(block, options.mayKnowMismatch, at)));
    }
    return answers;
  }

  private async answerBlock(block: readonly Inquiry[], mayKnowMismatch: boolean, at: string | null): Promise<Answer[]> {
    const tx = this.dataSource.manager;
    const sought = block.flatMap((inquiry, key) =>
      inquiry.by === 'other-scheme' ? [] : [this.soughtOf(inquiry, key)],
    );
    const facts = new Map(sought.map((each) => [each.key, each]));
    const by = (kind: Inquiry['by']) => sought.filter((each) => each.by === kind);
    const byNumber = await candidatesByNumber(tx, by('number'), !mayKnowMismatch);
    const byDocument = await candidatesByDocument(tx, by('person'), !mayKnowMismatch);
    const siteCodes = block.flatMap((inquiry) => (inquiry.by === 'number' ? [inquiry.siteCode] : []));
    const sites = await issuingSites(tx, siteCodes);
    const nothing = { ...(await this.nothing()), at };
    return block.map((inquiry, key): Answer => {
      const asked = facts.get(key);
      if (inquiry.by === 'other-scheme') return { ...nothing, verdict: 'OTHER_SCHEME', otherScheme: inquiry.scheme };
      if (!asked) throw new Error('an inquiry that was not looked up');
      const one = inquiry.by === 'number';
      const known = (one ? byNumber : byDocument).get(key) ?? [];
      const compared = compare(asked, known, { one, mayKnowMismatch, at });
      const documentIndex = compared.certificates[0]?.documentIndex ?? known[0]?.documentIndex ?? null;
      if (compared.verdict !== 'NOT_FOUND') return { ...nothing, ...compared, documentIndex };
      const site = inquiry.by === 'number' ? (sites.get(inquiry.siteCode) ?? null) : null;
      return { ...nothing, ...compared, site, reasons: missReasons(inquiry.by, site, at) };
    });
  }

  private soughtOf(inquiry: Exclude<Inquiry, { by: 'other-scheme' }>, key: number): Sought {
    const { by, name, documentNumber, levelDigit = null } = inquiry;
    const nameIndex = name === null ? null : this.vault.index('name', name);
    const documentIndex = documentNumber === null ? null : this.vault.index('document', documentNumber);
    const sought = inquiry.by === 'number' ? inquiry.number : (documentIndex ?? '');
    return { key, by, sought, nameIndex, documentIndex, levelDigit };
  }

  private async tokenAsOf(tokenSha256: string, at: string): Promise<Answer> {
    const candidate = await candidateByToken(this.dataSource.manager, tokenSha256);
    const then = candidate && asOf(candidate, at);
    if (!then) return { ...(await this.notFound('token', null)), reasons: missReasons('token', null, at), at };
    const certificateNumber = maskCertificateNumber(then.certificateNumber);
    return { ...(await this.found([{ ...then, certificateNumber }])), at };
  }
}
