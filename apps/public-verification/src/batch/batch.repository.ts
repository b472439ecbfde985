import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { In, LessThan, type EntityManager } from 'typeorm';
import { BatchEntity } from './batch.entity.js';
import type { Batch } from './batch.js';
import type { QuotaUse } from './quota.js';

const TABLE = 'batch';
/** Open batches that one round of a worker looks at. */
const ROUND_MAX = 100;

export async function insertBatch(tx: EntityManager, batch: Batch): Promise<void> {
  await tx.insert(BatchEntity, batch);
}

/** @throws DomainError `batch/not-found` */
export async function getBatch(tx: EntityManager, id: string): Promise<Batch> {
  const found = await tx.findOneBy(BatchEntity, { id });
  if (!found) throw await hiddenOr(tx, TABLE, id, new DomainError('batch/not-found'));
  return found;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a batch. */
export async function changeBatch(
  tx: EntityManager,
  id: string,
  decide: (batch: Batch) => Batch | Promise<Batch>,
): Promise<Batch> {
  const found = await tx.findOne(BatchEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw await hiddenOr(tx, TABLE, id, new DomainError('batch/not-found'));
  const changed = await decide(found);
  await tx.save(BatchEntity, changed);
  return changed;
}

/** Many workers hold it at once; who wants to stop it waits for their chunks. */
export function holdBatch(tx: EntityManager, id: string): Promise<Batch | null> {
  return tx.findOne(BatchEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
}

/** Newest first, one row more than `limit`. */
export function listBatches(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<Batch[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(BatchEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** What a worker has to do, oldest first. */
export function openBatches(tx: EntityManager): Promise<Batch[]> {
  return tx.find(BatchEntity, {
    where: { state: In(['running', 'waiting', 'answered']) },
    order: { id: 'ASC' },
    take: ROUND_MAX,
  });
}

/** Batches whose uploaded facts may go. */
export async function erasableBatches(tx: EntityManager, today: string): Promise<{ id: string }[]> {
  return tx.query<{ id: string }[]>(
    `SELECT id FROM batch WHERE erased_at IS NULL AND (facts_until < $1 OR state = 'cancelled') LIMIT ${ROUND_MAX}`,
    [today],
  );
}

export function findByProof(tx: EntityManager, proofCode: string): Promise<Batch | null> {
  return tx.findOneBy(BatchEntity, { proofCode });
}

export async function countOpen(tx: EntityManager, organisationId: string): Promise<number> {
  return tx.countBy(BatchEntity, { organisationId, state: In(['running', 'waiting', 'stopped', 'answered']) });
}

/** One charge of an organisation at a time, to the end of the transaction. */
export async function lockQuota(tx: EntityManager, organisationId: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('batch-quota'), hashtext($1))`, [organisationId]);
}

export async function quotaUse(
  tx: EntityManager,
  organisationId: string,
  { today, month }: { today: string; month: string },
): Promise<QuotaUse> {
  const [use] = await tx.query<QuotaUse[]>(
    `SELECT coalesce(sum(rows) FILTER (WHERE charged_on = $2), 0)::int AS today, coalesce(sum(rows), 0)::int AS month
     FROM quota_entry WHERE organisation_id = $1 AND charged_on BETWEEN $3 AND $2`,
    [organisationId, today, month],
  );
  return use ?? { today: 0, month: 0 };
}

export async function chargeQuota(
  tx: EntityManager,
  entry: { id: string; organisationId: string; batchId: string; chargedOn: string; rows: number },
): Promise<void> {
  await tx.query(
    'INSERT INTO quota_entry (id, organisation_id, batch_id, charged_on, rows) VALUES ($1, $2, $3, $4, $5)',
    [entry.id, entry.organisationId, entry.batchId, entry.chargedOn, entry.rows],
  );
}
