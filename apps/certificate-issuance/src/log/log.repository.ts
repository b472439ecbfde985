import { encodeLogEntry, type LogEntry } from '@app/credential';
import { newId } from '@app/kernel';
import { readAs, SERVICE } from '@app/platform';
import type { DataSource, EntityManager } from 'typeorm';

/** Leaves of one batch: the largest block of certificates and its head fit well. */
export const LOG_BATCH_LEAVES_MAX = 1_000;
const LENGTH_BYTES = 2;

/**
 * Entries as an entry bundle of tlog-tiles has them: each behind its length, a big-endian uint16.
 * @throws DomainError `credential/log-entry-too-long`
 */
export function bundleOf(entries: readonly LogEntry[]): Buffer {
  const encoded = entries.map(encodeLogEntry);
  const size = encoded.reduce((sum, bytes) => sum + LENGTH_BYTES + bytes.length, 0);
  const bundle = Buffer.allocUnsafe(size);
  let at = 0;
  for (const bytes of encoded) {
    bundle.writeUInt16BE(bytes.length, at);
    bundle.set(bytes, at + LENGTH_BYTES);
    at += LENGTH_BYTES + bytes.length;
  }
  return bundle;
}

/**
 * Appends leaves with the change of state that they tell of; they stand side by side in the log, in this order.
 * @returns id of the batch: a leaf's index is the batch's first index plus its offset
 */
export async function appendLog(tx: EntityManager, entries: readonly LogEntry[], id = newId()): Promise<string> {
  if (entries.length > LOG_BATCH_LEAVES_MAX) throw new Error(`a log batch has at most ${LOG_BATCH_LEAVES_MAX} leaves`);
  await tx.query('INSERT INTO log_batch (id, leaves, entries) VALUES ($1, $2, $3)', [
    id,
    entries.length,
    bundleOf(entries),
  ]);
  return id;
}

export interface LogHead {
  /** Leaves that have an index. */
  sequenced: number;
  /** Leaves of the published checkpoint. */
  published: number;
  /** A signed note; '' before the first. */
  checkpoint: string;
}

/** @param lock true for the one that goes on to write: others then wait for its commit */
export async function readLogHead(tx: EntityManager, lock: boolean): Promise<LogHead> {
  const [row] = await tx.query<{ sequenced: string; published: string; checkpoint: string }[]>(
    `SELECT sequenced, published, checkpoint FROM log_head${lock ? ' FOR UPDATE' : ''}`,
  );
  if (!row) throw new Error('the log has no head');
  return { sequenced: Number(row.sequenced), published: Number(row.published), checkpoint: row.checkpoint };
}

/**
 * Gives the batches that have come the next indexes. A batch whose transaction commits later takes a later place,
 * whatever its position.
 * @returns leaves that got an index
 */
export async function sequenceBatches(tx: EntityManager, head: LogHead, batches: number): Promise<number> {
  const [row] = await tx.query<{ leaves: number | null }[]>(
    `WITH come AS (
       SELECT position, $1::bigint + sum(leaves) OVER (ORDER BY position) - leaves AS first, leaves
       FROM (SELECT position, leaves FROM log_batch WHERE first_index IS NULL ORDER BY position LIMIT $2) AS x),
     placed AS (
       UPDATE log_batch AS b SET first_index = come.first FROM come WHERE b.position = come.position RETURNING come.leaves)
     SELECT sum(leaves)::int AS leaves FROM placed`,
    [head.sequenced, batches],
  );
  const leaves = row?.leaves ?? 0;
  if (leaves > 0) await tx.query('UPDATE log_head SET sequenced = sequenced + $1', [leaves]);
  return leaves;
}

/** Whether a batch waits for its place, or has one that no checkpoint covers. */
export async function hasUnpublished(dataSource: DataSource): Promise<boolean> {
  return readAs(dataSource, SERVICE, async (tx) => {
    const [row] = await tx.query<{ some: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM log_batch WHERE first_index IS NULL) OR sequenced > published AS some FROM log_head`,
    );
    return row?.some === true;
  });
}

/** Leaves that are committed and stand in no checkpoint. */
export async function countPending(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ leaves: number }[]>(
    `SELECT (sequenced - published + (SELECT coalesce(sum(leaves), 0) FROM log_batch WHERE first_index IS NULL))::int
       AS leaves FROM log_head`,
  );
  return row?.leaves ?? 0;
}

/** Batches in the order of the log, from the one that holds leaf `from`. */
export function batchesFrom(
  tx: EntityManager,
  from: number,
  limit: number,
): Promise<{ firstIndex: string; leaves: number; entries: Buffer }[]> {
  return tx.query(
    `SELECT first_index AS "firstIndex", leaves, entries FROM log_batch
     WHERE first_index >= coalesce((SELECT max(first_index) FROM log_batch WHERE first_index <= $1), 0)
     ORDER BY first_index LIMIT $2`,
    [from, limit],
  );
}

export async function keepCheckpoint(tx: EntityManager, size: number, checkpoint: string): Promise<void> {
  await tx.query('UPDATE log_head SET published = $1, checkpoint = $2', [size, checkpoint]);
}

export interface LogKey {
  name: string;
  publicKey: Buffer;
  privateSealed: string;
}

export async function findLogKey(tx: EntityManager, name: string): Promise<LogKey | undefined> {
  const [row] = await tx.query<LogKey[]>(
    'SELECT name, public_key AS "publicKey", private_sealed AS "privateSealed" FROM log_key WHERE name = $1',
    [name],
  );
  return row;
}

/** Keeps the key unless there is one. */
export async function offerLogKey(tx: EntityManager, key: LogKey): Promise<void> {
  await tx.query('INSERT INTO log_key (name, public_key, private_sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    key.name,
    key.publicKey,
    key.privateSealed,
  ]);
}
