import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DomainError } from '@app/kernel';
import { WorkbookThreads } from '@app/platform';
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

// `.js` in dist, `.ts` under test.
const threads = new WorkbookThreads<WorkbookQuestion, WorkbookAnswer>(
  new URL(`./roster.worker${path.extname(import.meta.url)}`, import.meta.url),
  { busy: 'roster/busy', unreadable: 'roster/unreadable' },
);

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
  await threads.use(async (ask) => {
    const opened = await ask({ kind: 'open', bytes });
    if (opened.kind === 'failed') throw new DomainError(`roster/${opened.why}`);
    if (opened.kind !== 'opened') throw new Error('the workbook thread answered something else');
    onHeader(opened.header);
    if (opened.rows === 0) throw new DomainError('roster/empty');
    if (opened.rows > ROSTER_ROWS_MAX) throw new DomainError('roster/too-many-rows', { limit: ROSTER_ROWS_MAX });
    for (let read = 0; read < opened.rows;) {
      const chunk = await ask({ kind: 'next', count: CHUNK_ROWS });
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
  return threads.use(async (ask) => {
    for await (const rows of chunks) await ask({ kind: 'add', rows });
    const written = await ask({ kind: 'write' });
    if (written.kind !== 'written') throw new Error('the workbook thread answered something else');
    return Buffer.from(written.bytes);
  });
}
