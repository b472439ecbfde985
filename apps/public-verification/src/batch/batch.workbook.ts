import path from 'node:path';
import { DomainError } from '@app/kernel';
import { WorkbookThreads } from '@app/platform';
import { csvText, readCsv } from './csv.js';
import { HEADER_LINES_MAX, peopleOf, type PeopleSheet, type SheetRow } from './sheet-header.js';

export interface ReadSheet {
  name: string;
  lines: SheetRow[];
}

export interface WrittenBook {
  sheets: { name: string; rows: string[][] }[];
  title: string;
  author: string;
  note: string;
  /** RFC 3339. */
  at: string;
}

export type BookQuestion = { kind: 'read'; bytes: Uint8Array; linesMax: number } | { kind: 'write'; book: WrittenBook };
export type BookAnswer =
  { kind: 'sheets'; sheets: ReadSheet[] } | { kind: 'unreadable' } | { kind: 'written'; bytes: Uint8Array };

/** What the parts of an `.xlsx` say that they unpack to; 10,000 people with 30 columns are 20 MiB. */
const UNPACKED_BYTES_MAX = 128 * 1024 * 1024;
const ZIP = '504b0304';
const OLE = 'd0cf11e0a1b11ae1';
const CENTRAL_ENTRY = Buffer.from('504b0102', 'hex');

// `.js` in dist, `.ts` under test.
const threads = new WorkbookThreads<BookQuestion, BookAnswer>(
  new URL(`./batch.worker${path.extname(import.meta.url)}`, import.meta.url),
  { busy: 'batch/busy', unreadable: 'batch/unreadable' },
);

/** Before anything is unpacked. A file that lies about it dies in the thread. */
function unpackedBytes(bytes: Buffer): number {
  let sum = 0;
  for (
    let at = bytes.indexOf(CENTRAL_ENTRY);
    at >= 0 && at + 28 <= bytes.length;
    at = bytes.indexOf(CENTRAL_ENTRY, at + 4)
  )
    sum += bytes.readUInt32LE(at + 24);
  return sum;
}

async function sheetsOf(bytes: Buffer, linesMax: number): Promise<ReadSheet[]> {
  const start = bytes.subarray(0, 8).toString('hex');
  if (start !== OLE && !start.startsWith(ZIP)) {
    if (bytes.includes(0)) throw new DomainError('batch/unreadable');
    return [{ name: 'CSV', lines: readCsv(csvText(bytes), linesMax) }];
  }
  if (start.startsWith(ZIP) && unpackedBytes(bytes) > UNPACKED_BYTES_MAX) throw new DomainError('batch/unreadable');
  const answer = await threads.ask({ kind: 'read', bytes, linesMax });
  if (answer.kind !== 'sheets') throw new DomainError('batch/unreadable');
  return answer.sheets;
}

/**
 * The people of an `.xlsx`, `.xls` or CSV file, sheet by sheet; which sheets hold none.
 * @throws DomainError `batch/unreadable`, `batch/no-header`, `batch/empty`, `batch/too-many-rows`, `batch/busy`
 */
export async function readPeople(
  bytes: Buffer,
  rowsMax: number,
): Promise<{ sheets: PeopleSheet[]; skipped: number[]; rows: number }> {
  const found = await sheetsOf(bytes, rowsMax + HEADER_LINES_MAX + 1);
  const filled = found.map((sheet, at) => ({ ...sheet, at: at + 1 })).filter(({ lines }) => lines.length > 0);
  if (filled.length === 0) throw new DomainError('batch/empty');
  const sheets = filled.flatMap(({ at, name, lines }) => peopleOf(at, name, lines) ?? []);
  if (sheets.length === 0) throw new DomainError('batch/no-header');
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  if (rows === 0) throw new DomainError('batch/empty');
  if (rows > rowsMax) throw new DomainError('batch/too-many-rows', { limit: rowsMax });
  const read = new Set(sheets.map(({ sheet }) => sheet));
  return { sheets, skipped: filled.map(({ at }) => at).filter((at) => !read.has(at)), rows };
}

export async function writeBook(book: WrittenBook): Promise<Buffer> {
  const answer = await threads.ask({ kind: 'write', book });
  if (answer.kind !== 'written') throw new Error('the workbook thread answered something else');
  return Buffer.from(answer.bytes);
}
