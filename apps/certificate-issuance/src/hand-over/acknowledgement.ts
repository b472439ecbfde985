import { DomainError, type FieldFault } from '@app/kernel';
import { normaliseText, parseCertificateNumber } from '@app/standards';
import { textOf, type Cell, type SheetRow } from '../workbook/cell.js';

/** Rows of one answer of the centre. */
export const ACKNOWLEDGEMENT_ROWS_MAX = 10_000;

export type Answer = 'accepted' | 'refused';

export interface AnswerRow {
  row: number;
  number: string;
  answer: Answer;
  /** Of a refusal, as the centre wrote it. */
  reason: string;
}

export interface BadRow extends FieldFault {
  row: number;
}

export interface Acknowledgement {
  answers: AnswerRow[];
  bad: BadRow[];
}

/** The names that columns and answers go by; data, for the centre's form is not known (domain.md §14 item 3). */
const HEADERS = {
  number: ['证书编号', '证书号'],
  answer: ['审核结果', '处理结果', '接收结果', '结果', '接收状态'],
  reason: ['退回原因', '不通过原因', '失败原因', '原因', '备注', '说明'],
} as const;
type Column = keyof typeof HEADERS;

const WORDS: Readonly<Record<string, Answer>> = {
  ...Object.fromEntries(
    ['接收', '已接收', '接受', '通过', '已通过', '成功', '入库', '已入库', '合格', 'accepted'].map((word) => [
      word,
      'accepted' as const,
    ]),
  ),
  ...Object.fromEntries(
    ['退回', '已退回', '拒绝', '已拒绝', '不通过', '未通过', '失败', '不合格', 'refused', 'rejected'].map((word) => [
      word,
      'refused' as const,
    ]),
  ),
};

/** The header may stand below a title or a watermark. */
const HEADER_ROWS_MAX = 5;
const REASON_LENGTH_MAX = 500;

const clean = (cell: Cell | undefined): string => normaliseText(textOf(cell)).replaceAll(' ', '');

/** `证书编号 Certificate no.` is 证书编号. */
const isNamed = (cell: Cell, names: readonly string[]): boolean =>
  names.some(
    (name) => clean(cell).replace(/[（(*].*$/, '') === name || normaliseText(textOf(cell)).split(' ')[0] === name,
  );

function columnsOf({ cells }: SheetRow): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(HEADERS) as Column[]) {
    const index = cells.findIndex((cell) => isNamed(cell, HEADERS[column]));
    if (index >= 0) found[column] = index;
  }
  return found;
}

const fault = (row: number, field: string, rule: string, zh: string, en: string): BadRow => ({
  row,
  field,
  rule,
  zh,
  en,
});

function readRow({ row, cells }: SheetRow, columns: Record<Column, number>): AnswerRow | BadRow {
  const parsed = parseCertificateNumber(textOf(cells[columns.number]));
  if (!parsed.ok) return { row, field: '证书编号', rule: parsed.rule, zh: parsed.zh, en: parsed.en };
  const answer = WORDS[clean(cells[columns.answer]).toLowerCase()];
  if (!answer) {
    return fault(row, '审核结果', 'answer', '结果应为“接收”或“退回”', 'the answer must be 接收 or 退回');
  }
  const reason = normaliseText(textOf(cells[columns.reason])).slice(0, REASON_LENGTH_MAX);
  if (answer === 'refused' && reason === '') {
    return fault(
      row,
      '退回原因',
      'reason',
      '退回须写明原因，请向考试中心核实',
      'a refusal needs its reason; ask the centre',
    );
  }
  return { row, number: parsed.value.number, answer, reason: answer === 'refused' ? reason : '' };
}

/**
 * Reads the centre's workbook, in whatever order its columns are; a number twice with the same answer counts once.
 * @throws DomainError `hand-over/bad-header` without 证书编号, 审核结果 and 退回原因 in one of the first five rows
 */
export function readAcknowledgement(rows: readonly SheetRow[]): Acknowledgement {
  const head = rows.slice(0, HEADER_ROWS_MAX).findIndex((row) => columnsOf(row).number !== undefined);
  const header = rows[head];
  const columns = header ? columnsOf(header) : {};
  if (columns.number === undefined || columns.answer === undefined || columns.reason === undefined) {
    throw new DomainError('hand-over/bad-header');
  }
  const { number, answer, reason } = columns;
  const read: Acknowledgement = { answers: [], bad: [] };
  const seen = new Map<string, AnswerRow>();
  for (const row of rows.slice(head + 1)) {
    const found = readRow(row, { number, answer, reason });
    if (!('answer' in found)) {
      read.bad.push(found);
      continue;
    }
    const first = seen.get(found.number);
    if (first && first.answer !== found.answer) {
      const zh = `与第 ${first.row} 行是同一证书，结果不同`;
      read.bad.push(fault(found.row, '审核结果', 'two-answers', zh, `row ${first.row} answers otherwise`));
    } else if (!first) {
      seen.set(found.number, found);
      read.answers.push(found);
    }
  }
  return read;
}

/** A line of the package with the answer that is kept for it. */
export interface AnsweredLine {
  certificateId: string;
  number: string;
  answer: Answer | null;
}

export const MATCHES = ['matched', 'repeated', 'mismatched', 'unmatched'] as const;
export type Match = (typeof MATCHES)[number];

export interface MatchedRow extends AnswerRow {
  match: Match;
  certificateId: string | null;
}

/**
 * `matched`: a line without an answer gets this one; `repeated`: it has it already; `mismatched`: it was answered
 * otherwise, and stays as it is; `unmatched`: the package has no such line.
 */
export function matchAnswers(answers: readonly AnswerRow[], lines: readonly AnsweredLine[]): MatchedRow[] {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  return answers.map((row) => {
    const line = byNumber.get(row.number);
    const certificateId = line?.certificateId ?? null;
    if (!line) return { ...row, match: 'unmatched', certificateId };
    if (line.answer === null) return { ...row, match: 'matched', certificateId };
    return { ...row, match: line.answer === row.answer ? 'repeated' : 'mismatched', certificateId };
  });
}
