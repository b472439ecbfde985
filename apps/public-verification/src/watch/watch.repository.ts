import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { LessThan, type EntityManager } from 'typeorm';
import type { Watch } from './watch.js';
import { WatchEntity } from './watch.entity.js';

/**
 * Watches the certificates that are known here; one that the organisation watches already lasts as long as the new one.
 * @param watches with an id each; what is known is read from the certificate
 */
export async function keepWatches(tx: EntityManager, watches: readonly Omit<Watch, 'knownAsOf'>[]): Promise<Watch[]> {
  const column = (member: keyof Omit<Watch, 'knownAsOf'>): unknown[] => watches.map((each) => each[member]);
  const rows = await tx.query<{ id: string }[]>(
    `WITH kept AS (
       INSERT INTO watch (id, organisation_id, certificate_id, purpose, asked_by, asked_at, expires_on, known_as_of)
       SELECT x.id, x.organisation_id, x.certificate_id, x.purpose, x.asked_by, x.asked_at, x.expires_on, c.recorded_at
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::date[])
         AS x(id, organisation_id, certificate_id, purpose, asked_by, asked_at, expires_on)
         JOIN certificate c ON c.certificate_id = x.certificate_id
       ON CONFLICT ON CONSTRAINT watch_once DO UPDATE
         SET purpose = excluded.purpose, asked_by = excluded.asked_by, asked_at = excluded.asked_at,
           expires_on = greatest(watch.expires_on, excluded.expires_on)
       RETURNING id, organisation_id AS "organisationId", certificate_id AS "certificateId", purpose,
         asked_by AS "askedBy", asked_at AS "askedAt", expires_on::text AS "expiresOn", known_as_of AS "knownAsOf")
     SELECT * FROM kept ORDER BY id`,
    [
      column('id'),
      column('organisationId'),
      column('certificateId'),
      column('purpose'),
      column('askedBy'),
      column('askedAt'),
      column('expiresOn'),
    ],
  );
  return rows as Watch[];
}

export function countWatches(tx: EntityManager, organisationId: string): Promise<number> {
  return tx.countBy(WatchEntity, { organisationId });
}

/** @throws DomainError `watch/no-such-watch` */
export async function getWatch(tx: EntityManager, id: string): Promise<Watch> {
  const found = await tx.findOneBy(WatchEntity, { id });
  if (!found) throw await hiddenOr(tx, 'watch', id, new DomainError('watch/no-such-watch'));
  return found;
}

export async function removeWatch(tx: EntityManager, id: string): Promise<void> {
  await tx.delete(WatchEntity, { id });
}

/** Newest first, one row more than `limit`. */
export function listWatches(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<Watch[]> {
  const organisation = { organisationId: filter.organisationId ?? '' };
  const where = { ...organisation, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(WatchEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/**
 * Notes that who watches the certificate is told of this change.
 * @returns the watches that did not know of it; none when it was told before, as when the read model is made anew
 */
export function tellWatches(
  tx: EntityManager,
  change: { certificateId: string; recordedAt: Date; today: string },
): Promise<Pick<Watch, 'id' | 'organisationId'>[]> {
  return tx.query<Pick<Watch, 'id' | 'organisationId'>[]>(
    `WITH told AS (
       UPDATE watch SET known_as_of = $2 WHERE certificate_id = $1 AND known_as_of < $2 AND expires_on >= $3
       RETURNING id, organisation_id)
     SELECT id, organisation_id AS "organisationId" FROM told`,
    [change.certificateId, change.recordedAt, change.today],
  );
}

/** With what was told of them. */
export async function dropExpired(tx: EntityManager, today: string): Promise<void> {
  await tx.delete(WatchEntity, { expiresOn: LessThan(today) });
}
