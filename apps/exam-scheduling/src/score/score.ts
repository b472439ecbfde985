import { chinaDate, DomainError, type FieldFault } from '@app/kernel';
import { movePlan, type Actor, type Plan } from '../plan/plan.js';

/** 百分制, both subjects, no averaging (domain.md §5.5 [S-HLJ2]). */
export const PASS_POINTS = 60;
const POINTS_MAX = 100;

/** Points 0–100 or null; absence is not zero points (domain.md §12 item 24). */
export interface Score {
  theoryPoints: number | null;
  skillPoints: number | null;
  theoryAbsent: boolean;
  skillAbsent: boolean;
}

export interface ScoreRow extends Score {
  admissionNumber: string;
}

export interface RefusedScore {
  /** Place in the request, from 0. */
  index: number;
  admissionNumber: string;
  faults: FieldFault[];
}

export type Result = 'PASS' | 'FAIL' | 'INCOMPLETE';

/** A missing required subject is INCOMPLETE, whatever the other one gave. */
export function resultOf(score: Pick<Score, 'theoryPoints' | 'skillPoints'>): Result {
  const { theoryPoints, skillPoints } = score;
  if (theoryPoints === null || skillPoints === null) return 'INCOMPLETE';
  return theoryPoints >= PASS_POINTS && skillPoints >= PASS_POINTS ? 'PASS' : 'FAIL';
}

function subjectFaults(subject: 'theory' | 'skill', points: number | null, isAbsent: boolean): FieldFault[] {
  const field = `${subject}Points`;
  const name = subject === 'theory' ? '理论' : '技能';
  if (points === null) return [];
  if (isAbsent)
    return [{ field, rule: 'absent-with-points', zh: `${name}缺考不能有成绩`, en: 'absent, so there are no points' }];
  if (!Number.isInteger(points) || points < 0 || points > POINTS_MAX)
    return [{ field, rule: 'points-range', zh: `${name}成绩应为0至100的整数`, en: 'a whole number from 0 to 100' }];
  return [];
}

/**
 * Parts good rows from bad ones.
 * @param known admission numbers of the plan
 */
export function checkScoreRows(
  rows: readonly ScoreRow[],
  known: ReadonlySet<string>,
): { good: ScoreRow[]; bad: RefusedScore[] } {
  const good: ScoreRow[] = [];
  const bad: RefusedScore[] = [];
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const { admissionNumber } = row;
    const faults = [
      ...subjectFaults('theory', row.theoryPoints, row.theoryAbsent),
      ...subjectFaults('skill', row.skillPoints, row.skillAbsent),
    ];
    const field = 'admissionNumber';
    if (!known.has(admissionNumber))
      faults.push({ field, rule: 'unknown-admission-number', zh: '本计划没有这个准考证号', en: 'not of this plan' });
    if (seen.has(admissionNumber))
      faults.push({ field, rule: 'duplicate', zh: '准考证号重复', en: 'the admission number is listed twice' });
    seen.add(admissionNumber);
    if (faults.length > 0) bad.push({ index, admissionNumber, faults });
    else good.push(row);
  }
  return { good, bad };
}

/**
 * 登分: on the exam day or later; may be repeated until it is verified.
 * @throws DomainError `score/before-exam`
 */
export function enterScores(plan: Plan, actor: Actor): Plan {
  const moved = plan.state === 'scored' ? plan : movePlan(plan, 'scored', actor);
  if (chinaDate(actor.now) < plan.examOn) throw new DomainError('score/before-exam', { examOn: plan.examOn });
  return { ...moved, scoredBy: [...new Set([...plan.scoredBy, actor.subject])] };
}

/**
 * 复核 by a person who entered nothing (domain.md §5.5).
 * @param missing candidates without points or absence in some subject
 * @throws DomainError `access/same-person`; `score/missing` with their number
 */
export function verifyScores(plan: Plan, missing: number, actor: Actor): Plan {
  const moved = movePlan(plan, 'verified', actor);
  if (plan.scoredBy.includes(actor.subject)) throw new DomainError('access/same-person');
  if (missing > 0) throw new DomainError('score/missing', { missing });
  return moved;
}
