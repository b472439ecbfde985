import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { In, LessThan, type EntityManager } from 'typeorm';
import { BlankEntity } from './blank-stock.entity.js';
import type { Blank, BlankState } from './blank.js';

/** Locks the row, applies `decide` and saves what it gives: the only way to change one blank. */
export async function changeBlank(tx: EntityManager, id: string, decide: (blank: Blank) => Blank): Promise<Blank> {
  const blank = await tx.findOne(BlankEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!blank) throw await hiddenOr(tx, 'blank', id, new DomainError('blank/not-found'));
  const changed = decide(blank);
  await tx.save(BlankEntity, changed);
  return changed;
}

/** @throws DomainError `blank/not-in-stock` with no blank of this serial in the organisation's stock */
export async function blankIdOf(tx: EntityManager, organisationId: string, serial: string): Promise<string> {
  const found = await tx.findOneBy(BlankEntity, { organisationId, serial });
  if (!found) throw new DomainError('blank/not-in-stock');
  return found.id;
}

/**
 * Locks the lowest serial on hand that nobody else is just taking: two printers never wait for, nor get, the same one.
 * @throws DomainError `blank/none-on-hand`
 */
export async function nextBlankId(tx: EntityManager, organisationId: string): Promise<string> {
  const [next] = await tx.query<{ id: string }[]>(
    `SELECT id FROM blank WHERE organisation_id = $1 AND state = 'on-hand' AND destruction_id IS NULL
     ORDER BY serial LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [organisationId],
  );
  if (!next) throw new DomainError('blank/none-on-hand');
  return next.id;
}

/** The blank that a certificate is printed on now. */
export async function findPrint(tx: EntityManager, certificateId: string): Promise<Blank | null> {
  return tx.findOneBy(BlankEntity, { certificateId, state: 'used' });
}

/** Prints of one certificate are decided one after the other. */
export async function lockCertificate(tx: EntityManager, certificateId: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`blank/${certificateId}`]);
}

export interface BlankFilter extends Visibility {
  state?: BlankState;
  serial?: string;
}

/** Newest first, one row more than `limit`. */
export function listBlanks(
  tx: EntityManager,
  filter: BlankFilter,
  before: string | undefined,
  limit: number,
): Promise<Blank[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(BlankEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** Locks those of the organisation's stock that have these serials, in the order of serials. */
export function lockBlanks(tx: EntityManager, organisationId: string, serials: readonly string[]): Promise<Blank[]> {
  return tx.find(BlankEntity, {
    where: { organisationId, serial: In([...serials]) },
    order: { serial: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
}

export interface BlankBalance {
  organisationId: string;
  jurisdiction: string;
  granted: number;
  received: number;
  onHand: number;
  used: number;
  spoiled: number;
  destroyed: number;
}

/** Kept by triggers of the database, never by the program. */
export function listBalances(
  tx: EntityManager,
  { organisationId, jurisdiction }: Visibility,
  after: string | undefined,
  limit: number,
): Promise<BlankBalance[]> {
  return tx.query<BlankBalance[]>(
    `SELECT organisation_id AS "organisationId", jurisdiction, granted, received, on_hand AS "onHand", used, spoiled, destroyed
     FROM blank_balance WHERE ($1::text IS NULL OR organisation_id = $1) AND ($2::text IS NULL OR jurisdiction = $2)
       AND ($3::text IS NULL OR organisation_id > $3) ORDER BY organisation_id LIMIT $4`,
    [organisationId ?? null, jurisdiction ?? null, after ?? null, limit + 1],
  );
}
