import { normaliseText, type Failure, type Repaired } from '@app/standards';
import type { SheetCell } from '../sheet/sheet.js';

/** 重要程度比例 X:Y:Z: how many points are core, general and auxiliary. */
export type Ratio = readonly [number, number, number];

const SECONDS_PER_DAY = 86_400;
const SECONDS_PER_HOUR = 3_600;
const SECONDS_PER_MINUTE = 60;
const WHOLE_SECOND_TOLERANCE = 0.01;

const UNREADABLE: Failure = {
  ok: false,
  rule: 'ratio-form',
  zh: '重要程度比例应为 X:Y:Z，如 132:21:0',
  en: 'a ratio looks like X:Y:Z, for example 132:21:0',
};

export const formatRatio = (ratio: Ratio): string => ratio.join(':');

/**
 * Reads a ratio also where Excel took it for a time of day (domain.md §12 item 33): `132:21:0` typed into a cell
 * becomes 132 h 21 min 0 s, stored as a fraction of a day or shown as `132:21:00`.
 * Rules: `ratio-form`.
 */
export function readRatio(cell: SheetCell): Repaired<Ratio> {
  if (cell.number !== null) {
    const seconds = Math.round(cell.number * SECONDS_PER_DAY);
    const whole = Math.abs(cell.number * SECONDS_PER_DAY - seconds) <= WHOLE_SECOND_TOLERANCE;
    if (!whole || seconds < 0) return UNREADABLE;
    const hours = Math.floor(seconds / SECONDS_PER_HOUR);
    const minutes = Math.floor((seconds % SECONDS_PER_HOUR) / SECONDS_PER_MINUTE);
    return { ok: true, value: [hours, minutes, seconds % SECONDS_PER_MINUTE], repaired: true };
  }
  const parts = /^\(?(\d{1,4}):(\d{1,4}):(\d{1,4})\)?$/.exec(normaliseText(cell.text).replace(/ /g, ''));
  if (!parts) return UNREADABLE;
  const value: Ratio = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return { ok: true, value, repaired: formatRatio(value) !== cell.text };
}
