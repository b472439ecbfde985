import { DomainError } from '@app/kernel';

const DAY_MS = 86_400_000;

function epochDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

/** Whether the text is `YYYY-MM-DD` and that day exists. */
export function isRealDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

/** @throws DomainError `standards/bad-day` when the text is not a real `YYYY-MM-DD` */
export function assertRealDay(day: string): void {
  if (!isRealDay(day)) throw new DomainError('standards/bad-day', { expected: 'YYYY-MM-DD' });
}

/** Sunday 0 … Saturday 6. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The day `count` calendar days later (earlier when negative). */
export function plusDays(day: string, count: number): string {
  return new Date((epochDay(day) + count) * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** The same day of the month `count` months later; the last day of that month when it is shorter. */
export function plusMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function wholeMonths(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + toMonth - fromMonth;
  return plusMonths(from, months) > to ? months - 1 : months;
}

/**
 * Completed years of age on `day`. Someone born on 29 February is a year older on 1 March of a common year.
 * @throws DomainError `standards/bad-day` when either text is not a real `YYYY-MM-DD`
 */
export function ageOn(birthDate: string, day: string): number {
  assertRealDay(birthDate);
  assertRealDay(day);
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
