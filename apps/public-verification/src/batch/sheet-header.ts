import { normaliseText } from '@app/standards';

/** What a cell of a workbook holds; a number is one that the file stores as such. */
export type Cell = string | number | null;

export const FACT_COLUMNS = ['name', 'documentNumber', 'certificateNumber', 'level'] as const;
export type FactColumn = (typeof FACT_COLUMNS)[number];

/** Where each fact stands in a line. */
export type Header = Partial<Record<FactColumn, number>>;

/** As clerks head their columns (domain.md §7.1, §11.4), in upper case and without blanks, brackets and stars. */
const NAMES: Readonly<Record<FactColumn, readonly string[]>> = {
  name: ['姓名', '名字', '持证人', '持证人姓名', '人员姓名', '员工姓名', '考生姓名', 'NAME', 'FULLNAME'],
  documentNumber: [
    '身份证号',
    '身份证号码',
    '身份证',
    '证件号',
    '证件号码',
    '公民身份号码',
    '身份证件号码',
    'CID',
    'ID',
    'IDNUMBER',
    'CARDNO',
    'DOCUMENTNUMBER',
  ],
  certificateNumber: [
    '证书编号',
    '证书号',
    '证书号码',
    '技能等级证书编号',
    '职业技能等级证书编号',
    'CERTIFICATEID',
    'CERTIFICATENO',
    'CERTIFICATENUMBER',
  ],
  level: ['等级', '技能等级', '职业技能等级', '证书等级', '级别', 'LEVEL'],
};
const FACTS_MIN = 2;
/** Titles, notes and an empty line may stand above the names of the columns. */
export const HEADER_LINES_MAX = 10;

const compact = (cell: Cell | undefined): string =>
  normaliseText(String(cell ?? ''))
    .replaceAll(/\(.*?\)|（.*?）/g, '')
    .replaceAll(/[\s*＊:：_-]/g, '')
    .toUpperCase();

/** The columns that a line names; undefined when it names fewer than two of the three facts. */
export function headerOf(cells: readonly Cell[]): Header | undefined {
  const header: Header = {};
  for (const [at, cell] of cells.entries()) {
    const text = compact(cell);
    const column = FACT_COLUMNS.find((each) => NAMES[each].includes(text));
    // Of two columns of the same name the first is meant.
    if (column) header[column] ??= at;
  }
  const facts = (['name', 'documentNumber', 'certificateNumber'] as const).filter((each) => header[each] !== undefined);
  return facts.length >= FACTS_MIN ? header : undefined;
}

export interface SheetRow {
  /** Excel's number. */
  row: number;
  cells: Cell[];
}

/** One sheet of people: what stands above them, and they. */
export interface PeopleSheet {
  /** Place in the file, from 1. */
  sheet: number;
  name: string;
  head: Cell[][];
  header: Header;
  rows: SheetRow[];
}

/** A sheet without names of columns holds no people: a cover, a key. A line that repeats them is no person. */
export function peopleOf(sheet: number, name: string, lines: readonly SheetRow[]): PeopleSheet | undefined {
  const at = lines.slice(0, HEADER_LINES_MAX).findIndex(({ cells }) => headerOf(cells) !== undefined);
  const header = headerOf(lines[at]?.cells ?? []);
  if (!header) return undefined;
  const head = lines.slice(0, at + 1).map(({ cells }) => cells);
  const rows = lines.slice(at + 1).filter(({ cells }) => headerOf(cells) === undefined);
  return { sheet, name, head, header, rows };
}
