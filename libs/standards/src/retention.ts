import { assertRealDay, plusDays, plusMonths } from './calendar-day.js';
import {
  retentionRules,
  type RetentionPeriod,
  type RetentionRule,
  type RetentionRuleName,
} from './data/retention-rules.js';

/** Lengths of an installation's own, where the catalogue says that they are configuration. */
export type RetentionOverrides = Partial<Record<RetentionRuleName, { days: number }>>;

/** The periods of a rule, in the order of their first days. */
export function retentionPeriods(
  name: RetentionRuleName,
  overrides: RetentionOverrides = {},
): readonly RetentionPeriod[] {
  const { periods }: RetentionRule = retentionRules[name];
  const own = overrides[name];
  return own ? periods.map((period) => ({ ...period, length: own })) : periods;
}

/**
 * Last day on which a record has to be kept that counts from `begins`; it may go on the day after. Null when no day ends
 * it. A period that would end on a day that its month lacks ends on the month's last.
 * @throws DomainError `standards/bad-day`
 */
export function keptUntil(name: RetentionRuleName, begins: string, overrides: RetentionOverrides = {}): string | null {
  assertRealDay(begins);
  const periods = retentionPeriods(name, overrides);
  const { length } = periods.findLast(({ from }) => from <= begins) ?? periods[0] ?? { length: null };
  if (length === null) return null;
  return 'months' in length ? plusMonths(begins, length.months) : plusDays(begins, length.days);
}

/** Whether a record that counts from `begins` may go on `today`. */
export function isRetentionOver(
  name: RetentionRuleName,
  begins: string,
  today: string,
  overrides: RetentionOverrides = {},
): boolean {
  const until = keptUntil(name, begins, overrides);
  return until !== null && today > until;
}
