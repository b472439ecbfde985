import { DomainError } from '@app/kernel';
import * as XLSX from '@e965/xlsx';
import type { Sheet, SheetCell } from './sheet.js';

/** Most rows of one sheet; a larger bank is imported in parts. */
const SHEET_ROWS_MAX = 10_000;
const SHEET_COLUMNS_MAX = 64;
const SHEETS_MAX = 20;
const UNPACKED_BYTES_MAX = 100 * 1024 * 1024;

const XLSX_MAGIC = '504b0304';
const XLS_MAGIC = 'd0cf11e0';

/** The library also reads CSV and HTML, so that nearly any bytes would pass as a workbook. */
function formatOf(bytes: Buffer): 'xlsx' | 'biff8' {
  const magic = bytes.subarray(0, 4).toString('hex');
  if (magic === XLSX_MAGIC) return 'xlsx';
  if (magic === XLS_MAGIC) return 'biff8';
  throw new DomainError('workbook/unreadable');
}

const END_OF_DIRECTORY = Buffer.from('504b0506', 'hex');
const DIRECTORY_ENTRY = 0x02014b50;
const ENTRY_HEAD_BYTES = 46;

/** What the entries of a zip say they unpack to (APPNOTE 4.3.12); a few MiB of zeros can claim gigabytes. */
function unpackedBytes(bytes: Buffer): number {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + 20 > bytes.length) throw new DomainError('workbook/unreadable');
  let total = 0;
  let at = bytes.readUInt32LE(end + 16);
  while (at + ENTRY_HEAD_BYTES <= end && bytes.readUInt32LE(at) === DIRECTORY_ENTRY) {
    total += bytes.readUInt32LE(at + 24);
    at += ENTRY_HEAD_BYTES + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return total;
}

function open(bytes: Buffer): XLSX.WorkBook {
  if (formatOf(bytes) === 'xlsx' && unpackedBytes(bytes) > UNPACKED_BYTES_MAX) {
    throw new DomainError('workbook/too-large');
  }
  try {
    return XLSX.read(bytes, { cellHTML: false, cellFormula: false, sheetRows: SHEET_ROWS_MAX + 1 });
  } catch {
    throw new DomainError('workbook/unreadable');
  }
}

function cellOf(cell: XLSX.CellObject): SheetCell | undefined {
  if (cell.t === 'z' || cell.t === 'e' || cell.v === undefined) return undefined;
  return { text: cell.t === 's' ? String(cell.v) : (cell.w ?? String(cell.v)), number: numberOf(cell) };
}

const numberOf = (cell: XLSX.CellObject): number | null =>
  cell.t === 'n' && typeof cell.v === 'number' ? cell.v : null;

function sheetOf(name: string, source: XLSX.WorkSheet): Sheet {
  const rows: (SheetCell | undefined)[][] = [];
  for (const [address, value] of Object.entries(source)) {
    if (address.startsWith('!')) continue;
    const { r, c } = XLSX.utils.decode_cell(address);
    const cell = cellOf(value as XLSX.CellObject);
    if (!cell || c >= SHEET_COLUMNS_MAX) continue;
    if (r >= SHEET_ROWS_MAX) throw new DomainError('workbook/too-long', { limit: SHEET_ROWS_MAX });
    (rows[r] ??= [])[c] = cell;
  }
  return { name, rows };
}

/**
 * Every sheet of an `.xls` or `.xlsx` file.
 * @throws DomainError `workbook/unreadable`; `workbook/too-large` above 100 MiB unpacked; `workbook/too-long` above 10,000 rows in one sheet
 */
export function readSheets(bytes: Buffer): Sheet[] {
  const book = open(bytes);
  return book.SheetNames.slice(0, SHEETS_MAX).flatMap((name) => {
    const sheet = book.Sheets[name];
    return sheet ? [sheetOf(name, sheet)] : [];
  });
}

/** Writes `notes` (by Excel row) into a column of the given header: the one that is there, or a new last one. */
export function markSheet(
  bytes: Buffer,
  sheetName: string,
  header: string,
  notes: ReadonlyMap<number, string>,
): { bytes: Buffer; extension: 'xls' | 'xlsx' } {
  const bookType = formatOf(bytes);
  const book = open(bytes);
  const sheet = book.Sheets[sheetName];
  if (!sheet) throw new DomainError('workbook/unreadable');
  const range = XLSX.utils.decode_range(sheet['!ref'] ?? 'A1');
  const present = Array.from({ length: range.e.c + 1 }, (_, c) => c).find((c) => {
    const cell = sheet[XLSX.utils.encode_cell({ r: range.s.r, c })] as XLSX.CellObject | undefined;
    return cell?.v === header;
  });
  const column = present ?? range.e.c + 1;
  for (let r = range.s.r; r <= range.e.r; r += 1) {
    const text = r === range.s.r ? header : (notes.get(r + 1) ?? '');
    const address = XLSX.utils.encode_cell({ r, c: column });
    if (text) sheet[address] = { t: 's', v: text } satisfies XLSX.CellObject;
    else delete sheet[address];
  }
  range.e.c = Math.max(range.e.c, column);
  sheet['!ref'] = XLSX.utils.encode_range(range);
  const marked = XLSX.write(book, { type: 'buffer', bookType, compression: true }) as Buffer;
  return { bytes: marked, extension: bookType === 'xlsx' ? 'xlsx' : 'xls' };
}
