import { DomainError } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { CandidateState } from './candidate.js';

/** A candidate with what was scored so far; null where nothing is known. */
export interface CandidateRow {
  id: string;
  state: CandidateState;
  personSealed: string;
  admissionNumber: string | null;
  room: string | null;
  seat: number | null;
  theoryPoints: number | null;
  skillPoints: number | null;
  theoryAbsent: boolean | null;
  skillAbsent: boolean | null;
  certificateNumber: string | null;
  refusalRule: string | null;
}

export async function countCandidates(tx: EntityManager, planIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ plan_id: string; count: number }[]>(
    'SELECT plan_id, count(*)::int AS count FROM candidate WHERE plan_id = ANY($1) GROUP BY plan_id',
    [planIds],
  );
  return new Map(rows.map((row) => [row.plan_id, row.count]));
}

/** Newest first, one row more than `limit`. */
export async function listCandidates(
  tx: EntityManager,
  planId: string,
  before: string | undefined,
  limit: number,
): Promise<CandidateRow[]> {
  return tx.query<CandidateRow[]>(
    `SELECT c.id, c.state, c.person_sealed AS "personSealed", c.admission_number AS "admissionNumber", c.room, c.seat,
       s.theory_points AS "theoryPoints", s.skill_points AS "skillPoints", s.theory_absent AS "theoryAbsent",
       s.skill_absent AS "skillAbsent", c.certificate_number AS "certificateNumber", c.refusal_rule AS "refusalRule"
     FROM candidate c LEFT JOIN score s ON s.candidate_id = c.id
     WHERE c.plan_id = $1 AND ($2::uuid IS NULL OR c.id < $2) ORDER BY c.id DESC LIMIT $3`,
    [planId, before ?? null, limit + 1],
  );
}

export interface ExportedCandidate extends Omit<CandidateRow, 'state' | 'certificateNumber' | 'refusalRule'> {
  /** Null once the retention period is over. */
  phoneSealed: string | null;
}

/**
 * In the order of the roster, from the one after `after`. The page is cut before scores are looked up: joined first, the
 * scores of everyone who follows are read, and checked row by row, for each page.
 */
export async function candidatesAfter(
  tx: EntityManager,
  planId: string,
  after: string | undefined,
  limit: number,
): Promise<ExportedCandidate[]> {
  return tx.query<ExportedCandidate[]>(
    `WITH c AS MATERIALIZED (
       SELECT id, person_sealed, phone_sealed, admission_number, room, seat FROM candidate
       WHERE plan_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3)
     SELECT c.id, c.person_sealed AS "personSealed", c.phone_sealed AS "phoneSealed",
       c.admission_number AS "admissionNumber", c.room, c.seat, s.theory_points AS "theoryPoints",
       s.skill_points AS "skillPoints", s.theory_absent AS "theoryAbsent", s.skill_absent AS "skillAbsent"
     FROM c LEFT JOIN score s ON s.candidate_id = c.id ORDER BY c.id`,
    [planId, after ?? null, limit],
  );
}

/**
 * Bulk statements name the states they start from, so a row that is elsewhere stays and is missed in the count.
 * @throws DomainError `candidate/illegal-transition`
 */
export function assertAllMoved(moved: number, wanted: number): void {
  if (moved !== wanted) throw new DomainError('candidate/illegal-transition', { moved, wanted });
}
