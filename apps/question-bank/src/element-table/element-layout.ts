import { DomainError } from '@app/kernel';
import { cellName, foldHeader, textAt, type Sheet } from '../sheet/sheet.js';

export interface RangeColumns {
  code: number;
  name: number;
  ratio: number;
  weight: number;
}

export interface PointColumns {
  code: number;
  name: number;
  importance: number;
  page: number | null;
}

/** Where the table of a sheet stands: `firstRow` is the first below the two header rows. */
export interface ElementLayout {
  firstRow: number;
  ranges: RangeColumns[];
  point: PointColumns;
}

/** A labelled cell above the table (职业, 等级 …). */
export interface LabelledCell {
  cell: string;
  text: string;
}

const HEADER_ROWS_MAX = 30;
const COLUMNS_MAX = 64;

interface Group {
  title: string;
  columns: Map<string, number>;
}

/** The upper header row is merged over its group, so a blank there belongs to the title on its left. */
function groupsOf(sheet: Sheet, titleRow: number): Group[] {
  const groups: Group[] = [];
  for (let column = 0; column < COLUMNS_MAX; column += 1) {
    const title = foldHeader(textAt(sheet, titleRow, column));
    if (title) groups.push({ title, columns: new Map() });
    const name = foldHeader(textAt(sheet, titleRow + 1, column));
    const columns = groups.at(-1)?.columns;
    if (name && columns && !columns.has(name)) columns.set(name, column);
  }
  return groups;
}

function headerRow(sheet: Sheet): number | undefined {
  for (let row = 1; row < HEADER_ROWS_MAX; row += 1) {
    const cells = Array.from({ length: COLUMNS_MAX }, (_, column) => foldHeader(textAt(sheet, row, column)));
    if (cells.filter((text) => text === '代码').length >= 2) return row;
  }
  return undefined;
}

/** @throws DomainError `element-table/header` when the columns are not those of an 要素细目表 */
export function findLayout(sheet: Sheet): ElementLayout {
  const header = headerRow(sheet);
  if (header === undefined) throw new DomainError('element-table/header');
  const groups = groupsOf(sheet, header - 1);
  const column = (group: Group | undefined, name: string): number => {
    const found = group?.columns.get(name);
    if (found === undefined) throw new DomainError('element-table/header');
    return found;
  };
  const ranges = groups
    .filter((group) => group.title.startsWith('鉴定范围'))
    .map((group) => ({
      code: column(group, '代码'),
      name: column(group, '名称'),
      ratio: column(group, '重要程度比例'),
      weight: column(group, '鉴定比重'),
    }));
  const points = groups.find((group) => group.title === '鉴定点');
  if (ranges.length === 0) throw new DomainError('element-table/header');
  const point = {
    code: column(points, '代码'),
    name: column(points, '名称'),
    importance: column(points, '重要程度'),
    page: points?.columns.get('页码') ?? null,
  };
  return { firstRow: header + 1, ranges, point };
}

/** The value on the right of a label above the table; an empty one when the label is missing. */
export function labelled(sheet: Sheet, layout: ElementLayout, label: string): LabelledCell {
  for (let row = 0; row < layout.firstRow; row += 1) {
    for (let column = 0; column < COLUMNS_MAX; column += 1) {
      if (foldHeader(textAt(sheet, row, column)) !== label) continue;
      for (let right = column + 1; right < COLUMNS_MAX; right += 1) {
        const text = textAt(sheet, row, right);
        if (text) return { cell: cellName(row, right), text };
      }
      return { cell: cellName(row, column + 1), text: '' };
    }
  }
  return { cell: label, text: '' };
}
