import { chinaDate } from '@app/kernel';
import { conclusionOf, explanationOf, levelText, type RowAnswer } from './batch-row.js';
import type { Cell } from './sheet-header.js';

/** Appended at the right end (domain.md §11.4). */
export const ANSWER_COLUMNS = [
  '结论 Conclusion',
  '代码 Code',
  '证书编号 Number',
  '职业 Occupation',
  '工种 Specialty',
  '等级 Level',
  '发证日期 Issued on',
  '机构 Body',
  '核发日是否备案 Filed on that day',
  '原因/说明 Explanation',
  '核验时间 Checked at',
  '证明编码 Proof code',
];

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
/** Signs that make a spreadsheet take a text for a formula, also full-width ones, and the blanks that may hide them. */
const FORMULA_START = /^[\s\p{Cf}]*[=+\-@＝＋－﹣＠]|^[\t\r\n]/u;
const NO_SPECIALTY = '--';

/** `2026-12-01 10:00:05` in China. */
export const chinaSecond = (instant: Date): string =>
  `${chinaDate(instant)} ${new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(11, 19)}`;

/** A text that a spreadsheet would calculate gets an apostrophe, so that it stays a text in whatever is saved from it. */
export const safeText = (cell: Cell | undefined): string => {
  const text = String(cell ?? '');
  return text !== NO_SPECIALTY && FORMULA_START.test(text) ? `'${text}` : text;
};

const lines = (texts: readonly string[]): string => [...new Set(texts)].join('\n');

/** The cells of one answer, in the order of the columns; several certificates stand one below the other. */
export function answerCells(answer: RowAnswer, answeredAt: Date, proofCode: string): string[] {
  const { certificates } = answer;
  const all = (text: (certificate: RowAnswer['certificates'][number]) => string): string =>
    certificates.map(text).join('\n');
  return [
    conclusionOf(answer).zh,
    answer.verdict,
    all(({ certificateNumber }) => certificateNumber),
    lines(certificates.map(({ occupationName }) => occupationName)),
    lines(certificates.map(({ specialty }) => specialty || NO_SPECIALTY)),
    all(({ levelDigit }) => levelText(levelDigit)),
    all(({ issuedOn }) => issuedOn),
    lines(certificates.map(({ agencyName }) => agencyName)),
    all(({ bodyFiledOnIssueDate }) => (bodyFiledOnIssueDate ? '是' : '否')),
    explanationOf(answer).zh,
    chinaSecond(answeredAt),
    proofCode,
  ];
}

/** A line as it came, filled up to the width of its sheet, with its answer at the right end. */
export function answeredLine(cells: readonly Cell[], width: number, answer: readonly string[]): string[] {
  const given = Array.from({ length: width }, (_, at) => safeText(cells[at]));
  return [...given, ...answer.map(safeText)];
}
