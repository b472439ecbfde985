import { DomainError } from '@app/kernel';
import { In, LessThan, type EntityManager } from 'typeorm';
import { hiddenOr, type Visibility } from '@app/platform';
import { ResultRollEntity, ResultRowEntity, type ResultRow } from './result-roll.entity.js';
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
    .join(', ')}, refusal_rule AS "refusalRule"
  FROM result_row WHERE roll_id = $1 ORDER BY part, position`;

/** In the order of the report; at most 10,000. */
export function rowsOfRoll(tx: EntityManager, rollId: string): Promise<ResultRowEntity[]> {
  return tx.query<ResultRowEntity[]>(ROWS, [rollId]);
}

const ISSUED = `SELECT document_index AS "documentIndex", id AS "certificateId", number AS "certificateNumber"
  FROM certificate WHERE roll_id = $1 AND version = 1`;

/** The rows with their certificates. A roll gives a document one at most: the audit refuses a second row of it. */
export async function issuedRowsOfRoll(tx: EntityManager, rollId: string): Promise<ResultRow[]> {
  const rows = await rowsOfRoll(tx, rollId);
  const issued = await tx.query<Pick<ResultRow, 'documentIndex' | 'certificateId' | 'certificateNumber'>[]>(ISSUED, [
    rollId,
  ]);
  const ofDocument = new Map(issued.map((each) => [each.documentIndex, each]));
  return rows.map((row) => (row.refusalRule ? row : { ...row, ...ofDocument.get(row.documentIndex) }));
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
    .addSelect(`count(*) FILTER (WHERE roll.state = 'issued' AND row.refusal_rule IS NULL)::int`, 'issued')
    .addSelect('count(row.refusal_rule)::int', 'refused')
    .innerJoin(ResultRollEntity, 'roll', 'roll.id = row.roll_id')
    .where({ rollId: In([...rollIds]) })
    .groupBy('row.roll_id')
    .getRawMany<RowCounts & { rollId: string }>();
  return new Map(counts.map(({ rollId, rows, issued, refused }) => [rollId, { rows, issued, refused }]));
}

const KEEP_REFUSALS = `
  UPDATE result_row AS r SET refusal_rule = x.f
  FROM unnest($2::int[], $3::int[], $4::text[]) AS x(p, o, f)
  WHERE r.roll_id = $1 AND r.part = x.p AND r.position = x.o`;

/** Of the rows that were refused: an issued one is not written again, its certificate says what became of it. */
export async function keepRefusals(tx: EntityManager, rollId: string, rows: readonly ResultRow[]): Promise<void> {
  const refused = rows.filter((row) => row.refusalRule);
  if (refused.length === 0) return;
  await tx.query(KEEP_REFUSALS, [
    rollId,
    refused.map((row) => row.part),
    refused.map((row) => row.position),
    refused.map((row) => row.refusalRule),
  ]);
}
