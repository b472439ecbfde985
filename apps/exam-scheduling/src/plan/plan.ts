import { assertTransition, chinaDate, DomainError, type Transitions } from '@app/kernel';
import { addWorkingDays, scopeAllowed, type LevelDigit } from '@app/standards';
import { assertValidOn, type FiledScope } from '../scope/scope.js';

export const PLAN_STATES = [
  'draft',
  'submitted',
  'approved',
  'seated',
  'scored',
  'verified',
  'in-publicity',
  'reported',
  'audited',
  'refused',
  'cancelled',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** 考前计划 → 编排 → 成绩 → 复核 → 公示 → 上报 → 审核 (domain.md §3.6, §5, §6.1). */
export const TRANSITIONS: Transitions<PlanState> = {
  draft: ['submitted', 'cancelled'],
  submitted: ['approved', 'draft', 'refused', 'cancelled'],
  approved: ['seated', 'cancelled'],
  seated: ['scored', 'cancelled'],
  scored: ['verified'],
  verified: ['in-publicity'],
  'in-publicity': ['reported'],
  reported: ['audited'],
  audited: [],
  refused: [],
  cancelled: [],
};

export interface Room {
  name: string;
  seats: number;
}

/** What the clerk says; the rest comes from the filing. `specialty` is '' for none, `examOn` is `YYYY-MM-DD`. */
export interface PlanContent {
  siteCode: string;
  occupationCode: string;
  specialty: string;
  levelDigit: LevelDigit;
  examOn: string;
  rooms: Room[];
}

export interface PlanStep {
  at: string;
  by: string;
  from: PlanState;
  to: PlanState;
  opinion: string;
}

/** The sealed paper of the sitting: its digest, never its content. */
export interface PlanPaper {
  paperId: string;
  contentSha256: string;
  itemCount: number;
  sealedAt: string;
}

/** 上报: what was told to the authority. `late` when the working days allowed for it were over. */
export interface PlanRoll {
  rollId: string;
  reportedOn: string;
  late: boolean;
  rows: number;
  parts: number;
}

export interface Plan extends PlanContent {
  id: string;
  organisationId: string;
  agencyName: string;
  filingId: string;
  jurisdiction: string;
  occupationEdition: string;
  occupationName: string;
  state: PlanState;
  /** Every move with its person. */
  history: PlanStep[];
  paper: PlanPaper | null;
  /** 32 hex digits from which the order of seats follows: anyone can repeat the draw. */
  seatingSeed: string | null;
  /** Everyone who ever entered a score; none of them may verify. */
  scoredBy: string[];
  publicityFrom: string | null;
  publicityUntil: string | null;
  roll: PlanRoll | null;
}

export interface Actor {
  subject: string;
  now: Date;
}

export interface PlanRules {
  leadWorkingDays: number;
}

/** @throws DomainError `plan/illegal-transition` */
export function movePlan(plan: Plan, to: PlanState, actor: Actor, opinion = ''): Plan {
  assertTransition('plan', TRANSITIONS, plan.state, to);
  const step: PlanStep = { at: actor.now.toISOString(), by: actor.subject, from: plan.state, to, opinion };
  return { ...plan, state: to, history: [...plan.history, step] };
}

/** @throws DomainError `plan/exam-day-past`; `plan/too-early` with the first day that keeps the lead time */
function assertLeadTime(examOn: string, rules: PlanRules, now: Date): void {
  const today = chinaDate(now);
  if (examOn < today) throw new DomainError('plan/exam-day-past');
  const earliest = addWorkingDays(today, rules.leadWorkingDays);
  if (examOn < earliest) throw new DomainError('plan/too-early', { earliest, days: rules.leadWorkingDays });
}

/**
 * Whether the catalogue has this occupation, 工种 and level (domain.md §12 items 11 and 12).
 * @throws DomainError `plan/level` with what is wrong
 */
export function assertLevelExists({ occupationCode, specialty, levelDigit }: PlanContent): void {
  const allowed = scopeAllowed(occupationCode, specialty, levelDigit);
  if (allowed.ok) return;
  const { rule, zh, en } = allowed;
  throw new DomainError('plan/level', {}, [{ field: '/levelDigit', rule, zh, en }]);
}

/** @throws DomainError `plan/filing-not-valid`, `plan/exam-day-past`, `plan/too-early` */
export function draftPlan(
  id: string,
  content: PlanContent,
  { site, line }: FiledScope,
  rules: PlanRules,
  now: Date,
): Plan {
  assertLeadTime(content.examOn, rules, now);
  assertValidOn(site, content.examOn);
  const { organisationId, agencyName, filingId, jurisdiction } = site;
  const { occupationEdition, occupationName } = line;
  return {
    ...content,
    id,
    organisationId,
    agencyName,
    filingId,
    jurisdiction,
    occupationEdition,
    occupationName,
    state: 'draft',
    history: [],
    paper: null,
    seatingSeed: null,
    scoredBy: [],
    publicityFrom: null,
    publicityUntil: null,
    roll: null,
  };
}

/** The lead time counts from the day the authority gets the plan, and the filing may have changed since the draft. */
export function submitPlan(plan: Plan, { site }: FiledScope, rules: PlanRules, actor: Actor): Plan {
  const moved = movePlan(plan, 'submitted', actor);
  assertLeadTime(plan.examOn, rules, actor.now);
  assertValidOn(site, plan.examOn);
  return moved;
}

export type ReviewDecision = 'pass' | 'return' | 'refuse';

/** @throws DomainError `plan/exam-day-past` for a pass after the exam day */
export function reviewPlan(plan: Plan, review: { decision: ReviewDecision; opinion: string }, actor: Actor): Plan {
  const to = { pass: 'approved', return: 'draft', refuse: 'refused' } as const;
  const moved = movePlan(plan, to[review.decision], actor, review.opinion);
  if (moved.state === 'approved' && chinaDate(actor.now) > plan.examOn) throw new DomainError('plan/exam-day-past');
  return moved;
}

export const cancelPlan = (plan: Plan, actor: Actor): Plan => movePlan(plan, 'cancelled', actor);

/**
 * The last paper sealed before seating is the one of the sitting; what comes later changes nothing.
 * @throws DomainError `plan/paper-subject` when the paper is about another occupation or level
 */
export function receivePaper(
  plan: Plan,
  paper: PlanPaper,
  subject: { occupationCode: string; levelDigit: string },
): Plan {
  if (subject.occupationCode !== plan.occupationCode || subject.levelDigit !== plan.levelDigit) {
    throw new DomainError('plan/paper-subject');
  }
  return plan.state === 'approved' ? { ...plan, paper } : plan;
}

/** @throws DomainError `plan/roster-closed` once seats are given or the plan is over */
export function assertRosterOpen(plan: Plan): void {
  if (!['draft', 'submitted', 'approved'].includes(plan.state)) {
    throw new DomainError('plan/roster-closed', { state: plan.state });
  }
}
