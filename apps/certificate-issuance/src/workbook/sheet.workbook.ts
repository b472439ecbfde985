import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@app/kernel';
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

const THREADS_MAX = 2;
const WAITING_MAX = 20;
const ANSWER_MS = 60_000;
const HEAP_MIB = 512;
/** Rows above the data: a watermark, a title, the names of columns. */
const HEAD_ROWS = 5;

// `.js` in dist, `.ts` under test.
const WORKER_FILE = new URL(`./sheet.worker${path.extname(import.meta.url)}`, import.meta.url);

let running = 0;
const waiting: (() => void)[] = [];

/** Asks a thread of its own: a workbook of a few KiB can unpack to gigabytes, and then the thread dies of its limit. */
async function ask(question: SheetQuestion): Promise<SheetAnswer> {
  if (running >= THREADS_MAX) {
    if (waiting.length >= WAITING_MAX) throw new DomainError('workbook/busy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  const thread = new Worker(WORKER_FILE, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
  try {
    thread.postMessage(question, []);
    const [answer] = (await once(thread, 'message', { signal: AbortSignal.timeout(ANSWER_MS) })) as [SheetAnswer];
    return answer;
  } catch {
    throw new DomainError('workbook/unreadable');
  } finally {
    await thread.terminate();
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

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
  const answer = await ask({ kind: 'read', bytes, rowsMax: rowsMax + HEAD_ROWS });
  if (answer.kind === 'failed') return refuse(answer.why);
  if (answer.kind === 'too-many') throw new DomainError('workbook/too-many-rows', { limit: rowsMax });
  if (answer.kind !== 'rows') throw new Error('the workbook thread answered something else');
  return answer.rows;
}

/** One sheet of text cells, `.xlsx`. */
export async function writeSheet(name: string, rows: Cell[][], widths: number[]): Promise<Buffer> {
  const answer = await ask({ kind: 'write', name, rows, widths });
  if (answer.kind !== 'written') throw new Error('the workbook thread answered something else');
  return Buffer.from(answer.bytes);
}
