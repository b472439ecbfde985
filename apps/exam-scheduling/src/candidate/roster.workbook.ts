import { once } from 'node:events';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DomainError } from '@app/kernel';
import { ROSTER_ROWS_MAX, type RawRow } from './roster.js';
import type { Cell } from './roster-cell.js';

export type WorkbookQuestion =
  | { kind: 'open'; bytes: Uint8Array }
  | { kind: 'next'; count: number }
  | { kind: 'add'; rows: Cell[][] }
  | { kind: 'write' };

export type WorkbookAnswer =
  | { kind: 'opened'; header: Cell[]; rows: number }
  | { kind: 'failed'; why: 'unreadable' | 'empty' | 'sheets' }
  | { kind: 'rows'; rows: RawRow[] }
  | { kind: 'added' }
  | { kind: 'written'; bytes: Uint8Array };

/** Rows that cross to or from the thread, and are checked, without giving way to other requests. */
export const CHUNK_ROWS = 50;
const THREADS_MAX = 2;
const WAITING_MAX = 20;
const ANSWER_MS = 60_000;
const HEAP_MIB = 512;

// `.js` in dist, `.ts` under test.
const WORKER_FILE = new URL(`./roster.worker${path.extname(import.meta.url)}`, import.meta.url);

let running = 0;
const waiting: (() => void)[] = [];

/** @throws DomainError `roster/busy` when too many workbooks wait already */
async function withThread<T>(work: (thread: Worker) => Promise<T>): Promise<T> {
  if (running >= THREADS_MAX) {
    if (waiting.length >= WAITING_MAX) throw new DomainError('roster/busy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  // A workbook of a few KiB can unpack to gigabytes: the thread dies of its limit, the service does not.
  const thread = new Worker(WORKER_FILE, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MIB } });
  try {
    return await work(thread);
  } finally {
    await thread.terminate();
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function ask(thread: Worker, question: WorkbookQuestion): Promise<WorkbookAnswer> {
  thread.postMessage(question, []);
  try {
    const [answer] = (await once(thread, 'message', { signal: AbortSignal.timeout(ANSWER_MS) })) as [WorkbookAnswer];
    return answer;
  } catch {
    throw new DomainError('roster/unreadable');
  }
}

/**
 * Reads the one filled sheet of an `.xls` or `.xlsx` in chunks; blank rows are left out. Between two chunks other
 * requests are served.
 * @param onHeader gets row 1 and may refuse the file by throwing
 * @throws DomainError `roster/unreadable`, `roster/empty`, `roster/sheets`, `roster/too-many-rows`, `roster/busy`
 */
export async function readRoster(
  bytes: Uint8Array,
  onHeader: (header: readonly Cell[]) => void,
  onRows: (rows: RawRow[]) => void,
): Promise<void> {
  await withThread(async (thread) => {
    const opened = await ask(thread, { kind: 'open', bytes });
    if (opened.kind === 'failed') throw new DomainError(`roster/${opened.why}`);
    if (opened.kind !== 'opened') throw new Error('the workbook thread answered something else');
    onHeader(opened.header);
    if (opened.rows === 0) throw new DomainError('roster/empty');
    if (opened.rows > ROSTER_ROWS_MAX) throw new DomainError('roster/too-many-rows', { limit: ROSTER_ROWS_MAX });
    for (let read = 0; read < opened.rows;) {
      const chunk = await ask(thread, { kind: 'next', count: CHUNK_ROWS });
      if (chunk.kind !== 'rows') throw new Error('the workbook thread answered something else');
      onRows(chunk.rows);
      read += chunk.rows.length;
      // Answers that wait at the port are all handed over in one turn of the loop.
      await nextTurn();
    }
  });
}

/** Writes the rows, header first, to an `.xls` with one sheet. */
export async function writeRoster(chunks: AsyncIterable<Cell[][]>): Promise<Buffer> {
  return withThread(async (thread) => {
    for await (const rows of chunks) await ask(thread, { kind: 'add', rows });
    const written = await ask(thread, { kind: 'write' });
    if (written.kind !== 'written') throw new Error('the workbook thread answered something else');
    return Buffer.from(written.bytes);
  });
}
