import type { FieldFault } from '@app/kernel';
import { findOccupation, normaliseCode, normaliseText, readLevel, scopeAllowed } from '@app/standards';
import { cellName, textAt, type Sheet } from '../sheet/sheet.js';
import { ratioFaults, tableWarnings, weightFaults, type ReadRange } from './element-check.js';
import { findLayout, labelled, type ElementLayout, type RangeColumns } from './element-layout.js';
import { IMPORTANCES, parentPath, type CellRepair, type ElementContent, type ElementPoint } from './element-table.js';
import { formatRatio, readRatio } from './ratio.js';

const RANGE_CODE = /^[A-Z0-9]{1,4}$/;
const POINT_CODE_LENGTH = 3;

/** What has been read so far; `open` is the range path that blank and merged cells inherit. */
interface Reading {
  sheet: Sheet;
  layout: ElementLayout;
  open: ReadRange[];
  ranges: ReadRange[];
  points: ElementPoint[];
  paths: Set<string>;
  repairs: CellRepair[];
  faults: FieldFault[];
}

function fault(reading: Reading, field: string, rule: string, zh: string, en: string): void {
  reading.faults.push({ field, rule, zh, en });
}

function takePath(reading: Reading, path: string, cell: string): void {
  if (reading.paths.has(path))
    fault(reading, cell, 'duplicate-code', '同一上级下代码重复', 'the code is used twice here');
  reading.paths.add(path);
}

/** 25, `25` or, also from a cell with a percent format, `25%`. NaN when it is no number. */
function readWeight(sheet: Sheet, row: number, column: number): number {
  const text = textAt(sheet, row, column);
  if (text === '') return Number.NaN;
  return text.endsWith('%') ? Number(text.slice(0, -1)) : (sheet.rows[row]?.[column]?.number ?? Number(text));
}

function readFigures(
  reading: Reading,
  row: number,
  columns: RangeColumns,
): Pick<ReadRange, 'weight' | 'weightCell' | 'weightRead' | 'ratio' | 'ratioCell' | 'ratioRead'> {
  const weightCell = cellName(row, columns.weight);
  const ratioCell = cellName(row, columns.ratio);
  const weight = readWeight(reading.sheet, row, columns.weight);
  const weightRead = weight > 0 && weight <= 100;
  if (!weightRead) {
    fault(reading, weightCell, 'weight-form', '鉴定比重应为 0 至 100 的数', 'a weight is a number from 0 to 100');
  }
  const cell = reading.sheet.rows[row]?.[columns.ratio] ?? { text: '', number: null };
  const ratio = readRatio(cell);
  if (!ratio.ok) {
    fault(reading, ratioCell, ratio.rule, ratio.zh, ratio.en);
    return { weight, weightCell, weightRead, ratio: [0, 0, 0], ratioCell, ratioRead: false };
  }
  if (ratio.repaired) reading.repairs.push({ cell: ratioCell, from: cell.text, to: formatRatio(ratio.value) });
  return { weight, weightCell, weightRead, ratio: ratio.value, ratioCell, ratioRead: true };
}

function readRange(reading: Reading, row: number, depth: number, columns: RangeColumns): void {
  const code = normaliseCode(textAt(reading.sheet, row, columns.code));
  const name = textAt(reading.sheet, row, columns.name);
  if (code === '' && name === '') return;
  const current = reading.open[depth];
  // Some clerks fill the parents of every row instead of merging them.
  if (current?.code === code && (name === '' || current.name === name)) return;
  const codeCell = cellName(row, columns.code);
  if (reading.open.length < depth) {
    fault(reading, codeCell, 'no-parent', '缺少上级鉴定范围', 'the range above is missing');
    return;
  }
  if (!RANGE_CODE.test(code)) fault(reading, codeCell, 'range-code', '鉴定范围代码应如 A', 'a range code looks like A');
  if (name === '') {
    fault(reading, cellName(row, columns.name), 'empty', '鉴定范围名称为空', 'the name of the range is empty');
  }
  reading.open.length = depth;
  const path = [...reading.open.map((range) => range.code), code].join('-');
  takePath(reading, path, codeCell);
  const range = { path, code, name, ...readFigures(reading, row, columns) };
  reading.open.push(range);
  reading.ranges.push(range);
}

function readPoint(reading: Reading, row: number): void {
  const { sheet, layout, open } = reading;
  const written = normaliseCode(textAt(sheet, row, layout.point.code));
  const name = textAt(sheet, row, layout.point.name);
  const importance = normaliseCode(textAt(sheet, row, layout.point.importance));
  if (written === '' && name === '' && importance === '') return;
  const codeCell = cellName(row, layout.point.code);
  // Excel drops the leading zeros of 001 when the cell is a number.
  const code = written.padStart(POINT_CODE_LENGTH, '0');
  if (!/^\d{3,4}$/.test(code) || written === '') {
    fault(reading, codeCell, 'point-code', '鉴定点代码应如 001', 'a point code looks like 001');
  } else if (code !== written) reading.repairs.push({ cell: codeCell, from: written, to: code });
  if (name === '') {
    fault(reading, cellName(row, layout.point.name), 'empty', '鉴定点名称为空', 'the name of the point is empty');
  }
  const known = IMPORTANCES.find((each) => each === importance);
  if (!known) {
    const cell = cellName(row, layout.point.importance);
    fault(reading, cell, 'importance', '重要程度应为 X、Y 或 Z', 'the importance is X, Y or Z');
  }
  const range = open.at(-1);
  if (!range) {
    fault(reading, codeCell, 'no-range', '鉴定点没有鉴定范围', 'the point has no range');
    return;
  }
  const path = `${range.path}-${code}`;
  takePath(reading, path, codeCell);
  const page = layout.point.page === null ? '' : textAt(sheet, row, layout.point.page);
  reading.points.push({ path, rangePath: range.path, code, name, importance: known ?? 'X', page });
}

