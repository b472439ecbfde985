import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { In, LessThan, type EntityManager } from 'typeorm';
import type { Certificate, EarlierParts } from '../certificate/certificate.js';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import { ChangeEntity } from './change.entity.js';
import type { Change } from './change.js';

export async function insertChange(tx: EntityManager, change: Change): Promise<void> {
  await tx.insert(ChangeEntity, change);
}

const missing = async (tx: EntityManager, id: string): Promise<Error> =>
  hiddenOr(tx, 'certificate_change', id, new DomainError('change/not-found'));

/** @throws DomainError `change/not-found` */
export async function getChange(tx: EntityManager, id: string): Promise<Change> {
  const change = await tx.findOneBy(ChangeEntity, { id });
  if (!change) throw await missing(tx, id);
  return change;
}

/** Locks the row, applies `decide` and saves what it gives. */
export async function changeChange(
  tx: EntityManager,
  id: string,
  decide: (change: Change) => Change | Promise<Change>,
): Promise<Change> {
  const change = await tx.findOne(ChangeEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!change) throw await missing(tx, id);
  const changed = await decide(change);
  await tx.save(ChangeEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listChanges(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<Change[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(ChangeEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** Locked in the order of their ids, so that two changes of the same certificates never wait for each other. */
export function lockCertificates(tx: EntityManager, ids: readonly string[]): Promise<(Certificate & EarlierParts)[]> {
  return tx.find(CertificateEntity, {
    where: { id: In([...ids]) },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

/**
 * Those who may not see the certificates are told that, and not that there are none.
 * @throws DomainError `change/certificates`, or `access/…` for those of others
 */
export async function assertAllSeen(
  tx: EntityManager,
  asked: { ids: readonly string[]; rollId: string | undefined },
  seen: readonly { id: string }[],
): Promise<void> {
  const known = new Set(seen.map(({ id }) => id));
  const unseen = asked.ids.find((id) => !known.has(id));
  const none = new DomainError('change/certificates');
  if (unseen) throw await hiddenOr(tx, 'certificate', unseen, none);
  if (seen.length === 0 && asked.rollId) throw await hiddenOr(tx, 'result_roll', asked.rollId, none);
}

/** Ids of a roll's certificates that are valid. */
export async function validOfRoll(tx: EntityManager, rollId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM certificate WHERE roll_id = $1 AND status = 'valid' ORDER BY id`,
    [rollId],
  );
  return rows.map(({ id }) => id);
}

/** Ends the validity of these certificates, frees their holders and has their status lists published anew. */
export async function endValidity(
  tx: EntityManager,
  ids: readonly string[],
  end: { status: string; reason: string; on: string; replacedBy: string | null },
): Promise<void> {
  await tx.query(
    `UPDATE certificate SET status = $2, status_reason = $3, status_on = $4, replaced_by = $5 WHERE id = ANY ($1::uuid[])`,
    [ids, end.status, end.reason, end.on, end.replacedBy],
  );
  await tx.query('DELETE FROM holding WHERE certificate_id = ANY ($1::uuid[])', [ids]);
  await tx.query(
    `UPDATE status_list SET dirty = true
     WHERE list IN (SELECT status_list FROM certificate WHERE id = ANY ($1::uuid[]))`,
    [ids],
  );
}
