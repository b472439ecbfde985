import { assertTransition, chinaDate, DomainError, type FieldFault, type Transitions } from '@app/kernel';
import {
  addWorkingDays,
  appointmentRuleOn,
  evidenceKinds,
  isRealDay,
  plusDays,
  plusMonths,
  wholeMonths,
  type AppointmentRule,
  type AwardRules,
  type PostLevel,
} from '@app/standards';
import type { Evidence } from '../award/award-person.js';
import { isPostOpen, type Post } from './post.js';

export const APPOINTMENT_STATES = [
  'proposed',
  'in-publicity',
  'registered',
  're-assessment',
  'ended',
  'refused',
  'withdrawn',
] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** 评聘: 经办提出 → 本单位另一人确认并公示 → 省级登记 → 期满复评续聘 or 解聘. */
export const TRANSITIONS: Transitions<AppointmentState> = {
  proposed: ['in-publicity', 'refused', 'withdrawn'],
  'in-publicity': ['registered', 'refused', 'withdrawn'],
  registered: ['re-assessment', 'ended'],
  're-assessment': ['registered', 'ended'],
  ended: [],
  refused: [],
  withdrawn: [],
};

export interface AppointmentStep {
  at: string;
  by: string;
  from: AppointmentState;
  to: AppointmentState;
  opinion: string;
}

export interface Appointment {
  id: string;
  postId: string;
  organisationId: string;
  jurisdiction: string;
  level: PostLevel;
  documentIndex: string;
  state: AppointmentState;
  history: AppointmentStep[];
  proposedOn: string;
  proposedBy: string;
  confirmedBy: string | null;
  publicityFrom: string | null;
  publicityUntil: string | null;
  /** The 特级技师 appointment on which a 首席技师 rests. */
  restsOn: string | null;
  termFrom: string | null;
  /** Last day of the term. */
  termUntil: string | null;
  recordNumber: string | null;
}

/** What the employer says of the person. */
export interface AppointmentFacts {
  seniorTechnicianSince: string;
  frontLine: boolean;
  evidence: readonly Evidence[];
}

/** What the register knows on the day of registration. */
export interface RegisterFacts {
  /** Others who hold a post of the quota today. */
  postsTaken: number;
  /** The person holds an appointment of this level today. */
  alreadyAppointed: boolean;
  /** The person's running 特级技师 appointment at this employer in this occupation. */
  specialAppointmentId: string | null;
  /** Day of issue of the person's 一级 certificate, where this register issued it. */
  certificateIssuedOn: string | null;
}

export interface Actor {
  subject: string;
  now: Date;
}

/** @throws DomainError `appointment/no-rule` on a day for which nobody has configured one */
export function ruleFor(level: PostLevel, day: string, rules?: AwardRules): AppointmentRule {
  const rule = appointmentRuleOn(level, day, rules);
  if (!rule) throw new DomainError('appointment/no-rule', { day });
  return rule;
}

/** What stands against the person by the dated rules, as the employer's own words and papers have it. */
export function factFaults(level: PostLevel, facts: AppointmentFacts, day: string, rules?: AwardRules): FieldFault[] {
  const rule = ruleFor(level, day, rules);
  const faults: FieldFault[] = [];
  const add = (field: string, name: string, zh: string, en: string): void =>
    void faults.push({ field, rule: name, zh, en });
  const { seniorTechnicianSince: since, frontLine, evidence } = facts;
  if (!isRealDay(since)) add('/seniorTechnicianSince', 'day', '取得高级技师的日期不存在', 'this is no day');
  else if (wholeMonths(since, day) < rule.seniorTechnicianMonths)
    add(
      '/seniorTechnicianSince',
      'senior-technician-too-young',
      `取得高级技师未满${rule.seniorTechnicianMonths}个月`,
      `高级技师 has been held for less than ${rule.seniorTechnicianMonths} months`,
    );
  if (rule.frontLine && !frontLine)
    add('/frontLine', 'not-front-line', '应在生产服务一线岗位', 'the person must work on the front line');
  for (const kind of rule.evidence) {
    if (evidence.some((paper) => paper.kind === kind)) continue;
    const { zh, en } = evidenceKinds[kind];
    add('/evidence', 'evidence-missing', `缺少材料：${zh}`, `this paper is missing: ${en}`);
  }
  return faults;
}

/** 登记 and 续聘 end in the same state and are different steps: each has one state to start from. */
function assertFrom({ state: from }: Appointment, expected: AppointmentState, to: AppointmentState): void {
  if (from !== expected) throw new DomainError('appointment/illegal-transition', { from, to });
}

/** @throws DomainError `appointment/clock-behind` when the clock stands before the last step */
function move<T extends Appointment>(appointment: T, to: AppointmentState, actor: Actor, opinion = ''): T {
  assertTransition('appointment', TRANSITIONS, appointment.state, to);
  const at = actor.now.toISOString();
  if (at < (appointment.history.at(-1)?.at ?? '')) throw new DomainError('appointment/clock-behind');
  const step = { at, by: actor.subject, from: appointment.state, to, opinion };
  return { ...appointment, state: to, history: [...appointment.history, step] };
}

