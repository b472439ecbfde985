import type { LevelDigit } from '@app/standards';
import type { EntityManager } from 'typeorm';
import { statesBefore } from '../candidate/candidate.js';
import { assertAllMoved } from '../candidate/candidate.repository.js';
import { PASS_POINTS } from '../score/score.js';
import type { AuditAnswer } from './report.js';

export interface PassedRow {
  id: string;
  admissionNumber: string;
  personSealed: string;
  personIndex: string;
  theoryPoints: number;
  skillPoints: number;
}

/** Passed persons by admission number, after `after`; all of them without `limit`. */
export async function listPassed(
  tx: EntityManager,
  planId: string,
  after = '',
  limit: number | null = null,
): Promise<PassedRow[]> {
  return tx.query<PassedRow[]>(
    `SELECT c.id, c.admission_number AS "admissionNumber", c.person_sealed AS "personSealed",
       c.document_index AS "personIndex", s.theory_points AS "theoryPoints", s.skill_points AS "skillPoints"
     FROM candidate c JOIN score s ON s.candidate_id = c.id
     WHERE c.plan_id = $1 AND s.theory_points >= $2 AND s.skill_points >= $2 AND c.admission_number > $3
     ORDER BY c.admission_number LIMIT $4`,
    [planId, PASS_POINTS, after, limit],
  );
}

/** A plan whose publicity runs, and how many persons its list has. */
export interface RunningPublicity {
  id: string;
  agencyName: string;
  siteCode: string;
  jurisdiction: string;
  occupationCode: string;
  occupationName: string;
  specialty: string;
  levelDigit: LevelDigit;
  examOn: string;
  publicityFrom: string;
  publicityUntil: string;
  persons: number;
}

const RUNNING = `
  SELECT id, agency_name AS "agencyName", site_code AS "siteCode", jurisdiction, occupation_code AS "occupationCode",
    occupation_name AS "occupationName", specialty, level_digit AS "levelDigit", exam_on::text AS "examOn",
    publicity_from::text AS "publicityFrom", publicity_until::text AS "publicityUntil",
    (SELECT count(*)::int FROM candidate c JOIN score s ON s.candidate_id = c.id
     WHERE c.plan_id = plan.id AND s.theory_points >= $2 AND s.skill_points >= $2) AS persons
  FROM plan WHERE state = 'in-publicity' AND publicity_until >= $1 AND ($3::uuid IS NULL OR id < $3)
  ORDER BY id DESC LIMIT $4`;

/** Newest first, one row more than `limit`. */
export function listRunning(
  tx: EntityManager,
  day: string,
  before: string | undefined,
  limit: number,
): Promise<RunningPublicity[]> {
  return tx.query(RUNNING, [day, PASS_POINTS, before ?? null, limit + 1]);
}

export async function markReported(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const [, moved] = await tx.query<[unknown, number]>(
    `UPDATE candidate SET state = 'reported' WHERE id = ANY($1) AND state = ANY($2)`,
    [ids, statesBefore('reported')],
  );
  assertAllMoved(moved, ids.length);
}

/** Writes the authority's answers; every one must be about a reported person of the plan who had none. */
export async function saveAnswers(tx: EntityManager, planId: string, answers: readonly AuditAnswer[]): Promise<void> {
  const [, moved] = await tx.query<[unknown, number]>(
    `UPDATE candidate SET state = CASE WHEN x.number <> '' THEN 'certified' ELSE 'refused' END,
       certificate_number = nullif(x.number, ''), refusal_rule = nullif(x.rule, '')
     FROM unnest($2::uuid[], $3::text[], $4::text[]) AS x(id, number, rule)
     WHERE candidate.id = x.id AND plan_id = $1 AND state = ANY($5)`,
    [
      planId,
      answers.map((answer) => answer.candidateId),
      answers.map((answer) => answer.certificateNumber),
      answers.map((answer) => answer.refusalRule),
      statesBefore('certified'),
    ],
  );
  assertAllMoved(moved, answers.length);
}

export async function countUnanswered(tx: EntityManager, planId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM candidate WHERE plan_id = $1 AND state = ANY($2)',
    [planId, statesBefore('certified')],
  );
  return row?.count ?? 0;
}
