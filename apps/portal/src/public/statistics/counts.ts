import type { Cell, CountKind, DailyCount } from '../../api/statistics.ts';

/** What a bar may show: nothing where the number is kept back. */
export const barOf = (cell: Cell): number | null => (typeof cell === 'number' ? cell : null);

export const cellText = (lang: string, cell: Cell): string =>
  typeof cell === 'number' ? cell.toLocaleString(lang) : cell;

/** Share of a target, 0 to 100, or more when it is passed; null where the number is kept back. */
export const shareOf = (value: Cell | undefined, target: number): number | null =>
  typeof value === 'number' && target > 0 ? (value / target) * 100 : null;

const SHARE_MIN = 0.1;

/** Rounded down, so that 100 % is said only of what is reached; the smallest is not rounded to nothing. */
export function shareText(share: number): string {
  if (share > 0 && share < SHARE_MIN) return `<${SHARE_MIN}%`;
  return share < 10 ? `${Math.floor(share * 10) / 10}%` : `${Math.floor(share)}%`;
}

export interface DaySum {
  issued: number;
  /** Revoked, cancelled or replaced. */
  ended: number;
}

const ISSUED: CountKind = 'issued';

export function sumsByDay(counts: readonly DailyCount[]): Map<string, DaySum> {
  const sums = new Map<string, DaySum>();
  for (const { day, kind, count } of counts) {
    const { issued, ended } = sums.get(day) ?? { issued: 0, ended: 0 };
    sums.set(day, kind === ISSUED ? { issued: issued + count, ended } : { issued, ended: ended + count });
  }
  return sums;
}
