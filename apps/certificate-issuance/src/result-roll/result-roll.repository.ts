import { DomainError } from '@app/kernel';
import { In, LessThan, type EntityManager } from 'typeorm';
import { arrayParameter, hiddenOr, type Visibility } from '@app/platform';
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
  SELECT $1, ${rowColumns.map(([type], index) => `unnest($${index + 2}::${type}[])`).join(', ')}`;

/** At most one part of one roll: 500 rows. */
export async function insertRows(tx: EntityManager, rollId: string, rows: readonly ResultRowEntity[]): Promise<void> {
  await tx.query(INSERT_ROWS, [
    rollId,
    ...rowColumns.map(([type, member]) =>
      arrayParameter(
        type,
        rows.map((row) => row[member]),
      ),
    ),
  ]);
}

const selected = (members: readonly (keyof ResultRowEntity)[]): string =>
  Object.entries(ROW_COLUMNS)
    .filter(([, [, member]]) => members.includes(member))
    .map(([column, [, member]]) => `${column} AS "${member}"`)
    .join(', ');

const ROWS = `
  SELECT roll_id AS "rollId", ${selected(rowColumns.map(([, member]) => member))}, refusal_rule AS "refusalRule"
  FROM result_row WHERE roll_id = $1 ORDER BY part, position`;

/** In the order of the report; at most 10,000. */
export function rowsOfRoll(tx: EntityManager, rollId: string): Promise<ResultRowEntity[]> {
  return tx.query<ResultRowEntity[]>(ROWS, [rollId]);
}

const AUDITED = [
  'part',
  'position',
  'candidateId',
  'nameIndex',
  'documentIndex',
  'theoryPoints',
  'skillPoints',
] as const satisfies (keyof ResultRowEntity)[];
export type AuditedRow = Pick<ResultRowEntity, (typeof AUDITED)[number]>;
const AUDITED_ROWS = `SELECT ${selected(AUDITED)} FROM result_row WHERE roll_id = $1 ORDER BY part, position`;

/** What the audit goes by, as `rowsOfRoll`: who the persons are is read when it is their turn, for that is most of a row. */
export function auditedRowsOfRoll(tx: EntityManager, rollId: string): Promise<AuditedRow[]> {
  return tx.query<AuditedRow[]>(AUDITED_ROWS, [rollId]);
}

const PERSON = [
  'part',
  'position',
  'candidateId',
  'holderSealed',
  'nameIndex',
  'documentIndex',
  'nameMasked',
  'documentMasked',
] as const satisfies (keyof ResultRowEntity)[];
export type RowPerson = Pick<ResultRowEntity, (typeof PERSON)[number]>;
const PERSONS = `
  SELECT ${selected(PERSON)} FROM result_row
  WHERE roll_id = $1 AND (part, position) BETWEEN ($2, $3) AND ($4, $5) ORDER BY part, position`;

const placeOf = ({ part, position }: Pick<ResultRowEntity, 'part' | 'position'>): string => `${part}/${position}`;

/**
 * @param rows in the order of the report; what lies between them in the roll is left out
 * @returns in the order of the rows
 */
export async function personsOfRows(
  tx: EntityManager,
  rollId: string,
  rows: readonly AuditedRow[],
): Promise<RowPerson[]> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const ends = [first.part, first.position, last.part, last.position];
  const wanted = new Set(rows.map(placeOf));
  const found = await tx.query<RowPerson[]>(PERSONS, [rollId, ...ends]);
  const persons = found.filter((person) => wanted.has(placeOf(person)));
  // Who is erased at this moment has no certificate made of what is left.
  if (persons.length !== rows.length) throw new Error('a row of the roll went while it was issued');
  return persons;
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
export async function keepRefusals(
  tx: EntityManager,
  rollId: string,
  rows: readonly Pick<ResultRow, 'part' | 'position' | 'refusalRule'>[],
): Promise<void> {
  const refused = rows.filter((row) => row.refusalRule);
  if (refused.length === 0) return;
  await tx.query(KEEP_REFUSALS, [
    rollId,
    refused.map((row) => row.part),
    refused.map((row) => row.position),
    refused.map((row) => row.refusalRule),
  ]);
}
