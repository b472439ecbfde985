import { chinaDate, DomainError } from '@app/kernel';
import { addWorkingDays } from '@app/standards';
import { movePlan, type Actor, type Plan } from '../plan/plan.js';

/** Rows one event carries; a part of this size stays well below the broker's largest message. */
const ROWS_PER_PART = 500;

export interface ReportRules {
  publicityWorkingDays: number;
  reportWorkingDays: number;
}

/** 公示: the day of posting is not counted (民法典 第二百零一条), holidays and 调休 are (domain.md §12 item 25). */
export function startPublicity(plan: Plan, rules: ReportRules, actor: Actor): Plan {
  const from = chinaDate(actor.now);
  return {
    ...movePlan(plan, 'in-publicity', actor),
    publicityFrom: from,
    publicityUntil: addWorkingDays(from, rules.publicityWorkingDays),
  };
}

/**
 * Names are public for as long as publicity runs and not longer.
 * @throws DomainError `publicity/not-found` before, afterwards and for any other plan
 */
export function assertPublic(plan: Plan, now: Date): void {
  const isRunning = plan.state === 'in-publicity' && chinaDate(now) <= (plan.publicityUntil ?? '');
  if (!isRunning) throw new DomainError('publicity/not-found');
}

/** A roll without rows (nobody passed) is told in one empty part, so that the authority hears of the end. */
export function partsOf<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start === 0 || start < rows.length; start += ROWS_PER_PART) {
    parts.push(rows.slice(start, start + ROWS_PER_PART));
  }
  return parts;
}

/**
 * 上报 after the last day of publicity. A report after the working days allowed for it goes through and is noted.
 * @throws DomainError `report/publicity-running` with the last day
 */
export function reportPlan(
  plan: Plan,
  roll: { rollId: string; rows: number; parts: number },
  rules: ReportRules,
  actor: Actor,
): Plan {
  const moved = movePlan(plan, 'reported', actor);
  const today = chinaDate(actor.now);
  const until = plan.publicityUntil ?? '';
  if (today <= until) throw new DomainError('report/publicity-running', { until });
  const late = today > addWorkingDays(until, rules.reportWorkingDays);
  return { ...moved, roll: { ...roll, reportedOn: today, late } };
}

/** The authority's answer for one person: a number or the rule of the refusal. */
export interface AuditAnswer {
  candidateId: string;
  certificateNumber: string;
  refusalRule: string;
}

/** @throws DomainError `report/audit-answer` for a row with neither or both, or for another roll */
export function assertAnswers(plan: Plan, rollId: string, answers: readonly AuditAnswer[]): void {
  const isClear = answers.every((answer) => Boolean(answer.certificateNumber) !== Boolean(answer.refusalRule));
  if (plan.roll?.rollId !== rollId || !isClear) throw new DomainError('report/audit-answer');
}

/** 审核 is over when every reported person has an answer; the authority may answer in several events. */
export function auditPlan(plan: Plan, unanswered: number, actor: Actor): Plan {
  return unanswered === 0 && plan.state === 'reported' ? movePlan(plan, 'audited', actor) : plan;
}
