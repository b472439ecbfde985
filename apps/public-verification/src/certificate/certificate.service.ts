import { createHash } from 'node:crypto';
import type { DifferingFact, MissReason, Verdict } from '@app/credential';
import { chinaDate, type Clock } from '@app/kernel';
import { BrokerLink, CLOCK, currentRequest, gather, PersonalDataVault } from '@app/platform';
import type { OtherSchemeFailure } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { maskCertificateNumber, type StatusChange } from './certificate.js';
import { latestRecordedAt, type FoundCertificate } from './certificate.repository.js';
import {
  candidatesByDocument,
  candidatesByNumber,
  candidatesByToken,
  issuingSites,
  type Candidate,
  type CandidateQuery,
} from './candidate.repository.js';
import { asOf, compare, type AskedFacts } from './comparison.js';
import { readDay, readInquiry, type Inquiry, type InquiryInput } from './inquiry.js';
import { keepBriefly } from './keep-briefly.js';
import { missReasons, verdictOf, type IssuingSite } from './verdict.js';

const AGE_KEPT_MS = 1_000;
/** Who filed within the last second may not be named yet. Kept for all alike: a look-up for misses alone would tell them by its time. */
const SITES_KEPT_MS = 1_000;
/** Inquiries that are looked up with one statement of each kind. */
const INQUIRIES_AT_ONCE = 500;
/** Requests that wait for one statement. */
const STRANGERS_AT_ONCE = 200;

/** Of when an answer is, and whether newer facts can arrive. */
export interface AnswerAge {
  checkedAt: Date;
  dataAsOf: Date | null;
  source: 'live' | 'stale';
}

export interface Answer extends AnswerAge {
  verdict: Verdict;
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
  private readonly sites: () => Promise<ReadonlyMap<string, IssuingSite>>;
  private readonly answerStranger: (inquiry: Inquiry) => Promise<Answer>;
  private readonly candidateOf: (tokenSha256: string) => Promise<Candidate | undefined>;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(BrokerLink) private readonly broker: BrokerLink,
  ) {
    const tx = dataSource.manager;
    this.dataAsOf = keepBriefly(AGE_KEPT_MS, () => latestRecordedAt(tx));
    this.sites = keepBriefly(SITES_KEPT_MS, () => issuingSites(tx));
    // Whether there is such a certificate or not, it waits for the same answer as the others of its round.
    this.answerStranger = gather(STRANGERS_AT_ONCE, (inquiries) =>
      this.answerMany(inquiries, { mayKnowMismatch: false }),
    );
    this.candidateOf = gather(STRANGERS_AT_ONCE, (tokensSha256) => candidatesByToken(tx, tokensSha256));
  }

  /** Told in the transaction of the change: what follows from it is kept with it, or neither is. */
  onStatusChange(follow: StatusFollower): void {
    this.followers.push(follow);
  }

  async tellFollowers(tx: EntityManager, change: StatusChange, recordedAt: Date): Promise<void> {
    for (const follow of this.followers) await follow(tx, change, recordedAt);
  }

  /**
   * Indexes are made and the same statements are run whether or not the number exists.
   * @throws DomainError `certificate/two-facts`, `certificate/number`, `certificate/day`
   */
  async verify(input: InquiryInput, at?: string): Promise<Answer> {
    const inquiry = readInquiry(input, chinaDate(this.clock.now()));
    return at === undefined ? this.answerStranger(inquiry) : this.answerFor(inquiry, { mayKnowMismatch: false, at });
  }

  /** What the QR code asks. The number is masked: whoever holds the paper can read it there. */
  verifyToken(token: string, at?: string): Promise<Answer> {
    return this.verifyTokenDigest(createHash('sha256').update(token).digest('hex'), at);
  }

  /**
   * @param tokenSha256 lower-case hex
   * @throws DomainError `certificate/day`
   */
  async verifyTokenDigest(tokenSha256: string, typedDay?: string): Promise<Answer> {
    const at = typedDay === undefined ? null : readDay(typedDay, chinaDate(this.clock.now()));
    const known = await this.candidateOf(tokenSha256);
    const then = known && at !== null ? asOf(known, at) : known;
    const nothing = { ...(await this.nothing()), at };
    if (!then) return { ...nothing, verdict: 'NOT_FOUND', reasons: missReasons('token', null, at) };
    const certificateNumber = maskCertificateNumber(then.certificateNumber);
    return { ...nothing, verdict: verdictOf([then]), certificates: [{ ...then, certificateNumber }] };
  }

  /** Of an answer that is given now. */
  async age(): Promise<AnswerAge> {
    return {
      checkedAt: this.clock.now(),
      dataAsOf: await this.dataAsOf(),
      source: this.broker.connected ? 'live' : 'stale',
    };
  }

  private async nothing(): Promise<Omit<Answer, 'verdict'>> {
    return {
      ...(await this.age()),
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
   * Answers in the order of the inquiries, in two statements for 500 of them.
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
    const sites = await this.sites();
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
}
