import { DomainError } from '@app/kernel';
import { hiddenOr } from '@app/platform';
import { LessThan, type EntityManager } from 'typeorm';
import type { KeyChange } from './key-change.js';
import { KeyChangeEntity } from './signing-key.entity.js';

/** @throws DomainError `key-change/open` when the same was proposed before and waits for a decision */
export async function insertChange(tx: EntityManager, change: KeyChange): Promise<void> {
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(KeyChangeEntity)
    .values(change)
    .orIgnore()
    .returning('id')
    .execute();
  if ((raw as unknown[]).length === 0) throw new DomainError('key-change/open');
}

/** @throws DomainError `key-change/not-found` */
export async function getChange(tx: EntityManager, id: string): Promise<KeyChange> {
  const change = await tx.findOneBy(KeyChangeEntity, { id });
  if (!change) throw await hiddenOr(tx, 'key_change', id, new DomainError('key-change/not-found'));
  return change;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change one. */
export async function changeChange(
  tx: EntityManager,
  id: string,
  decide: (change: KeyChange) => KeyChange,
): Promise<KeyChange> {
  const change = await tx.findOne(KeyChangeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!change) throw await hiddenOr(tx, 'key_change', id, new DomainError('key-change/not-found'));
  const changed = decide(change);
  await tx.save(KeyChangeEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listChanges(tx: EntityManager, before: string | undefined, limit: number): Promise<KeyChange[]> {
  return tx.find(KeyChangeEntity, {
    where: before ? { id: LessThan(before) } : {},
    order: { id: 'DESC' },
    take: limit + 1,
  });
}
