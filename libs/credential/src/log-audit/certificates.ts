import type { CertificateBlockEntry, CertificateEntry, CertificateStatusEntry } from '../log-entry.js';
import type { Say } from './audit-rules.js';
import type { Candidacy } from './candidates.js';
import type { Foundation, Foundations } from './foundations.js';
import { TIME_TOLERANCE_MS, type LogTime } from './log-time.js';
import type { SerialNumbers } from './serial-numbers.js';
import type { SigningKeys } from './signing-keys.js';
import { subjectKey, type Sittings } from './sittings.js';

interface Block {
  head: CertificateBlockEntry;
  index: number;
  /** Certificates that have come. */
  come: number;
  /** Checked with its first certificate that replaces none: a later version rests on what its first one rested on. */
  foundation: Foundation | undefined;
}

interface Certificate {
  block: Block;
  candidacy: Candidacy;
  candidate: string;
  ended: { index: number; at: number; replacedBy: string | undefined } | undefined;
}

export interface CertificateMeans {
  say: Say;
  time: LogTime;
  foundations: Foundations;
  sittings: Sittings;
  serials: SerialNumbers;
  keys: SigningKeys;
}

/** Blocks, their certificates and what became of them. */
export class Certificates {
  readonly #known = new Map<string, Certificate>();
  /** Certificates whose predecessor does not name them yet. */
  readonly #unnamed = new Map<string, { index: number; before: string; at: number }>();
  /** Certificates that others say to be replaced by, and that are not there yet. */
  readonly #awaited = new Map<string, { index: number; before: string; at: number }>();
  #open: Block | undefined;

  constructor(private readonly means: CertificateMeans) {}

  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** The head of the block of a certificate. */
  headOf(id: string): CertificateBlockEntry | undefined {
    return this.#known.get(id)?.block.head;
  }

  takeHead(head: CertificateBlockEntry, index: number): void {
    const { sittings, serials, keys } = this.means;
    this.#open = { head, index, come: 0, foundation: undefined };
    serials.takeBlock(head, index);
    keys.takeBlock(head.kid, sittings.organisationOf(head.filing), { index, last: index + head.count });
  }

  /** Anything but a certificate ends the block. */
  endBlock(): void {
    const block = this.#open;
    this.#open = undefined;
    if (!block || block.come === block.head.count) return;
    this.means.say('block-count', block.index, `block ${block.index}`, `${block.come}/${block.head.count}`);
  }

  take(entry: CertificateEntry, index: number): void {
    const { say } = this.means;
    const block = this.#open;
    if (!block || block.come === block.head.count) {
      say('block-count', index, `certificate ${entry.id}`);
      return;
    }
    block.come += 1;
    if (this.#known.has(entry.id)) {
      say('certificate-repeated', index, `certificate ${entry.id}`);
      return;
    }
    const candidacy =
      entry.replaces === undefined
        ? this.#found(block, entry, index)
        : this.#follow(block, entry, entry.replaces, index);
    candidacy.certificate = entry.id;
    this.#known.set(entry.id, { block, candidacy, candidate: entry.candidate, ended: undefined });
    const awaited = this.#awaited.get(entry.id);
    if (!awaited) return;
    this.#awaited.delete(entry.id);
    if (entry.replaces !== awaited.before) say('replaces-other', index, `certificate ${entry.id}`, awaited.before);
  }

  takeStatus({ id, status, replacedBy }: CertificateStatusEntry, index: number): void {
    const { say, time } = this.means;
    const certificate = this.#known.get(id);
    if (!certificate) {
      say('status-unknown', index, `certificate ${id}`, status);
      return;
    }
    if (certificate.ended) {
      say('status-twice', index, `certificate ${id}`, status);
      return;
    }
    certificate.ended = { index, at: time.now, replacedBy };
    if (status !== 'replaced') return;
    if (replacedBy !== undefined && this.#unnamed.get(replacedBy)?.before === id) this.#unnamed.delete(replacedBy);
    else if (replacedBy === undefined || !this.#known.has(replacedBy)) {
      this.#awaited.set(replacedBy ?? id, { index, before: id, at: time.now });
    } else say('replaces-other', index, `certificate ${id}`, replacedBy);
  }

  /** The two leaves of a replacement come with one commit; a checkpoint may fall between them, so young ones are let be. */
  end(): void {
    this.endBlock();
    const { say, time } = this.means;
    const isDue = ({ at }: { at: number }): boolean => time.latest - at > TIME_TOLERANCE_MS;
    for (const [id, waiting] of this.#unnamed) {
      if (isDue(waiting)) say('replaces-not-in-turn', waiting.index, `certificate ${id}`, waiting.before);
    }
    for (const [id, waiting] of this.#awaited) {
      if (isDue(waiting)) say('replacement-missing', waiting.index, `certificate ${waiting.before}`, id);
    }
  }

  #found(block: Block, { id, candidate }: CertificateEntry, index: number): Candidacy {
    const { foundations } = this.means;
    block.foundation ??= foundations.check(block.head, block.index);
    return foundations.checkCandidate(block.foundation, candidate, { id, index });
  }

  #follow(block: Block, entry: CertificateEntry, before: string, index: number): Candidacy {
    const { say, time } = this.means;
    const known = this.#known.get(before);
    if (!known) {
      say('replaces-unknown', index, `certificate ${entry.id}`, before);
      return { ground: '', seatedOn: undefined, rolls: [], certificate: undefined, next: undefined };
    }
    const same = known.candidate === entry.candidate && sameGround(known.block.head, block.head);
    const { issuedOn } = block.head;
    if (!same) say('replaces-other', index, `certificate ${entry.id}`, before);
    if (issuedOn !== known.block.head.issuedOn && !time.isDayOfIssue(issuedOn)) {
      say('back-dated-issue', block.index, `block ${block.index}`, issuedOn);
    }
    if (known.ended?.replacedBy !== entry.id) {
      if (known.ended) say('replaces-not-in-turn', index, `certificate ${entry.id}`, before);
      else this.#unnamed.set(entry.id, { index, before, at: time.now });
    }
    return known.candidacy;
  }
}

const sameGround = (one: CertificateBlockEntry, other: CertificateBlockEntry): boolean =>
  one.basis === other.basis &&
  one.filing === other.filing &&
  one.plan === other.plan &&
  one.roll === other.roll &&
  one.award === other.award &&
  one.site === other.site &&
  subjectKey(one.subject) === subjectKey(other.subject);
