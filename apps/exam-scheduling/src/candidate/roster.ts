import { DomainError, type FieldFault } from '@app/kernel';
import { normaliseText, type LevelDigit } from '@app/standards';
import type { Person } from './candidate.js';
import { isBlank, textOf, type Cell } from './roster-cell.js';

/** 考生信息模板.xls: names and order fixed by the authority (domain.md §5.1 [S-SYS1*]). */
export const ROSTER_COLUMNS = [
  '序号',
  '职业工种名称',
  '认定等级',
  '申报条件',
  '证件类型',
  '证件号码',
  '姓名',
  '性别',
  '出生日期',
  '手机号码',
  '是否有职业资格证书',
  '证书等级',
  '证书编号',
  '文化程度',
  '所在省（市）区',
  '考生来源',
  '所在单位',
  '报名单位',
  '认定分类',
  '专业',
  '考试类型',
  '民族',
  '参加工作时间',
  '电子邮箱',
  '专业年限',
  '户籍所在地',
  '政治面貌',
  '学历证书编号',
  '简要经历',
  '通讯地址',
  '证书领取方式',
  '邮政编码',
  '邮寄地址',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** The column that the marked workbook adds; it may come back with the corrected file and is not read. */
export const MARK_COLUMN = '错误原因';
export const ROSTER_ROWS_MAX = 10_000;

const COLUMN_INDEX = new Map<string, number>(ROSTER_COLUMNS.map((column, index) => [column, index]));
const HEADER_FAULTS_MAX = 5;
const TEXT_LENGTH_MAX = 500;

/** One line of the file; `row` is Excel's number (the header is row 1). */
export interface RawRow {
  row: number;
  cells: Cell[];
}

/** What the plan says about everyone on its roster. Days are `YYYY-MM-DD`; `today` is the day of the upload. */
export interface RosterPlan {
  occupationCode: string;
  occupationName: string;
  specialty: string;
  levelDigit: LevelDigit;
  examOn: string;
  today: string;
}

export type RowVerdict = 'accepted' | 'accepted-repaired' | 'refused';

export interface CheckedRow {
  row: number;
  verdict: RowVerdict;
  /** Columns whose text was changed to go in. */
  repaired: RosterColumn[];
  /** `field` is the column's name; no text repeats the cell. */
  faults: FieldFault[];
  /** Null when refused. */
  registration: Registration | null;
}

/** A row that goes in, in the official spelling. */
export interface Registration {
  person: Person;
  phone: string;
  values: Partial<Record<RosterColumn, string>>;
}

const columnLetters = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `A${String.fromCharCode(65 + index - 26)}`;

/**
 * The header row must be the template's, to the character. A cell that is none of its names is not repeated: a file
 * without header has a person there.
 * @throws DomainError `roster/header` with the first differing columns
 */
export function assertHeader(header: readonly Cell[]): void {
  const found = header.map(textOf);
  while (found.length > ROSTER_COLUMNS.length && (found.at(-1) === '' || found.at(-1) === MARK_COLUMN)) found.pop();
  const faults: FieldFault[] = [];
  for (let index = 0; index < Math.max(found.length, ROSTER_COLUMNS.length); index += 1) {
    const wanted = ROSTER_COLUMNS[index];
    const actual = found[index] ?? '';
    if (wanted === actual) continue;
    const field = columnLetters(index);
    const zhFound = COLUMN_INDEX.has(actual) ? `“${actual}”` : actual === '' ? '空' : '其他内容';
    const enFound = COLUMN_INDEX.has(actual) ? actual : actual === '' ? 'nothing' : 'something else';
    const zh = wanted ? `${field}列应为“${wanted}”，文件中是${zhFound}` : `${field}列多余`;
    const en = wanted ? `column ${field} must be ${wanted} and is ${enFound}` : `column ${field} is one too many`;
    faults.push({ field, rule: 'header', zh, en });
  }
  if (faults.length > 0)
    throw new DomainError('roster/header', { count: faults.length }, faults.slice(0, HEADER_FAULTS_MAX));
}

/** Reads one row column by column and collects what is wrong, what was repaired and what is kept. */
export class RowReader {
  readonly faults: FieldFault[] = [];
  readonly repaired: RosterColumn[] = [];
  readonly values: Partial<Record<RosterColumn, string>> = {};

  constructor(private readonly cells: readonly Cell[]) {}

  cell(column: RosterColumn): Cell {
    return this.cells[COLUMN_INDEX.get(column) ?? -1] ?? null;
  }

  /** The text with width and spaces put right. */
  text(column: RosterColumn): string {
    return normaliseText(textOf(this.cell(column)));
  }

  isBlank(column: RosterColumn): boolean {
    return isBlank(this.cell(column));
  }

  refuse(column: RosterColumn, rule: string, zh: string, en: string): undefined {
    this.faults.push({ field: column, rule, zh, en });
  }

  /** The text, or undefined and rule `required`. */
  required(column: RosterColumn): string | undefined {
    const text = this.text(column);
    return text === '' ? this.refuse(column, 'required', `${column}必填`, `${column} is required`) : text;
  }

  keep<T extends string>(column: RosterColumn, value: T): T {
    this.values[column] = value;
    return value;
  }

  /** Keeps the value and notes the column as repaired when the clerk wrote it otherwise. */
  keepRepaired<T extends string>(column: RosterColumn, value: T): T {
    if (textOf(this.cell(column)) !== value) this.repaired.push(column);
    return this.keep(column, value);
  }

  /** Keeps a column that has no rule but its length. */
  keepText(column: RosterColumn): void {
    const text = this.text(column);
    if (text.length > TEXT_LENGTH_MAX) {
      this.refuse(column, 'too-long', `不能超过${TEXT_LENGTH_MAX}字`, `at most ${TEXT_LENGTH_MAX} characters`);
    } else if (text !== '') {
      this.keep(column, text);
    }
  }

  isSound(...columns: RosterColumn[]): boolean {
    return !this.faults.some(({ field }) => columns.some((column) => column === field));
  }
}
