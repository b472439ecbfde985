import path from 'node:path';
import { DomainError } from '@app/kernel';
import { WorkbookThreads } from '@app/platform';
import type { Cell, SheetRow } from './cell.js';

export type SheetQuestion =
  | { kind: 'read'; bytes: Uint8Array; rowsMax: number }
  | { kind: 'write'; name: string; rows: Cell[][]; widths: number[] };

export type SheetFailure = 'unreadable' | 'empty' | 'sheets';

export type SheetAnswer =
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'failed'; why: SheetFailure }
  | { kind: 'too-many' }
  | { kind: 'written'; bytes: Uint8Array };

/** Rows above the data: a watermark, a title, the names of columns. */
const HEAD_ROWS = 5;

// `.js` in dist, `.ts` under test.
const threads = new WorkbookThreads<SheetQuestion, SheetAnswer>(
  new URL(`./sheet.worker${path.extname(import.meta.url)}`, import.meta.url),
  { busy: 'workbook/busy', unreadable: 'workbook/unreadable' },
);

/** @throws DomainError `workbook/unreadable`, `workbook/empty`, `workbook/sheets` */
function refuse(why: SheetFailure): never {
  if (why === 'empty') throw new DomainError('workbook/empty');
  if (why === 'sheets') throw new DomainError('workbook/sheets');
  throw new DomainError('workbook/unreadable');
}

/**
 * The filled rows of the one filled sheet of an `.xls` or `.xlsx`, up to five more than `rowsMax` for what stands above.
 * @throws DomainError `workbook/unreadable`, `workbook/empty`, `workbook/sheets`, `workbook/too-many-rows`, `workbook/busy`
 */
export async function readSheet(bytes: Uint8Array, rowsMax: number): Promise<SheetRow[]> {
  const answer = await threads.ask({ kind: 'read', bytes, rowsMax: rowsMax + HEAD_ROWS });
  if (answer.kind === 'failed') return refuse(answer.why);
  if (answer.kind === 'too-many') throw new DomainError('workbook/too-many-rows', { limit: rowsMax });
  if (answer.kind !== 'rows') throw new Error('the workbook thread answered something else');
  return answer.rows;
}

/** One sheet of text cells, `.xlsx`. */
export async function writeSheet(name: string, rows: Cell[][], widths: number[]): Promise<Buffer> {
  const answer = await threads.ask({ kind: 'write', name, rows, widths });
  if (answer.kind !== 'written') throw new Error('the workbook thread answered something else');
  return Buffer.from(answer.bytes);
}
