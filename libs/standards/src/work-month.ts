import { daysBetween, isRealDay, plusDays, plusMonths, wholeMonths } from './calendar-day.js';
import { refuse, succeed, type Parsed } from './parsed.js';

/**
 * A job: both ends belong to it. `YYYY-MM-DD`, or `YYYY-MM` for the whole month; `to: null` while it lasts.
 */
export interface WorkPeriod {
  from: string;
  to: string | null;
}

const DAYS_PER_MONTH = 30;

interface Span {
  from: string;
  /** The day after the last. */
  end: string;
}

function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text);
}

function toSpan(period: WorkPeriod, until: string | undefined): Span | null {
  const from = isMonth(period.from) ? `${period.from}-01` : period.from;
  const last = period.to ?? until ?? '';
  if (isMonth(last)) {
    const first = `${last}-01`;
    return isRealDay(from) && isRealDay(first) ? { from, end: plusMonths(first, 1) } : null;
  }
  return isRealDay(from) && isRealDay(last) ? { from, end: plusDays(last, 1) } : null;
}

/** Joins spans that touch, so that a change of employer without a gap loses no part of a month. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const previous = result.at(-1);
    if (previous?.end === span.from) previous.end = span.end;
    else result.push({ ...span });
  }
  return result;
}

/**
 * Whole months of work in all periods together. Gaps are allowed, overlaps are refused (domain.md §12 item 22
 * [S-ELIG3*]). Days that do not fill a month are added up over the periods, 30 to a month (unverified).
 * `until` (`YYYY-MM-DD`) ends a job that still lasts.
 * Rules: `period-date`, `period-reversed`, `period-overlap`.
 */
export function countWorkMonths(periods: readonly WorkPeriod[], until?: string): Parsed<number> {
  const spans: Span[] = [];
  for (const [index, period] of periods.entries()) {
    const span = toSpan(period, until);
    if (span === null) {
      return refuse(
        'period-date',
        `第${index + 1}段工作经历的日期无效`,
        `the dates of work period ${index + 1} are not real dates`,
      );
    }
    if (span.end <= span.from) {
      return refuse(
        'period-reversed',
        `第${index + 1}段工作经历止于起始之前`,
        `work period ${index + 1} ends before it begins`,
      );
    }
    spans.push(span);
  }
  const ordered = spans.sort((a, b) => (a.from < b.from ? -1 : 1));
  if (ordered.some((span, index) => span.from < (ordered[index - 1]?.end ?? ''))) {
    return refuse('period-overlap', '工作经历的时间互相重叠', 'the work periods overlap');
  }
  let months = 0;
  let days = 0;
  for (const { from, end } of joined(ordered)) {
    const whole = wholeMonths(from, end);
    months += whole;
    days += daysBetween(plusMonths(from, whole), end);
  }
  return succeed(months + Math.floor(days / DAYS_PER_MONTH));
}
