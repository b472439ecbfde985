import { parentPort } from 'node:worker_threads';
import * as XLSX from '@e965/xlsx';
import type { BookAnswer, BookQuestion, ReadSheet, WrittenBook } from './batch.workbook.js';
import type { Cell } from './sheet-header.js';

// A thread of its own: SheetJS reads and writes without a pause. Nothing but types comes from the neighbours, because
// under test Node runs this file as TypeScript, where their .js names do not exist.

const COLUMNS_MAX = 64;
const NARROW = 10;
const WIDE = 24;

function toCell(cell: XLSX.CellObject | undefined): Cell {
  if (!cell || cell.v === undefined || cell.t === 'z') return null;
  if (cell.v instanceof Date) return cell.v.toISOString().slice(0, 10);
  if (cell.t === 'e') return cell.w ?? '#ERROR';
  if (typeof cell.v !== 'number') return String(cell.v);
  return cell.z !== undefined && XLSX.SSF.is_date(String(cell.z)) ? XLSX.SSF.format('yyyy-mm-dd', cell.v) : cell.v;
}

function sheetOf(name: string, sheet: XLSX.WorkSheet): ReadSheet {
  const lines = (sheet['!data'] ?? []) as ((XLSX.CellObject | undefined)[] | undefined)[];
  const rows = Array.from(lines, (line, index) => ({
    row: index + 1,
    cells: Array.from((line ?? []).slice(0, COLUMNS_MAX), toCell),
  }));
  return { name, lines: rows.filter(({ cells }) => cells.some((cell) => cell !== null && String(cell).trim() !== '')) };
}

function read(bytes: Uint8Array, linesMax: number): BookAnswer {
  try {
    const book = XLSX.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      sheetRows: linesMax,
    });
    return { kind: 'sheets', sheets: book.SheetNames.map((name) => sheetOf(name, book.Sheets[name] ?? {})) };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Text format keeps a spreadsheet from turning an id into a number when somebody types it again. */
const textCell = (text: string): XLSX.CellObject | undefined => (text === '' ? undefined : { t: 's', v: text, z: '@' });

function write({ sheets, title, author, note, at }: WrittenBook): BookAnswer {
  const book = XLSX.utils.book_new();
  for (const { name, rows } of sheets) {
    const width = Math.max(...rows.map((row) => row.length));
    const sheet = {
      '!data': rows.map((row) => row.map(textCell)),
      '!ref': XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: width - 1 } }),
      '!cols': Array.from({ length: width }, (_, at2) => ({ wch: at2 === 0 ? NARROW : WIDE })),
    } as XLSX.WorkSheet;
    XLSX.utils.book_append_sheet(book, sheet, name, true);
  }
  book.Props = {
    Title: title,
    Author: author,
    LastAuthor: author,
    Comments: note,
    Application: 'Jiangzheng',
    CreatedDate: new Date(at),
  };
  // A table of shared strings would cost more than it saves: most texts stand there once.
  const bytes = XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: false, compression: true }) as ArrayBuffer;
  return { kind: 'written', bytes: new Uint8Array(bytes) };
}

parentPort?.on('message', (question: BookQuestion) => {
  const answer = question.kind === 'read' ? read(question.bytes, question.linesMax) : write(question.book);
  parentPort?.postMessage(answer, []);
});
