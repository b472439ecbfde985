import type { CertificateBlockEntry, LogEntry } from '../log-entry.js';

/** What can be counted of a certificate. A correction is no new one: its certificate is counted once, as issued. */
export const FACT_KINDS = ['issued', 'revoked', 'cancelled', 'replaced'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** Facts of one kind on one day at one site, in one occupation and level. */
export interface FactCount {
  /** `YYYY-MM-DD`, China. */
  day: string;
  kind: FactKind;
  /** 13 characters. */
  site: string;
  /** 职业编码 and edition of the 大典. */
  code: string;
  edition: string;
  /** `5` lowest … `1` highest. */
  level: string;
  count: number;
}

type Subject = Pick<FactCount, 'site' | 'code' | 'edition' | 'level'>;

const keyOf = (fact: Omit<FactCount, 'count'>): string =>
  [fact.day, fact.kind, fact.site, fact.code, fact.edition, fact.level].join(' ');

/** Counts the facts that the leaves of the log tell, for whoever recomputes the published statistics. */
export class RegisterFacts {
  /** Facts that `take` has not given out. */
  private readonly open = new Map<string, FactCount>();
  private readonly subjects = new Map<string, Subject>();
  private block: CertificateBlockEntry | undefined;

  /** The next leaf; undefined for one that cannot be read. */
  add(entry: LogEntry | undefined): void {
    if (entry?.type === 'certificate-block') this.block = entry;
    else if (entry?.type === 'certificate' && this.block) {
      const [code, edition, , level] = this.block.subject;
      const subject = { site: this.block.site, code, edition, level };
      this.subjects.set(entry.id, subject);
      if (entry.replaces === undefined) this.count({ day: this.block.issuedOn, kind: 'issued', ...subject });
    } else if (entry?.type === 'certificate-status') {
      // A certificate from before the log has no leaf of its own, and is in no count.
      const subject = this.subjects.get(entry.id);
      if (subject) this.count({ day: entry.on, kind: entry.status, ...subject });
    }
  }

  /** Facts of days up to `day` that were told so far and not given out before. */
  takeUntil(day: string): FactCount[] {
    const facts = [...this.open].filter(([, fact]) => fact.day <= day);
    for (const [key] of facts) this.open.delete(key);
    return facts.map(([, fact]) => fact);
  }

  private count(fact: Omit<FactCount, 'count'>): void {
    const key = keyOf(fact);
    const known = this.open.get(key);
    if (known) known.count += 1;
    else this.open.set(key, { ...fact, count: 1 });
  }
}
