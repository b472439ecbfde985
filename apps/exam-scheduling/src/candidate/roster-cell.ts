import { isRealDay, normaliseText } from '@app/standards';

/** What a cell of a workbook holds: text, a number, a number shown as a date (1900 system), or nothing. */
export type Cell = string | number | { serial: number; format: string } | null;

const DAY_MS = 86_400_000;
/** 1970-01-01 as Excel counts days. */
const UNIX_EPOCH_SERIAL = 25_569;
/** Excel takes 1900 for a leap year, so only days from 1900-03-01 on have a certain serial. */
const FIRST_CERTAIN_SERIAL = 61;
const LAST_SERIAL = 99_999;
/** 1927-05-18: a smaller number without date format is more likely a year or a count. */
const FIRST_UNFORMATTED_SERIAL = 10_000;

const WRITTEN_DAY =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))(?: 0{1,2}:00(?::00)?)?$/;

function dayOfSerial(serial: number): string | undefined {
  const whole = Math.floor(serial);
  if (whole < FIRST_CERTAIN_SERIAL || whole > LAST_SERIAL) return undefined;
  return new Date((whole - UNIX_EPOCH_SERIAL) * DAY_MS).toISOString().slice(0, 10);
}

/**
 * The day that a clerk meant, `YYYY-MM-DD`: an Excel date, `1990-1-2`, `1990/01/02`, `1990.1.2`, `1990年1月2日`,
 * `19900102`, also when Excel lost the date format of a serial number. Undefined when it is no real day.
 */
export function dayOf(cell: Cell): string | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'object') return dayOfSerial(cell.serial);
  if (typeof cell === 'number' && cell >= FIRST_UNFORMATTED_SERIAL && cell <= LAST_SERIAL) return dayOfSerial(cell);
  const [, year, ...parts] = WRITTEN_DAY.exec(normaliseText(String(cell))) ?? [];
  const [month = '', date = ''] = parts.filter((part) => part !== undefined);
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isRealDay(day) ? day : undefined;
}

/** The cell as text, untouched when it is text. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return dayOfSerial(cell.serial) ?? String(cell.serial);
  return String(cell);
}

export const isBlank = (cell: Cell): boolean => normaliseText(textOf(cell)) === '';
