import { DomainError, newId } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { sqlStateOf } from '@app/messaging';
import { LessThan, type EntityManager } from 'typeorm';
import { SupplyRequestEntity } from './blank-stock.entity.js';
import type { SupplyRequest } from './supply-request.js';

const UNIQUE_VIOLATION = '23505';

/** The body as its latest filing names it; undefined for an organisation without one. */
export async function findBody(
  tx: EntityManager,
  organisationId: string,
): Promise<{ agencyName: string; jurisdiction: string } | undefined> {
  const [body] = await tx.query<{ agencyName: string; jurisdiction: string }[]>(
    `SELECT agency_name AS "agencyName", jurisdiction FROM filed_scope WHERE organisation_id = $1
     ORDER BY filed_on DESC LIMIT 1`,
    [organisationId],
  );
  return body;
}

export async function insertRequest(tx: EntityManager, request: SupplyRequest): Promise<void> {
  await tx.insert(SupplyRequestEntity, request);
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a request. */
export async function changeRequest(
  tx: EntityManager,
  id: string,
  decide: (request: SupplyRequest) => SupplyRequest,
): Promise<SupplyRequest> {
  const request = await tx.findOne(SupplyRequestEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!request) throw await hiddenOr(tx, 'blank_request', id, new DomainError('blank-request/not-found'));
  const changed = decide(request);
  await tx.save(SupplyRequestEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listRequests(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<SupplyRequest[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(SupplyRequestEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** @throws DomainError `blank-stock/serial-taken` when one of them was given out before, to whomever */
export async function insertBlanks(
  tx: EntityManager,
  { id, organisationId, jurisdiction }: SupplyRequest,
  serials: readonly string[],
): Promise<void> {
  try {
    await tx.query(
      `INSERT INTO blank (id, serial, request_id, organisation_id, jurisdiction, state)
       SELECT i, s, $3, $4, $5, 'granted' FROM unnest($1::uuid[], $2::text[]) AS x(i, s)`,
      [serials.map(() => newId()), serials, id, organisationId, jurisdiction],
    );
  } catch (error) {
    if (sqlStateOf(error) === UNIQUE_VIOLATION) throw new DomainError('blank-stock/serial-taken');
    throw error;
  }
}

/** The blanks of a request are on hand from now on. */
export async function takeOnHand(tx: EntityManager, requestId: string): Promise<void> {
  await tx.query(`UPDATE blank SET state = 'on-hand' WHERE request_id = $1 AND state = 'granted'`, [requestId]);
}
