import { DomainError } from '@app/kernel';
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { assertRealDay, plusDays, weekday } from './calendar-day.js';
import { fixedStatutoryDays, lunarStatutoryDays } from './data/statutory-days.js';

/**
 * Dated data that comes after this version of the lib. `days` wins over everything. A year in `publishedYears` counts as
 * published; where `days` says nothing it follows weekends and the days off that the law fixes.
 */
export interface CalendarOverrides {
  days?: Readonly<Record<string, 'working' | 'rest'>>;
  publishedYears?: readonly number[];
}

export interface WorkingDayOptions {
  overrides?: CalendarOverrides;
  /** Refuse to count through a day whose arrangement is not published, instead of falling back to the law. */
  requirePublished?: boolean;
}

const HOLIDAYS = new Map<string, string>(Object.entries(published.holidays));
const MAKE_UP_DAYS = new Map<string, string>(Object.entries(published.workdays));
const YEARS = [...new Set([...HOLIDAYS.keys()].map((day) => Number(day.slice(0, 4))))].sort((a, b) => a - b);
const LAST_WEEK_OF_YEAR = '12-25';

/** The years whose holiday and 调休 arrangement this version carries, and where they come from. */
export const workingDayCalendar: Readonly<{ source: string; yearsKnown: readonly number[] }> = {
  source: 'chinese-days 1.5.7',
  yearsKnown: YEARS,
};

/** Days before the lunar new year … and after that the law names: 除夕 and 初一 to 初三. */
const SPRING_FESTIVAL_OFFSETS = [-1, 0, 1, 2];

function isStatutoryDay(day: string): boolean {
  if (fixedStatutoryDays.includes(day.slice(5))) return true;
  const lunar = lunarStatutoryDays[day.slice(0, 4)];
  if (lunar === undefined) return false;
  return (
    [lunar.qingming, lunar.duanwu, lunar.midAutumn].includes(day) ||
    SPRING_FESTIVAL_OFFSETS.some((offset) => plusDays(lunar.springFestival, offset) === day)
  );
}

function isPublishedYear(year: number, overrides: CalendarOverrides | undefined): boolean {
  return YEARS.includes(year) || overrides?.publishedYears?.includes(year) === true;
}

function certainty(day: string, overrides: CalendarOverrides | undefined): 'published' | 'provisional' {
  if (overrides?.days?.[day] !== undefined) return 'published';
  const year = Number(day.slice(0, 4));
  if (!isPublishedYear(year, overrides)) return 'provisional';
  return day.slice(5) >= LAST_WEEK_OF_YEAR && !isPublishedYear(year + 1, overrides) ? 'provisional' : 'published';
}

function works(day: string, overrides: CalendarOverrides | undefined): boolean {
  const override = overrides?.days?.[day];
  if (override !== undefined) return override === 'working';
  if (MAKE_UP_DAYS.has(day)) return true;
  if (HOLIDAYS.has(day)) return false;
  if (weekday(day) % 6 === 0) return false;
  return YEARS.includes(Number(day.slice(0, 4))) || !isStatutoryDay(day);
}

/**
 * Whether the arrangement of `YYYY-MM-DD` is published or only follows from weekends and the law. The last week of the
 * last published year is `provisional`, because the next year's notice may still move days of it.
 * @throws DomainError `standards/bad-day`
 */
export function calendarCertainty(day: string, overrides?: CalendarOverrides): 'published' | 'provisional' {
  assertRealDay(day);
  return certainty(day, overrides);
}

/**
 * Whether `YYYY-MM-DD` is a Chinese working day, holidays and 调休 included. A year without published data follows
 * weekends and the days off that the law fixes; ask `calendarCertainty` before promising such a day.
 * @throws DomainError `standards/bad-day`
 */
export function isWorkingDay(day: string, overrides?: CalendarOverrides): boolean {
  assertRealDay(day);
  return works(day, overrides);
}

/**
 * The `count`-th working day after `day` (before it when negative); `day` itself is not counted, 0 returns it unchanged.
 * In a year without published data it falls back as `isWorkingDay` does, so a deadline there is provisional.
 * @throws DomainError `standards/bad-day`; `standards/bad-day-count` unless `count` is an integer within ±5000;
 *   with `requirePublished`, `standards/calendar-unknown` (param year) when a provisional day would be counted through
 */
export function addWorkingDays(day: string, count: number, options: WorkingDayOptions = {}): string {
  assertRealDay(day);
  if (!Number.isInteger(count) || Math.abs(count) > 5000) {
    throw new DomainError('standards/bad-day-count', { limit: 5000 });
  }
  const step = Math.sign(count);
  let current = day;
  for (let left = Math.abs(count); left > 0;) {
    current = plusDays(current, step);
    if (options.requirePublished === true && certainty(current, options.overrides) === 'provisional') {
      throw new DomainError('standards/calendar-unknown', { year: Number(current.slice(0, 4)) });
    }
    if (works(current, options.overrides)) left -= 1;
  }
  return current;
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. Thus
 * `countWorkingDays(day, addWorkingDays(day, n))` is `n`.
 * @throws DomainError `standards/bad-day`
 */
export function countWorkingDays(from: string, to: string, overrides?: CalendarOverrides): number {
  assertRealDay(from);
  assertRealDay(to);
  const step = from <= to ? 1 : -1;
  let total = 0;
  for (let day = from; day !== to;) {
    day = plusDays(day, step);
    if (works(day, overrides)) total += step;
  }
  return total;
}
