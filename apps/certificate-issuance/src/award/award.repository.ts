import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { In, LessThan, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { AwardEntity, AwardRowEntity, SkillNormEntity } from './award.entity.js';
import type { RowState } from './award-row.js';
import type { Award } from './award.js';

/** Rows of one statement. */
const INSERT_ROWS = 100;

export async function insertAward(tx: EntityManager, award: Award): Promise<void> {
  await tx.insert(AwardEntity, award);
}

/** @throws DomainError `award/not-found` */
export async function getAward(tx: EntityManager, id: string): Promise<Award> {
  const award = await tx.findOneBy(AwardEntity, { id });
  if (!award) throw await hiddenOr(tx, 'award', id, new DomainError('award/not-found'));
  return award;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change an application and its rows. */
export async function changeAward(
  tx: EntityManager,
  id: string,
  decide: (award: Award) => Award | Promise<Award>,
): Promise<Award> {
  const award = await tx.findOne(AwardEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!award) throw await hiddenOr(tx, 'award', id, new DomainError('award/not-found'));
  const changed = await decide(award);
  await tx.save(AwardEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listAwards(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<Award[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(AwardEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

export async function insertRows(tx: EntityManager, rows: readonly AwardRowEntity[]): Promise<void> {
  for (let start = 0; start < rows.length; start += INSERT_ROWS) {
    await tx.insert(AwardRowEntity, rows.slice(start, start + INSERT_ROWS));
  }
}

/** In the order in which they were filed; at most 500. */
export function rowsOfAward(tx: EntityManager, awardId: string): Promise<AwardRowEntity[]> {
  return tx.find(AwardRowEntity, { where: { awardId }, order: { position: 'ASC' } });
}

/** @throws DomainError `award/row-not-found` */
export async function getRow(tx: EntityManager, id: string): Promise<AwardRowEntity> {
  const row = await tx.findOneBy(AwardRowEntity, { id });
  if (!row) throw await hiddenOr(tx, 'award_row', id, new DomainError('award/row-not-found'));
  return row;
}

export function publicRows(
  tx: EntityManager,
  awardId: string,
  states: readonly RowState[],
  after: string | undefined,
  limit: number,
): Promise<AwardRowEntity[]> {
  const where = { awardId, state: In([...states]), ...(after ? { id: MoreThan(after) } : {}) };
  return tx.find(AwardRowEntity, { where, order: { id: 'ASC' }, take: limit + 1 });
}

/** An application whose publicity runs, and how many persons its list has. */
export interface RunningAward {
  award: Award;
  persons: number;
}

/** Newest first, one row more than `limit`. */
export function listAwardsInPublicity(
  tx: EntityManager,
  day: string,
  before: string | undefined,
  limit: number,
): Promise<Award[]> {
  const where = { state: 'in-publicity' as const, publicityUntil: MoreThanOrEqual(day) };
  return tx.find(AwardEntity, {
    where: { ...where, ...(before ? { id: LessThan(before) } : {}) },
    order: { id: 'DESC' },
    take: limit + 1,
  });
}

/** Rows in these states, by application. */
export async function countRows(
  tx: EntityManager,
  awards: readonly Award[],
  states: readonly RowState[],
): Promise<Map<string, number>> {
  const rows = await tx.query<{ awardId: string; count: number }[]>(
    `SELECT award_id AS "awardId", count(*)::int AS count FROM award_row
     WHERE award_id = ANY ($1::uuid[]) AND state = ANY ($2) GROUP BY award_id`,
    [awards.map(({ id }) => id), [...states]],
  );
  return new Map(rows.map(({ awardId, count }) => [awardId, count]));
}

export async function saveRow(tx: EntityManager, row: AwardRowEntity): Promise<void> {
  await tx.save(AwardRowEntity, row);
}

const KEEP_OUTCOMES = `
  UPDATE award_row AS r SET state = x.s, refusal = x.f, certificate_id = x.c, certificate_number = x.n
  FROM unnest($1::uuid[], $2::text[], $3::jsonb[], $4::uuid[], $5::text[]) AS x(i, s, f, c, n) WHERE r.id = x.i`;

export async function keepOutcomes(tx: EntityManager, rows: readonly AwardRowEntity[]): Promise<void> {
  await tx.query(KEEP_OUTCOMES, [
    rows.map((row) => row.id),
    rows.map((row) => row.state),
    rows.map((row) => (row.refusal ? JSON.stringify(row.refusal) : null)),
    rows.map((row) => row.certificateId),
    rows.map((row) => row.certificateNumber),
  ]);
}

/** What a person can have once: a promotion by a contest of a year, a record of a norm or an occupation. */
export interface OnceOnly {
  kind: 'promotion-year' | 'record';
  key: string;
  documentIndex: string;
  rowId: string;
}

/**
 * Notes what is about to be granted. Another application that grants the same at the same time makes this wait for its
 * commit; sorted, so that two never wait for each other.
 * @returns ids of the rows whose person did not have it
 */
export async function claimOnce(tx: EntityManager, claims: readonly OnceOnly[]): Promise<Set<string>> {
  const rows = await tx.query<{ row_id: string }[]>(
    `INSERT INTO award_claim (document_index, kind, key, row_id)
     SELECT d, k, y, r FROM unnest($1::text[], $2::text[], $3::text[], $4::uuid[]) AS x(d, k, y, r) ORDER BY d, k, y
     ON CONFLICT ON CONSTRAINT award_claim_pk DO NOTHING RETURNING row_id`,
    [
      claims.map((claim) => claim.documentIndex),
      claims.map((claim) => claim.kind),
      claims.map((claim) => claim.key),
      claims.map((claim) => claim.rowId),
    ],
  );
  return new Set(rows.map((row) => row.row_id));
}

/** Takes back what was noted for rows that got nothing after all. */
export async function releaseClaims(tx: EntityManager, rowIds: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM award_claim WHERE row_id = ANY ($1::uuid[])', [rowIds]);
}

/** @throws DomainError `award/norm-exists` */
export async function insertNorm(tx: EntityManager, norm: SkillNormEntity): Promise<void> {
  const inserted = await tx.query<unknown[]>(
    `INSERT INTO skill_norm (id, code, name, published_on, valid_until, document_number, published_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT ON CONSTRAINT skill_norm_code_unique DO NOTHING RETURNING id`,
    [norm.id, norm.code, norm.name, norm.publishedOn, norm.validUntil, norm.documentNumber, norm.publishedBy],
  );
  if (inserted.length === 0) throw new DomainError('award/norm-exists');
}

/** @throws DomainError `award/norm-unknown` */
export async function getNorm(tx: EntityManager, by: { code: string } | { id: string }): Promise<SkillNormEntity> {
  const norm = await tx.findOneBy(SkillNormEntity, by);
  if (!norm) throw new DomainError('award/norm-unknown');
  return norm;
}

export function listNorms(tx: EntityManager, before: string | undefined, limit: number): Promise<SkillNormEntity[]> {
  const where = before ? { id: LessThan(before) } : {};
  return tx.find(SkillNormEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}