/** A range holds ranges or points, never both and never nothing: else its weight cannot be shared out. */
function checkTree(reading: Reading): void {
  const holding = new Set(reading.points.map((point) => point.rangePath));
  const parents = new Set(reading.ranges.map((range) => parentPath(range.path)));
  for (const range of reading.ranges) {
    const hasChildren = parents.has(range.path);
    if (hasChildren === holding.has(range.path)) {
      const rule = hasChildren ? 'mixed-range' : 'empty-range';
      const zh = hasChildren ? '鉴定范围既有下级范围又有鉴定点' : '鉴定范围下没有鉴定点';
      const en = hasChildren ? 'the range holds both ranges and points' : 'the range holds no point';
      fault(reading, range.ratioCell, rule, zh, en);
    }
  }
}

type Head = Pick<
  ElementContent,
  'occupationCode' | 'occupationEdition' | 'occupationName' | 'specialty' | 'levelDigit'
>;

/** `焊工（电焊工）` is the occupation and, in brackets, its 工种. */
function readHead(reading: Reading): Head {
  const { sheet, layout, faults } = reading;
  const head = { occupationCode: '', occupationEdition: '', occupationName: '', specialty: '' };
  const occupation = labelled(sheet, layout, '职业');
  const level = labelled(sheet, layout, '等级');
  const read = readLevel(level.text);
  const digit = read.ok ? read.value.digit : null;
  if (!read.ok || digit === null) {
    const { rule, zh, en } = read.ok
      ? { rule: 'not-assessed', zh: '该等级不经考试认定', en: 'this level is not reached by an exam' }
      : read;
    faults.push({ field: level.cell, rule, zh, en });
    return { ...head, levelDigit: '5' };
  }
  const [, name = '', bracket = ''] = /^([^()]*)(?:\(([^()]*)\))?$/.exec(occupation.text) ?? [];
  const found = findOccupation({ name });
  const scope = found.ok
    ? scopeAllowed(found.value.occupation, bracket || (found.value.specialty?.name ?? ''), digit)
    : found;
  if (!scope.ok) {
    faults.push({ field: occupation.cell, rule: scope.rule, zh: scope.zh, en: scope.en });
    return { ...head, levelDigit: digit };
  }
  const { code, edition, name: occupationName } = scope.value.occupation;
  const specialty = scope.value.specialty?.name ?? '';
  return { occupationCode: code, occupationEdition: edition, occupationName, specialty, levelDigit: digit };
}

function checkTotal(reading: Reading): void {
  const total = labelled(reading.sheet, reading.layout, '鉴定点总数');
  const count = reading.points.length;
  if (Number(normaliseText(total.text)) === count && total.text !== '') return;
  fault(
    reading,
    total.cell,
    'point-total',
    `鉴定点总数与实有 ${count} 个不符`,
    `the total differs from the ${count} points of the table`,
  );
}

/**
 * Reads a 理论知识鉴定要素细目表 (domain.md §4.2). `faults` name the cell and the rule; the content is only whole when
 * there are none.
 * @throws DomainError `element-table/header` when the sheet is no such table
 */
export function readElementSheet(sheet: Sheet): { content: ElementContent; faults: FieldFault[] } {
  const layout = findLayout(sheet);
  const reading: Reading = {
    sheet,
    layout,
    open: [],
    ranges: [],
    points: [],
    paths: new Set(),
    repairs: [],
    faults: [],
  };
  const head = readHead(reading);
  for (let row = layout.firstRow; row < sheet.rows.length; row += 1) {
    layout.ranges.forEach((columns, depth) => readRange(reading, row, depth, columns));
    readPoint(reading, row);
  }
  checkTotal(reading);
  checkTree(reading);
  const { ranges, points, repairs, faults } = reading;
  const levelOneCell = ranges[0]?.weightCell ?? cellName(layout.firstRow, layout.ranges[0]?.weight ?? 0);
  faults.push(...weightFaults(ranges, levelOneCell), ...ratioFaults(ranges, points));
  const content = {
    ...head,
    method: labelled(sheet, layout, '鉴定方式').text,
    ranges: ranges.map(({ path, code, name, weight, ratio }) => ({ path, code, name, weight, ratio })),
    points,
    repairs,
    warnings: tableWarnings(points),
  };
  return { content, faults };
}