/**
 * 确认 by another person of the employer; 公示 starts.
 * @throws DomainError `access/same-person`
 */
export function confirmAppointment<T extends Appointment>(appointment: T, actor: Actor): T {
  const moved = move(appointment, 'in-publicity', actor);
  if (appointment.proposedBy === actor.subject) throw new DomainError('access/same-person');
  const from = chinaDate(actor.now);
  const { publicityWorkingDays } = ruleFor(appointment.level, from);
  return {
    ...moved,
    confirmedBy: actor.subject,
    publicityFrom: from,
    publicityUntil: addWorkingDays(from, publicityWorkingDays),
  };
}

export const withdrawAppointment = <T extends Appointment>(appointment: T, actor: Actor): T =>
  move(appointment, 'withdrawn', actor);
export const refuseAppointment = <T extends Appointment>(appointment: T, reason: string, actor: Actor): T =>
  move(appointment, 'refused', actor, reason);

/** The last day of a term that begins on `from`. */
export const lastDayOfTerm = (from: string, months: number): string => plusDays(plusMonths(from, months), -1);

function assertRegistrable(
  { level, publicityUntil }: Appointment,
  post: Post,
  known: RegisterFacts,
  since: string,
  today: string,
): void {
  const until = publicityUntil ?? '';
  if (today <= until) throw new DomainError('appointment/publicity-running', { until });
  if (!isPostOpen(post, today)) throw new DomainError('appointment/post-not-open');
  if (known.postsTaken >= post.quota) throw new DomainError('appointment/quota-used', { quota: post.quota });
  if (known.alreadyAppointed) throw new DomainError('appointment/already-appointed');
  const after = ruleFor(level, today).after;
  if (after !== null && !known.specialAppointmentId) throw new DomainError('appointment/special-first');
  if (known.certificateIssuedOn !== null && known.certificateIssuedOn > since) {
    throw new DomainError('appointment/certificate-later', { day: known.certificateIssuedOn });
  }
}

/**
 * 登记 by the province: the term begins today.
 * @throws DomainError `appointment/publicity-running`, `appointment/post-not-open`, `appointment/quota-used`,
 *   `appointment/already-appointed`, `appointment/special-first` (首席 without a running 特级),
 *   `appointment/certificate-later`, `appointment/content`
 */
export function registerAppointment<T extends Appointment>(
  appointment: T,
  post: Post,
  facts: AppointmentFacts,
  known: RegisterFacts,
  actor: Actor,
): T {
  assertFrom(appointment, 'in-publicity', 'registered');
  const moved = move(appointment, 'registered', actor);
  const today = chinaDate(actor.now);
  const rule = ruleFor(appointment.level, today);
  assertRegistrable(appointment, post, known, facts.seniorTechnicianSince, today);
  const faults = factFaults(appointment.level, facts, today);
  if (faults.length > 0) throw new DomainError('appointment/content', {}, faults);
  return {
    ...moved,
    restsOn: rule.after === null ? null : known.specialAppointmentId,
    termFrom: today,
    termUntil: lastDayOfTerm(today, rule.termMonths),
  };
}

/** 复评 begins while the term runs. @throws DomainError `appointment/term-over` */
export function openReAssessment<T extends Appointment>(appointment: T, actor: Actor): T {
  const moved = move(appointment, 're-assessment', actor);
  if (!isRunning(appointment, chinaDate(actor.now))) throw new DomainError('appointment/term-over');
  return moved;
}

/**
 * 续聘, by another person than the one who opened the re-assessment: the next term follows the last.
 * @throws DomainError `access/same-person`
 */
export function renewAppointment<T extends Appointment>(appointment: T, actor: Actor): T {
  assertFrom(appointment, 're-assessment', 'registered');
  const moved = move(appointment, 'registered', actor);
  if (appointment.history.at(-1)?.by === actor.subject) throw new DomainError('access/same-person');
  const next = plusDays(appointment.termUntil ?? chinaDate(actor.now), 1);
  const { termMonths } = ruleFor(appointment.level, chinaDate(actor.now));
  return { ...moved, termUntil: lastDayOfTerm(next, termMonths) };
}

/** @throws DomainError `appointment/chief-rests-on-it` while a 首席技师 appointment rests on it */
export function endAppointment<T extends Appointment>(
  appointment: T,
  reason: string,
  chiefRunning: boolean,
  actor: Actor,
): T {
  const moved = move(appointment, 'ended', actor, reason);
  if (chiefRunning) throw new DomainError('appointment/chief-rests-on-it');
  const today = chinaDate(actor.now);
  const until = appointment.termUntil ?? today;
  return { ...moved, termUntil: today < until ? today : until };
}

/** Holds the post on `day`; an appointment whose term has run out holds none. */
export const isRunning = ({ state, termFrom, termUntil }: Appointment, day: string): boolean =>
  (state === 'registered' || state === 're-assessment') && (termFrom ?? '9') <= day && day <= (termUntil ?? '');
