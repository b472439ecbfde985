import { DomainError } from '@app/kernel';
import { readLevel, type LevelDigit, type Warning } from '@app/standards';
import { foldHeader, textAt, type Sheet } from '../sheet/sheet.js';
import { readAnswer, readDifficulty, readOptions, readType } from './item-answer.js';
import { matchPoint, type Match, type PointIndex } from './item-match.js';
import { stemKey, type Difficulty, type ItemContent, type ItemType } from './item.js';

/** `accepted` and `repaired` go in; a `repaired` row shows the clerk what was changed. The words never overlap. */
export type RowOutcome = 'accepted' | 'repaired' | 'unmatched' | 'refused';
export type RowCounts = Record<RowOutcome, number>;

export interface ColumnRepair {
  column: string;
  from: string;
  to: string;
}

/** An item ready for the bank. */
export interface ReadItem {
  pointPath: string;
  type: ItemType;
  difficulty: Difficulty;
  content: ItemContent;
}

export interface ItemRow {
  /** Excel's row number. */
  row: number;
  outcome: RowOutcome;
  match: Match | null;
  repairs: ColumnRepair[];
  /** Named rules; why the row did not go in. */
  faults: Warning[];
  /** Only when the row goes in. */
  item: ReadItem | null;
}

const REQUIRED = ['题型', '题干', '答案', '选项A', '选项B', '知识点一级', '难度'];
const OPTIONS = ['选项A', '选项B', '选项C', '选项D', '选项E'];
const KNOWLEDGE = ['一', '二', '三', '四', '五', '六'].map((level) => `知识点${level}级`);
const COLUMNS_MAX = 64;

const UNMATCHED: Warning = {
  rule: 'unmatched',
  zh: '细目表中没有对应的鉴定点，请核对知识点',
  en: 'the table has no such point; check the 知识点 cells',
};
const DUPLICATE: Warning = {
  rule: 'duplicate-stem',
  zh: '题干与另一试题相同',
  en: 'the stem is the same as that of another item',
};

/**
 * One sheet per level: the one named after the table's level, or the only one when its name tells no level.
 * @throws DomainError `item/sheet`
 */
export function itemSheet(sheets: readonly Sheet[], levelDigit: LevelDigit): Sheet {
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  const [only] = filled;
  if (only && filled.length === 1 && !readLevel(only.name).ok) return only;
  const [sheet, another] = filled.filter(({ name }) => {
    const level = readLevel(name);
    return level.ok && level.value.digit === levelDigit;
  });
  if (!sheet || another) throw new DomainError('item/sheet');
  return sheet;
}

/** @throws DomainError `item/header` naming the missing columns */
function columnsOf(sheet: Sheet): Map<string, number> {
  const columns = new Map<string, number>();
  for (let column = 0; column < COLUMNS_MAX; column += 1) {
    const name = foldHeader(textAt(sheet, 0, column));
    if (name && !columns.has(name)) columns.set(name, column);
  }
  const missing = REQUIRED.filter((name) => !columns.has(name));
  if (missing.length > 0) throw new DomainError('item/header', { missing: missing.join('、') });
  return columns;
}

type CellReader = (column: string) => string;

function readRow(row: number, cell: CellReader, index: PointIndex): ItemRow {
  const faults: Warning[] = [];
  const repairs: ColumnRepair[] = [];
  const type = readType(cell('题型'));
  const stem = cell('题干').trim();
  const difficulty = readDifficulty(cell('难度'));
  const kind = type.ok ? type.value : 'judgement';
  const options = readOptions(kind, OPTIONS.map(cell));
  const answer = readAnswer(kind, cell('答案'), options.ok ? options.value.length : OPTIONS.length);
  if (stem === '') faults.push({ rule: 'no-stem', zh: '题干为空', en: 'the stem is empty' });
  // Without a type nothing can be said about options and answer.
  for (const part of type.ok ? [options, answer, difficulty] : [type, difficulty]) {
    if (!part.ok) faults.push({ rule: part.rule, zh: part.zh, en: part.en });
  }
  const found = matchPoint(index, KNOWLEDGE.map(cell));
  if (faults.length > 0 || !type.ok || !options.ok || !answer.ok || !difficulty.ok) {
    return { row, outcome: 'refused', match: null, repairs: [], faults, item: null };
  }
  if (!found) return { row, outcome: 'unmatched', match: null, repairs: [], faults: [UNMATCHED], item: null };
  if (answer.repaired) repairs.push({ column: '答案', from: cell('答案'), to: answer.value });
  if (difficulty.repaired) repairs.push({ column: '难度', from: cell('难度'), to: '中等' });
  const content = {
    stem,
    options: options.value,
    answer: answer.value,
    analysis: cell('解析').trim(),
    reference: cell('出处').trim(),
  };
  return {
    row,
    outcome: repairs.length > 0 ? 'repaired' : 'accepted',
    match: found.match,
    repairs,
    faults: [],
    item: { pointPath: found.point.path, type: type.value, difficulty: difficulty.value, content },
  };
}

const refused = (row: ItemRow): ItemRow => ({
  ...row,
  outcome: 'refused',
  match: null,
  repairs: [],
  faults: [DUPLICATE],
  item: null,
});

/**
 * Reads an item sheet (domain.md §4.3) row by row; blank rows are skipped, and of rows with the same stem the first
 * goes in.
 * @throws DomainError `item/header` when required columns are missing
 */
export function readItemSheet(sheet: Sheet, index: PointIndex): ItemRow[] {
  const columns = columnsOf(sheet);
  const rows: ItemRow[] = [];
  const stems = new Set<string>();
  for (let row = 1; row < sheet.rows.length; row += 1) {
    const cell: CellReader = (column) => sheet.rows[row]?.[columns.get(column) ?? -1]?.text ?? '';
    if ([...columns.keys()].every((column) => cell(column).trim() === '')) continue;
    const read = readRow(row + 1, cell, index);
    const key = read.item ? stemKey(read.item.content.stem) : '';
    rows.push(read.item && stems.has(key) ? refused(read) : read);
    if (read.item) stems.add(key);
  }
  return rows;
}

/** Rows whose stem the bank had already, here or in an import at the same time, come back refused. */
export function withBankDuplicates(rows: readonly ItemRow[], duplicates: ReadonlySet<number>): ItemRow[] {
  return rows.map((row) => (duplicates.has(row.row) ? refused(row) : row));
}

export function countOutcomes(rows: readonly ItemRow[]): RowCounts {
  const counts: RowCounts = { accepted: 0, repaired: 0, unmatched: 0, refused: 0 };
  for (const row of rows) counts[row.outcome] += 1;
  return counts;
}

/** What the marked workbook says behind a row; '' for a row without remark. */
export function noteOf(row: ItemRow): string {
  const faults = row.faults.map(({ rule, zh }) => `${zh}（${rule}）`);
  const repairs = row.repairs.map(({ column, from, to }) => `已更正${column}：${from || '空'} → ${to}`);
  return [...faults, ...repairs].join('；');
}
