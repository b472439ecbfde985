import type { EntityManager } from 'typeorm';
import type { Actor } from '../plan/plan.js';
import type { ScoreRow } from './score.js';

export async function admissionNumbersOf(tx: EntityManager, planId: string): Promise<Set<string>> {
  const rows = await tx.query<{ number: string }[]>(
    'SELECT admission_number AS number FROM candidate WHERE plan_id = $1 AND admission_number IS NOT NULL',
    [planId],
  );
  return new Set(rows.map((row) => row.number));
}

/** A row says all that is known of a candidate: it replaces what was entered before. */
export async function saveScores(
  tx: EntityManager,
  planId: string,
  rows: readonly ScoreRow[],
  actor: Actor,
): Promise<void> {
  await tx.query(
    `INSERT INTO score (candidate_id, theory_points, skill_points, theory_absent, skill_absent, entered_by, entered_at)
     SELECT c.id, x.tp, x.sp, x.ta, x.sa, $7, $8
     FROM unnest($2::text[], $3::int[], $4::int[], $5::boolean[], $6::boolean[]) AS x(number, tp, sp, ta, sa)
     JOIN candidate c ON c.plan_id = $1 AND c.admission_number = x.number
     ON CONFLICT ON CONSTRAINT score_pk DO UPDATE SET
       theory_points = excluded.theory_points, skill_points = excluded.skill_points,
       theory_absent = excluded.theory_absent, skill_absent = excluded.skill_absent,
       entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
    [
      planId,
      rows.map((row) => row.admissionNumber),
      rows.map((row) => row.theoryPoints),
      rows.map((row) => row.skillPoints),
      rows.map((row) => row.theoryAbsent),
      rows.map((row) => row.skillAbsent),
      actor.subject,
      actor.now,
    ],
  );
}

/** Candidates who lack points and absence in some subject. */
export async function countUnscored(tx: EntityManager, planId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM candidate c LEFT JOIN score s ON s.candidate_id = c.id
     WHERE c.plan_id = $1 AND (s.candidate_id IS NULL
       OR (s.theory_points IS NULL AND NOT s.theory_absent) OR (s.skill_points IS NULL AND NOT s.skill_absent))`,
    [planId],
  );
  return row?.count ?? 0;
}
