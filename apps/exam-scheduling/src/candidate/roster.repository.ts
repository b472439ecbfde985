import { MoreThan, type EntityManager } from 'typeorm';
import { DomainError, type FieldFault } from '@app/kernel';
import type { RosterColumn, RowVerdict } from './roster.js';
import { RosterImportEntity, RosterRowEntity } from './roster.entity.js';

/** Rows one statement writes. */
const INSERT_ROWS = 200;

export interface SealedRow {
  row: number;
  verdict: RowVerdict;
  repaired: RosterColumn[];
  faults: FieldFault[];
  cellsSealed: string;
}

export interface SealedRegistration {
  id: string;
  documentIndex: string;
  nameIndex: string;
  personSealed: string;
  phoneSealed: string;
  rowSealed: string;
}

function* chunksOf<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += INSERT_ROWS) yield items.slice(start, start + INSERT_ROWS);
}

export async function insertImport(
  tx: EntityManager,
  upload: { id: string; planId: string; uploadedBy: string; uploadedAt: Date },
  rows: readonly SealedRow[],
): Promise<void> {
  await tx.insert(RosterImportEntity, upload);
  for (const chunk of chunksOf(rows)) {
    await tx.query(
      `INSERT INTO roster_row (import_id, row_number, verdict, repaired, faults, cells_sealed)
       SELECT $1, r, v, p, f, c FROM unnest($2::int[], $3::text[], $4::jsonb[], $5::jsonb[], $6::text[]) AS x(r, v, p, f, c)`,
      [
        upload.id,
        chunk.map((row) => row.row),
        chunk.map((row) => row.verdict),
        chunk.map((row) => JSON.stringify(row.repaired)),
        chunk.map((row) => JSON.stringify(row.faults)),
        chunk.map((row) => row.cellsSealed),
      ],
    );
  }
}

/**
 * Registers persons, or replaces what an earlier file said of them (plan, document; a plan has one occupation and
 * level). The caller holds the plan's lock.
 * @returns how many were there before
 */
export async function registerCandidates(
  tx: EntityManager,
  planId: string,
  importId: string,
  people: readonly SealedRegistration[],
): Promise<number> {
  let replaced = 0;
  for (const chunk of chunksOf(people)) {
    const documents = chunk.map((person) => person.documentIndex);
    const [before] = await tx.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM candidate WHERE plan_id = $1 AND document_index = ANY($2)',
      [planId, documents],
    );
    replaced += before?.count ?? 0;
    await tx.query(
      `INSERT INTO candidate (plan_id, import_id, state, id, document_index, name_index, person_sealed, phone_sealed, row_sealed)
       SELECT $1, $2, 'registered', i, d, n, p, h, r
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) AS x(i, d, n, p, h, r)
       ON CONFLICT ON CONSTRAINT candidate_plan_document_unique DO UPDATE SET
         import_id = excluded.import_id, name_index = excluded.name_index, person_sealed = excluded.person_sealed,
         phone_sealed = excluded.phone_sealed, row_sealed = excluded.row_sealed`,
      [
        planId,
        importId,
        chunk.map((person) => person.id),
        documents,
        chunk.map((person) => person.nameIndex),
        chunk.map((person) => person.personSealed),
        chunk.map((person) => person.phoneSealed),
        chunk.map((person) => person.rowSealed),
      ],
    );
  }
  return replaced;
}

/** @throws DomainError `roster/import-not-found` when the plan has no such import */
export async function assertImportOf(tx: EntityManager, planId: string, importId: string): Promise<void> {
  if (!(await tx.existsBy(RosterImportEntity, { id: importId, planId }))) {
    throw new DomainError('roster/import-not-found');
  }
}

/** Rows in the order of the file, after row number `after`. */
export async function listRosterRows(
  tx: EntityManager,
  importId: string,
  after: number,
  limit: number,
): Promise<RosterRowEntity[]> {
  return tx.find(RosterRowEntity, {
    where: { importId, rowNumber: MoreThan(after) },
    order: { rowNumber: 'ASC' },
    take: limit,
  });
}
