import { parentPort } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import type { Cell } from './roster-cell.js';
import type { RawRow } from './roster.js';
import type { WorkbookAnswer, WorkbookQuestion } from './roster.workbook.js';

// A thread of its own: reading 10,000 rows takes SheetJS about a second without a pause. Nothing but types comes from
// the neighbours, because under test Node runs this file as TypeScript, where their .js names do not exist.

const DATE_1904_OFFSET = 1_462;
/** Above this the shared string table costs more than it saves: SheetJS searches it from the start for every cell. */
const SHARED_STRINGS_ROWS_MAX = 2_000;
/** Longest text that SheetJS writes to `.xls` outside the shared string table. */
const PLAIN_TEXT_MAX = 255;
const MARK_WIDTH = 60;
/** OLE container of `.xls`, ZIP of `.xlsx`: SheetJS would take any text for a workbook of one cell. */
const SIGNATURES = ['d0cf11e0a1b11ae1', '504b0304'];

let pending: RawRow[] = [];
const collected: Cell[][] = [];

function toCell(cell: XLSX.CellObject | undefined, offset: number): Cell {
  if (!cell || cell.v === undefined || cell.t === 'z') return null;
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  if (typeof cell.v !== 'number' || cell.t === 'e') return cell.t === 'e' ? (cell.w ?? '#ERROR') : String(cell.v);
  const format = typeof cell.z === 'string' ? cell.z : 'General';
  return XLSX.SSF.is_date(format) ? { serial: cell.v + offset, format } : cell.v;
}

function rowsOf(sheet: XLSX.WorkSheet, offset: number): RawRow[] {
  const lines = (sheet['!data'] ?? []) as ((XLSX.CellObject | undefined)[] | undefined)[];
  const rows: RawRow[] = [];
  lines.forEach((line, index) => {
    const cells = Array.from(line ?? [], (cell) => toCell(cell, offset));
    if (index === 0 || cells.some((cell) => cell !== null && (typeof cell !== 'string' || cell.trim() !== ''))) {
      rows.push({ row: index + 1, cells });
    }
  });
  return rows;
}

function open(bytes: Uint8Array): WorkbookAnswer {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex');
  if (!SIGNATURES.some((signature) => start.startsWith(signature))) return { kind: 'failed', why: 'unreadable' };
  let book: XLSX.WorkBook;
  try {
    book = XLSX.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
    });
  } catch {
    return { kind: 'failed', why: 'unreadable' };
  }
  const offset = book.Workbook?.WBProps?.date1904 ? DATE_1904_OFFSET : 0;
  const filled = Object.values(book.Sheets)
    .map((sheet) => rowsOf(sheet, offset))
    .filter((rows) => rows.some(({ cells }) => cells.some((cell) => cell !== null)));
  const [rows] = filled;
  if (!rows) return { kind: 'failed', why: 'empty' };
  if (filled.length > 1) return { kind: 'failed', why: 'sheets' };
  const [header, ...data] = rows;
  pending = data;
  return { kind: 'opened', header: header?.cells ?? [], rows: data.length };
}

function toCellObject(cell: Cell): XLSX.CellObject | undefined {
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'object') return { t: 'n', v: cell.serial, z: cell.format };
  // Text format keeps Excel from turning an ID into a number when the clerk types it again.
  return typeof cell === 'number' ? { t: 'n', v: cell } : { t: 's', v: cell, z: '@' };
}

function write(): WorkbookAnswer {
  const width = Math.max(...collected.map((row) => row.length));
  const sheet = {
    '!data': collected.map((row) => row.map(toCellObject)),
    '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: collected.length - 1, c: width - 1 } }),
    '!cols': Array.from({ length: width }, (_, index) => ({ wch: index === width - 1 ? MARK_WIDTH : 12 })),
  } as XLSX.WorkSheet;
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'Sheet1');
  const hasLongText = collected.some((row) =>
    row.some((cell) => typeof cell === 'string' && cell.length > PLAIN_TEXT_MAX),
  );
  const bookSST = hasLongText || collected.length <= SHARED_STRINGS_ROWS_MAX;
  const bytes = XLSX.write(book, { type: 'array', bookType: 'biff8', bookSST }) as ArrayBuffer;
  return { kind: 'written', bytes: new Uint8Array(bytes) };
}

function answer(question: WorkbookQuestion): WorkbookAnswer {
  switch (question.kind) {
    case 'open':
      return open(question.bytes);
    case 'next':
      return { kind: 'rows', rows: pending.splice(0, question.count) };
    case 'add':
      collected.push(...question.rows);
      return { kind: 'added' };
    case 'write':
      return write();
  }
}

parentPort?.on('message', (question: WorkbookQuestion) => parentPort?.postMessage(answer(question), []));
