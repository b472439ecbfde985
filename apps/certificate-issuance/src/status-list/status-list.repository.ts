import type { CertificateState } from '@app/credential';
import type { EntityManager } from 'typeorm';
import { takeStatusBlocks, type StatusBlock } from './status.order.js';

/** A number that stands for "give out entries" among PostgreSQL's advisory locks. */
const GIVING_OUT = 7_361_001;

/** Takes entries for `count` certificates. To be called in a transaction of its own, for it holds up all others. */
export async function takeStatusEntries(tx: EntityManager, count: number): Promise<StatusBlock[]> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [GIVING_OUT]);
  const [newest] = await tx.query<{ list: number; taken: number }[]>(
    'SELECT list, taken FROM status_list ORDER BY list DESC LIMIT 1',
  );
  const blocks = takeStatusBlocks(newest ?? { list: 1, taken: 0 }, count);
  await tx.query(
    `INSERT INTO status_list (list, taken, epoch, dirty) SELECT l, t, 0, true FROM unnest($1::int[], $2::int[]) AS x(l, t)
     ON CONFLICT ON CONSTRAINT status_list_pk DO UPDATE SET taken = excluded.taken`,
    [blocks.map((block) => block.list), blocks.map((block) => block.first + block.count)],
  );
  return blocks;
}

/** Lists whose certificates changed since their epoch was logged. Other processes leave those alone meanwhile. */
export async function lockDirtyLists(tx: EntityManager): Promise<{ list: number; epoch: number }[]> {
  return tx.query('SELECT list, epoch FROM status_list WHERE dirty ORDER BY list FOR UPDATE SKIP LOCKED');
}

export async function hasDirtyLists(tx: EntityManager): Promise<boolean> {
  const [row] = await tx.query<{ some: boolean }[]>('SELECT EXISTS (SELECT 1 FROM status_list WHERE dirty) AS some');
  return row?.some === true;
}

/** What a list stands at, without holding anyone up. */
export async function findList(
  tx: EntityManager,
  list: number,
): Promise<{ epoch: number; dirty: boolean } | undefined> {
  const [row] = await tx.query<{ epoch: number; dirty: boolean }[]>(
    'SELECT epoch, dirty FROM status_list WHERE list = $1',
    [list],
  );
  return row;
}

/**
 * Locked until the commit: whoever ends the validity of a certificate of the list waits, so what is read now is what the
 * epoch says.
 */
export async function lockList(
  tx: EntityManager,
  list: number,
): Promise<{ epoch: number; dirty: boolean } | undefined> {
  const [row] = await tx.query<{ epoch: number; dirty: boolean }[]>(
    'SELECT epoch, dirty FROM status_list WHERE list = $1 FOR UPDATE',
    [list],
  );
  return row;
}

export async function keepEpoch(tx: EntityManager, list: number, epoch: number): Promise<void> {
  await tx.query('UPDATE status_list SET epoch = $2, dirty = false WHERE list = $1', [list, epoch]);
}

/** Certificates of the list that are not valid, by their index. */
export async function statesOf(tx: EntityManager, list: number): Promise<[number, CertificateState][]> {
  const rows = await tx.query<{ index: number; status: CertificateState }[]>(
    `SELECT status_index AS index, status FROM certificate WHERE status_list = $1 AND status <> 'valid'`,
    [list],
  );
  return rows.map(({ index, status }) => [index, status]);
}
