import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { LessThan, type EntityManager } from 'typeorm';
import { DestructionEntity } from './blank-stock.entity.js';
import type { Destruction } from './destruction.js';

/** Keeps the batch and promises its blanks to it. */
export async function insertDestruction(
  tx: EntityManager,
  destruction: Destruction,
  blankIds: readonly string[],
): Promise<void> {
  await tx.insert(DestructionEntity, destruction);
  await tx.query('UPDATE blank SET destruction_id = $1 WHERE id = ANY ($2::uuid[])', [destruction.id, blankIds]);
}

/** Locks the row, applies `decide`, saves what it gives, and lets the blanks follow. */
export async function changeDestruction(
  tx: EntityManager,
  id: string,
  decide: (destruction: Destruction) => Destruction,
): Promise<Destruction> {
  const found = await tx.findOne(DestructionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw await hiddenOr(tx, 'blank_destruction', id, new DomainError('blank-destruction/not-found'));
  const changed = decide(found);
  await tx.save(DestructionEntity, changed);
  if (changed.state === 'done') await tx.query(`UPDATE blank SET state = 'destroyed' WHERE destruction_id = $1`, [id]);
  if (changed.state === 'refused') {
    await tx.query('UPDATE blank SET destruction_id = NULL WHERE destruction_id = $1', [id]);
  }
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listDestructions(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<Destruction[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(DestructionEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}
