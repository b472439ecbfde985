import type { ExportCell } from './export-kind.js';

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
/** Of a header or a footer, in all. */
const EXCEL_PRINT_LENGTH_MAX = 255;
/** Signs that make a spreadsheet take a text for a formula, also full-width ones, and the blanks that may hide them. */
const FORMULA_START = /^[\s\p{Cf}]*[=+\-@＝＋－﹣＠]|^[\t\r\n]/u;

/** Who takes the file out of the house, when, and what for. */
export interface Watermark {
  /** `李明 (clerk.north)`, or the subject alone when the token gives no name. */
  person: string;
  organisation: string;
  at: Date;
  exportId: string;
  purpose: string;
}

/** The texts of a watermark, ready for a thread that only draws them. */
export interface WatermarkTexts {
  line: string;
  /** For large letters across a page. */
  short: string;
  printHeader: string;
  printFooter: string;
  person: string;
  at: string;
  exportId: string;
}

/** `2026-12-01 10:00` in China. */
export function chinaTime(instant: Date): string {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** `&` begins a code there. */
const printed = (text: string): string => text.replaceAll('&', '&&').replaceAll(/[\r\n]+/g, ' ');

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // A pair of `&` must not be torn.
  return `${text.slice(0, length - 1).replace(/(?<!&)(&&)*&$/, (run) => run.slice(1))}…`;
}

export function watermarkTexts({ person, organisation, at, exportId, purpose }: Watermark): WatermarkTexts {
  const time = `${chinaTime(at)} UTC+8`;
  const line = [
    '内部资料，不得外传 Internal, do not pass on',
    `导出人 Exported by ${person}`,
    `机构 Organisation ${organisation || '—'}`,
    `时间 Time ${time}`,
    `导出编号 Export ${exportId}`,
    `用途 Purpose ${purpose}`,
  ].join(' · ');
  const header = `&L&8 ${printed(`${person} · ${organisation || '—'} · ${time} · ${exportId}`)}`;
  return {
    line,
    short: `${person} · ${time}`,
    printHeader: cut(header, EXCEL_PRINT_LENGTH_MAX),
    // Digits right after a size code would be taken for the size.
    printFooter: `${cut(`&L&8 ${printed(purpose)}`, EXCEL_PRINT_LENGTH_MAX - PAGES.length)}${PAGES}`,
    person,
    at: at.toISOString(),
    exportId,
  };
}

const PAGES = '&R&8 &P / &N';

/** 工种 of an occupation without any: a spreadsheet calculates nothing of it, and a reader expects it as it is. */
const NO_SPECIALTY = '--';

/** A text that a spreadsheet would calculate gets an apostrophe, so that it stays a text in whatever is saved from it. */
export function safeCell(cell: ExportCell): ExportCell {
  return typeof cell === 'string' && cell !== NO_SPECIALTY && FORMULA_START.test(cell) ? `'${cell}` : cell;
}
