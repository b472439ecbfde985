import { encodeBase64Url } from '../base64url.js';
import type { Hash } from '../tlog/merkle.js';
import { FACT_KINDS, type FactCount, type FactKind } from './register-facts.js';

/** A count below this could point at persons. */
export const COUNT_MIN = 5;

/**
 * One published number. `site` is '' for what is left of all sites together, `code` and `edition` are '' for what is left
 * of all occupations together.
 */
export type PublishedCount = Omit<FactCount, 'day'>;

/** What was too little to be published so far; it goes into a later day. */
export interface Carried {
  kind: FactKind;
  level: string;
  count: number;
}

export interface DayCounts {
  counts: PublishedCount[];
  carried: Carried[];
}

const sum = (facts: readonly { count: number }[]): number => facts.reduce((total, { count }) => total + count, 0);

function groupBy<T>(facts: readonly T[], key: (fact: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const fact of facts) {
    const known = groups.get(key(fact));
    if (known) known.push(fact);
    else groups.set(key(fact), [fact]);
  }
  return [...groups.values()];
}

/**
 * The facts of a day as numbers that may be published. They are one partition of the facts: each fact is in exactly one
 * number or carried on, each number is at least 5, and there is no other cut of the same facts. So whatever is added or
 * subtracted gives a sum of whole numbers, and never a smaller count.
 *
 * Within a kind and a level: a cell of its own; else, with the other small cells of its site; else, with those of the
 * other sites and what earlier days left over; else carried on.
 */
export function publishCounts(facts: readonly FactCount[], carried: readonly Carried[]): DayCounts {
  const counts: PublishedCount[] = [];
  const left: Carried[] = [...carried];
  const publish = (group: readonly PublishedCount[], as: Partial<PublishedCount>): boolean => {
    const [first] = group;
    if (!first || sum(group) < COUNT_MIN) return false;
    const { kind, site, code, edition, level } = first;
    counts.push({ kind, site, code, edition, level, ...as, count: sum(group) });
    return true;
  };
  for (const ofSite of groupBy(facts, ({ kind, level, site }) => `${kind} ${level} ${site}`)) {
    const cells = groupBy(ofSite, ({ code, edition }) => `${code} ${edition}`);
    const small = cells.filter((cell) => !publish(cell, {})).flat();
    if (!publish(small, { code: '', edition: '' })) left.push(...small);
  }
  const rest: Carried[] = [];
  for (const group of groupBy(left, ({ kind, level }) => `${kind} ${level}`)) {
    const whole = group.map(({ kind, level, count }) => ({ kind, level, count, site: '', code: '', edition: '' }));
    const [first] = whole;
    if (first && !publish(whole, {})) rest.push({ kind: first.kind, level: first.level, count: sum(whole) });
  }
  return { counts: counts.sort(byPlace), carried: rest };
}

const placeOf = ({ kind, site, code, edition, level }: PublishedCount): string =>
  [FACT_KINDS.indexOf(kind), level, site || '~', code || '~', edition].join(' ');

function byPlace(a: PublishedCount, b: PublishedCount): number {
  return placeOf(a) < placeOf(b) ? -1 : 1;
}

/** What a statement's digest is taken over: the day, then a line for each number in their order. */
export function countsText(day: string, counts: readonly PublishedCount[]): string {
  const line = ({ kind, site, code, edition, level, count }: PublishedCount): string =>
    [kind, site || '-', code || '-', edition || '-', level, count].join(' ');
  return [day, ...counts.map(line)].map((text) => `${text}\n`).join('');
}

/** @returns base64url */
export function countsDigest(day: string, counts: readonly PublishedCount[], hash: Hash): string {
  return encodeBase64Url(hash(new TextEncoder().encode(countsText(day, counts))));
}
