import { COUNT_MIN } from '@app/credential';
import { DomainError } from '@app/kernel';
import { isRealDay, skillLevels, type LevelDigit } from '@app/standards';

export interface LevelCount {
  level: LevelDigit;
  /** For example `三级/高级工`. */
  display: string;
  /** `"<5"` stands for a suppressed cell. */
  count: number | '<5';
}

export interface Statistics {
  /** Made of the shown cells, so that subtracting them tells nothing: `"<5"`, or `"≥95"` when a level is suppressed. */
  total: number | string;
  levels: LevelCount[];
}

/** Certificates of one level: those in published numbers, and those in none yet. */
export interface LevelSum {
  level: string;
  published: number;
  open: number;
}

/** What no published number has moves in steps of five: a look before and a look after tell of no single person. */
export const shownCount = ({ published, open }: Pick<LevelSum, 'published' | 'open'>): number =>
  published + Math.floor(open / COUNT_MIN) * COUNT_MIN;

/** Certificates by national level, lowest first, without small cells. */
export function publicStatistics(sums: readonly LevelSum[]): Statistics {
  const byLevel = new Map(sums.map((each) => [each.level, each]));
  const levels: LevelCount[] = [];
  let shown = 0;
  for (const { digit, display } of skillLevels) {
    if (digit === null) continue;
    const known = byLevel.get(digit);
    const count = known ? shownCount(known) : 0;
    shown += count;
    levels.push({ level: digit, display, count: count < COUNT_MIN ? '<5' : count });
  }
  if (shown < COUNT_MIN) return { total: '<5', levels };
  return { total: levels.some(({ count }) => count === '<5') ? `≥${shown}` : shown, levels };
}

/** Place in the list of published numbers. */
export interface Place {
  day: string;
  position: number;
}

const PLACE = /^(\d{4}-\d{2}-\d{2}) (\d{1,7})$/;

export const cursorOf = ({ day, position }: Place): string => Buffer.from(`${day} ${position}`).toString('base64url');

/** @throws DomainError `request/cursor` */
export function placeOf(cursor: string): Place {
  const [, day = '', position = ''] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (!isRealDay(day)) throw new DomainError('request/cursor');
  return { day, position: Number(position) };
}

export interface ClosedFact {
  day: string;
  size: string;
  rootHash: string;
  checkpoint: string;
  issued: number;
  revoked: number;
  cancelled: number;
  replaced: number;
}

/** @throws DomainError `statistics/bad-event` with the field that is missing or wrong */
export function assertClosedFact(fact: ClosedFact): void {
  const wrong = [
    [isRealDay(fact.day), 'day'],
    [/^[1-9]\d{0,15}$/.test(fact.size), 'size'],
    [fact.rootHash !== '', 'rootHash'],
    [fact.checkpoint !== '', 'checkpoint'],
  ].find(([isRight]) => !isRight);
  if (wrong) throw new DomainError('statistics/bad-event', { field: String(wrong[1]) });
}

/** @throws DomainError `statistics/not-arrived` while a fact of the day is still on its way here */
export function assertAllArrived(
  told: Pick<ClosedFact, 'issued' | 'revoked' | 'cancelled' | 'replaced'>,
  known: Record<'issued' | 'revoked' | 'cancelled' | 'replaced', number>,
): void {
  for (const kind of ['issued', 'revoked', 'cancelled', 'replaced'] as const) {
    if (known[kind] < told[kind]) throw new DomainError('statistics/not-arrived');
  }
}
