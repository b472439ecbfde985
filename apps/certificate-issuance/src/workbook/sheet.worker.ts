import { parentPort } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import type { Cell, SheetRow } from './cell.js';
import type { SheetAnswer, SheetQuestion } from './sheet.workbook.js';

// A thread of its own: SheetJS reads and writes without a pause. Nothing but types comes from the neighbours, because
// under test Node runs this file as TypeScript, where their .js names do not exist.

/** OLE container of `.xls`, ZIP of `.xlsx`: SheetJS would take any text for a workbook of one cell. */
const SIGNATURES = ['d0cf11e0a1b11ae1', '504b0304'];
const COLUMNS_MAX = 64;

function toCell(cell: XLSX.CellObject | undefined): Cell {
  if (!cell || cell.v === undefined || cell.t === 'z') return null;
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  return typeof cell.v === 'number' ? cell.v : String(cell.v);
}

const isFilled = (cells: readonly Cell[]): boolean => cells.some((cell) => cell !== null && String(cell).trim() !== '');

function rowsOf(sheet: XLSX.WorkSheet): SheetRow[] {
  const lines = (sheet['!data'] ?? []) as ((XLSX.CellObject | undefined)[] | undefined)[];
  return Array.from(lines, (line, index) => ({
    row: index + 1,
    cells: Array.from((line ?? []).slice(0, COLUMNS_MAX), toCell),
  })).filter(({ cells }) => isFilled(cells));
}

function read(bytes: Uint8Array, rowsMax: number): SheetAnswer {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (!SIGNATURES.some((signature) => start.startsWith(signature))) return { kind: 'failed', why: 'unreadable' };
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellText: false });
  } catch {
    return { kind: 'failed', why: 'unreadable' };
  }
  const filled = Object.values(book.Sheets)
    .map(rowsOf)
    .filter((rows) => rows.length > 0);
  const [rows] = filled;
  if (!rows) return { kind: 'failed', why: 'empty' };
  if (filled.length > 1) return { kind: 'failed', why: 'sheets' };
  return rows.length > rowsMax ? { kind: 'too-many' } : { kind: 'rows', rows };
}

/** Text format keeps a spreadsheet from turning a code into a number when somebody types it again. */
function toCellObject(cell: Cell): XLSX.CellObject | undefined {
  if (cell === null || cell === '') return undefined;
  return typeof cell === 'number' ? { t: 'n', v: cell } : { t: 's', v: cell, z: '@' };
}

function write(name: string, rows: readonly Cell[][], widths: readonly number[]): SheetAnswer {
  const sheet = {
    '!data': rows.map((row) => row.map(toCellObject)),
    '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: widths.length - 1 } }),
    '!cols': widths.map((width) => ({ wch: width })),
  } as XLSX.WorkSheet;
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, name);
  return {
    kind: 'written',
    bytes: new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer),
  };
}

parentPort?.on('message', (question: SheetQuestion) => {
  const answer =
    question.kind === 'read'
      ? read(question.bytes, question.rowsMax)
      : write(question.name, question.rows, question.widths);
  parentPort?.postMessage(answer, []);
});
