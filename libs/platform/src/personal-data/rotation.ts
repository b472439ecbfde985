import { setTimeout as pause } from 'node:timers/promises';
import { resealFields } from './reseal-fields.js';
import { anyOld, countQuery, isFields, nameOf, pageQuery, updateStatement } from './sealed-tables.js';
import type { SealedTable, Sql } from './sealed-tables.js';
import type { SealedColumn } from './sealed-columns.js';
import type { PersonalDataVault } from './vault.js';

/** Rows one statement writes: others wait for them for some 50 ms at most. */
export const BATCH_ROWS = 500;
const BATCH_BYTES = 4 * 1024 * 1024;
/** A process seals with the old key until it has looked at the keyring again. */
const NOTICE_MS = 1_500;
/** How long a transaction that began before may still carry an old value, before we go on without it. */
const TRANSACTIONS_LIMIT_MS = 60_000;
const POLL_MS = 200;

/** How many values of one column are sealed with one key. */
export interface KeyCount {
  table: string;
  column: string;
  keyId: string;
  count: number;
}

export interface RotationProgress {
  /** Rows that were sealed anew, and rows there were to seal at the start. */
  done: number;
  total: number;
}

export interface RotationReport {
  rows: number;
  seconds: number;
  /** Rows that do not open: altered, or sealed with a key that is in no keyring. They stay as they are. */
  unreadable: { table: string; rows: number }[];
  interrupted: boolean;
}

export interface RotationOptions {
  sql: Sql;
  vault: PersonalDataVault;
  tables: readonly SealedTable[];
  onProgress?: (progress: RotationProgress) => void;
  signal?: AbortSignal;
}

type Page = Record<`k${number}`, string> & Record<`o${number}`, string | null>;

/** What a run has seen so far. */
interface Run extends RotationOptions {
  keyId: string;
  total: number;
  done: number;
  unreadable: Map<string, Set<string>>;
}

export async function countByKey(sql: Sql, tables: readonly SealedTable[]): Promise<KeyCount[]> {
  const counts: KeyCount[] = [];
  for (const table of tables) {
    for (const column of table.columns) {
      const { rows } = await sql.query<{ keyId: string; count: number }>(countQuery(table, column));
      for (const row of rows) {
        counts.push({ table: `${table.schema}.${table.table}`, column: column.column, ...row });
      }
    }
  }
  return counts;
}

/**
 * Seals everything anew that is not under the active key, until nothing is left. What is done is in the values
 * themselves: a run that was killed leaves nothing to clear up, and the next one finds the rest.
 */
export async function rotate(options: RotationOptions): Promise<RotationReport> {
  const began = performance.now();
  const run: Run = { ...options, keyId: options.vault.activeKeyId(), total: 0, done: 0, unreadable: new Map() };
  for (const table of run.tables) run.total += await countOld(run, table);
  run.onProgress?.({ done: 0, total: run.total });
  await passUntilNothingIsLeft(run);
  if (!run.signal?.aborted) {
    await settle(run);
    await passUntilNothingIsLeft(run);
  }
  return {
    rows: run.done,
    seconds: (performance.now() - began) / 1000,
    unreadable: [...run.unreadable].map(([table, keys]) => ({ table, rows: keys.size })),
    interrupted: run.signal?.aborted ?? false,
  };
}

async function countOld(run: Run, table: SealedTable): Promise<number> {
  const { rows } = await run.sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${nameOf(table)} WHERE ${anyOld(table, run.keyId)}`,
  );
  return rows[0]?.count ?? 0;
}

/** Rows that were locked or changed under our hands come back in the next pass. */
async function passUntilNothingIsLeft(run: Run): Promise<void> {
  while (!run.signal?.aborted) {
    const before = run.done;
    let found = 0;
    for (const table of run.tables) found += await passOver(run, table);
    if (found === 0) return;
    if (run.done === before) await pause(POLL_MS);
  }
}

/** @returns how many rows it found to do */
async function passOver(run: Run, table: SealedTable): Promise<number> {
  let found = 0;
  let after: string[] = [];
  while (!run.signal?.aborted) {
    const limits = { isFirst: after.length === 0, rowsMax: BATCH_ROWS, bytesMax: BATCH_BYTES };
    const { rows } = await run.sql.query<Page>(pageQuery(table, run.keyId, limits), after);
    const last = rows.at(-1);
    if (!last) return found;
    after = keyOf(table, last);
    const sealed = rows.flatMap((row) => resealRow(run, table, row));
    found += sealed.length;
    if (sealed.length > 0) await write(run, table, sealed);
  }
  return found;
}

const keyOf = (table: SealedTable, row: Page): string[] => table.key.map((_, at) => row[`k${at}`] ?? '');

interface SealedRow {
  key: string[];
  /** Old and new value of each column. */
  values: [string | null, string | null][];
}

/** Empty for a row that does not open. */
function resealRow(run: Run, table: SealedTable, row: Page): SealedRow[] {
  const key = keyOf(table, row);
  try {
    const values = table.columns.map((column, at): SealedRow['values'][number] => {
      const old = row[`o${at}`] ?? null;
      return [old, old === null ? null : resealValue(run.vault, column, old)];
    });
    return [{ key, values }];
  } catch {
    const name = `${table.schema}.${table.table}`;
    const known = run.unreadable.get(name) ?? new Set();
    run.unreadable.set(name, known.add(JSON.stringify(key)));
    return [];
  }
}

function resealValue(vault: PersonalDataVault, column: SealedColumn, old: string): string {
  if (!isFields(column)) return vault.reseal(column.purpose, old);
  return JSON.stringify(resealFields(vault, column.fields, JSON.parse(old)));
}

async function write(run: Run, table: SealedTable, rows: readonly SealedRow[]): Promise<void> {
  const keys = table.key.map((_, at) => rows.map((row) => row.key[at]));
  const values = table.columns.flatMap((_, at) => [
    rows.map((row) => row.values[at]?.[0]),
    rows.map((row) => row.values[at]?.[1]),
  ]);
  const { rowCount } = await run.sql.query(updateStatement(table), [...keys, ...values]);
  run.done += rowCount ?? 0;
  run.onProgress?.({ done: run.done, total: Math.max(run.total, run.done) });
}

/**
 * Nothing old is left to see, but a process may seal with the old key for another moment, and a running transaction may
 * hold old values that it has read or written.
 */
async function settle(run: Run): Promise<void> {
  await pause(NOTICE_MS);
  const { rows } = await run.sql.query<{ now: string }>('SELECT clock_timestamp()::text AS now');
  const deadline = performance.now() + TRANSACTIONS_LIMIT_MS;
  while (performance.now() < deadline && !run.signal?.aborted) {
    const running = await run.sql.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type = 'client backend' AND xact_start < $1::timestamptz`,
      [rows[0]?.now],
    );
    if (running.rowCount === 0) return;
    await pause(POLL_MS);
  }
}
