import { DomainError } from '@app/kernel';
import { In, LessThan, type EntityManager } from 'typeorm';
import { hiddenOr, type Visibility } from '@app/platform';
import { ResultRollEntity, ResultRowEntity } from './result-roll.entity.js';
import type { ResultRoll } from './result-roll.js';

/** Keeps the roll unless one of its parts has opened it before. */
export async function openRollOnce(tx: EntityManager, roll: ResultRoll): Promise<void> {
  await tx.createQueryBuilder().insert().into(ResultRollEntity).values(roll).orIgnore().execute();
}

/** @throws DomainError `result-roll/not-found` */
export async function getRoll(tx: EntityManager, id: string): Promise<ResultRoll> {
  const roll = await tx.findOneBy(ResultRollEntity, { id });
  if (!roll) throw await hiddenOr(tx, 'result_roll', id, new DomainError('result-roll/not-found'));
  return roll;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a roll. */
export async function changeRoll(
  tx: EntityManager,
  id: string,
  decide: (roll: ResultRoll) => ResultRoll,
): Promise<ResultRoll> {
  const roll = await tx.findOne(ResultRollEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!roll) throw await hiddenOr(tx, 'result_roll', id, new DomainError('result-roll/not-found'));
  const changed = decide(roll);
  await tx.save(ResultRollEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listRolls(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<ResultRoll[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(ResultRollEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** Columns and types beside the members they come from. */
const ROW_COLUMNS = {
  part: ['int', 'part'],
  position: ['int', 'position'],
  candidate_id: ['text', 'candidateId'],
  admission_number: ['text', 'admissionNumber'],
  holder_sealed: ['text', 'holderSealed'],
  name_index: ['text', 'nameIndex'],
  document_index: ['text', 'documentIndex'],
  name_masked: ['text', 'nameMasked'],
  document_masked: ['text', 'documentMasked'],
  theory_points: ['int', 'theoryPoints'],
  skill_points: ['int', 'skillPoints'],
  certificate_id: ['uuid', 'certificateId'],
  certificate_number: ['text', 'certificateNumber'],
  refusal_rule: ['text', 'refusalRule'],
} as const satisfies Record<string, readonly [type: string, member: keyof ResultRowEntity]>;

const rowColumns = Object.values(ROW_COLUMNS);
const INSERT_ROWS = `
  INSERT INTO result_row (roll_id, ${Object.keys(ROW_COLUMNS).join(', ')})
  SELECT $1, x.* FROM unnest(${rowColumns.map(([type], index) => `$${index + 2}::${type}[]`).join(', ')}) AS x`;

/** At most one part of one roll: 500 rows. */
export async function insertRows(tx: EntityManager, rollId: string, rows: readonly ResultRowEntity[]): Promise<void> {
  await tx.query(INSERT_ROWS, [rollId, ...rowColumns.map(([, member]) => rows.map((row) => row[member]))]);
}

const ROWS = `
  SELECT roll_id AS "rollId", ${Object.entries(ROW_COLUMNS)
    .map(([column, [, member]]) => `${column} AS "${member}"`)
    .join(', ')}
  FROM result_row WHERE roll_id = $1 ORDER BY part, position`;

/** In the order of the report; at most 10,000. */
export function rowsOfRoll(tx: EntityManager, rollId: string): Promise<ResultRowEntity[]> {
  return tx.query<ResultRowEntity[]>(ROWS, [rollId]);
}

export interface RowCounts {
  rows: number;
  issued: number;
  refused: number;
}

export async function countRows(tx: EntityManager, rollIds: readonly string[]): Promise<Map<string, RowCounts>> {
  const counts = await tx
    .createQueryBuilder(ResultRowEntity, 'row')
    .select('row.roll_id', 'rollId')
    .addSelect('count(*)::int', 'rows')
    .addSelect('count(row.certificate_id)::int', 'issued')
    .addSelect('count(row.refusal_rule)::int', 'refused')
    .where({ rollId: In([...rollIds]) })
    .groupBy('row.roll_id')
    .getRawMany<RowCounts & { rollId: string }>();
  return new Map(counts.map(({ rollId, rows, issued, refused }) => [rollId, { rows, issued, refused }]));
}

const KEEP_OUTCOMES = `
  UPDATE result_row AS r SET certificate_id = x.c, certificate_number = x.n, refusal_rule = x.f
  FROM unnest($2::int[], $3::int[], $4::uuid[], $5::text[], $6::text[]) AS x(p, o, c, n, f)
  WHERE r.roll_id = $1 AND r.part = x.p AND r.position = x.o`;

export async function keepOutcomes(tx: EntityManager, rollId: string, rows: readonly ResultRowEntity[]): Promise<void> {
  await tx.query(KEEP_OUTCOMES, [
    rollId,
    rows.map((row) => row.part),
    rows.map((row) => row.position),
    rows.map((row) => row.certificateId),
    rows.map((row) => row.certificateNumber),
    rows.map((row) => row.refusalRule),
  ]);
}
