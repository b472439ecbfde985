import { assertTransition, chinaDate, DomainError, type FieldFault, type Transitions } from '@app/kernel';
import {
  addWorkingDays,
  basisRuleOn,
  certificateBases,
  scopeAllowed,
  type AwardBasis,
  type AwardRules,
  type LevelDigit,
} from '@app/standards';
import { scopeGap, type AssessedSubject, type FiledScope, type ScopeGap } from '../scope/scope.js';

export const AWARD_STATES = [
  'draft',
  'submitted',
  'accepted',
  'approved',
  'in-publicity',
  'ready',
  'issued',
  'refused',
  'withdrawn',
] as const;
export type AwardState = (typeof AWARD_STATES)[number];

/** 起草 → 提交 → 受理 → 批准(另一人) → 公示 → 待核发 → 核发. An objection stops its row, not the application. */
export const TRANSITIONS: Transitions<AwardState> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['accepted', 'refused', 'withdrawn'],
  accepted: ['approved', 'refused', 'withdrawn'],
  approved: ['in-publicity', 'refused', 'withdrawn'],
  'in-publicity': ['ready', 'refused'],
  ready: ['issued', 'refused'],
  issued: [],
  refused: [],
  withdrawn: [],
};

export const AWARD_BASES = [
  'direct-recognition',
  'competition-promotion',
  'deemed-equivalent',
  'title-bridging',
  'specific-skill',
  'apprentice',
] as const satisfies readonly AwardBasis[];

export interface AwardStep {
  at: string;
  by: string;
  from: AwardState;
  to: AwardState;
  opinion: string;
}

/** An application for certificates without an exam; its persons are its rows. */
export interface Award {
  id: string;
  organisationId: string;
  jurisdiction: string;
  filingId: string;
  siteCode: string;
  /** The filed name. */
  agencyName: string;
  basis: AwardBasis;
  /** `levelDigit` is '' for a basis without levels; for 专项职业能力 the code and name are those of the 考核规范. */
  subject: AssessedSubject;
  skillNormId: string | null;
  state: AwardState;
  history: AwardStep[];
  draftedOn: string;
  acceptedBy: string | null;
  approvedBy: string | null;
  publicityFrom: string | null;
  publicityUntil: string | null;
}

/** What the body wants, before the rows. */
export interface AwardContent {
  basis: AwardBasis;
  filingId: string;
  siteCode: string;
  occupationCode: string;
  specialty: string;
  levelDigit: string;
}

/** 专项职业能力考核规范, published by the province. */
export interface SkillNorm {
  id: string;
  code: string;
  name: string;
  publishedOn: string;
  validUntil: string | null;
}

export interface Actor {
  subject: string;
  now: Date;
}

const GAPS: Readonly<Record<ScopeGap, { zh: string; en: string }>> = {
  'filing-not-valid': { zh: '当日不在备案有效期内', en: 'the filing is not valid on this day' },
  'site-not-filed': { zh: '站点不在备案之内', en: 'the site is not part of the filing' },
  'outside-scope': {
    zh: '职业、工种、等级不在该站点的备案范围内',
    en: 'occupation, specialty and level are outside the filed scope of the site',
  },
};

/**
 * Whether the site may be asked for this subject on `day`. A basis without levels rests on the filing and the site:
 * an employer registers apprentices of any occupation, a norm is no line of a scope.
 */
function gapOf(scope: FiledScope, siteCode: string, subject: AssessedSubject, day: string): ScopeGap | null {
  const gap = scopeGap(scope, siteCode, subject, day);
  return gap === 'outside-scope' && subject.levelDigit === '' ? null : gap;
}

function subjectFaults(basis: AwardBasis, subject: AssessedSubject, levels: readonly string[]): FieldFault[] {
  const { levelDigit, occupationCode, specialty } = subject;
  if (certificateBases[basis].level === 'none') {
    if (levelDigit !== '')
      return [
        { field: '/levelDigit', rule: 'no-level', zh: '该依据不分等级，等级应为空', en: 'this basis has no levels' },
      ];
  } else if (!levels.includes(levelDigit)) {
    return [
      {
        field: '/levelDigit',
        rule: 'basis-level',
        zh: '该依据不能授予此等级',
        en: 'this basis does not give this level',
      },
    ];
  }
  if (basis === 'specific-skill') return [];
  const allowed = scopeAllowed(occupationCode, specialty, (levelDigit || 'apprentice') as LevelDigit);
  return allowed.ok ? [] : [{ field: '/occupationCode', rule: allowed.rule, zh: allowed.zh, en: allowed.en }];
}

/** What stands against the application as a whole on `day`: when it is drafted, and again on the day of decision. */
export function awardFaults(
  award: Pick<Award, 'basis' | 'siteCode' | 'subject'>,
  scope: FiledScope,
  day: string,
  rules?: AwardRules,
): FieldFault[] {
  const rule = basisRuleOn(award.basis, day, rules);
  if (!rule) {
    return [
      {
        field: '/basis',
        rule: 'basis-not-open',
        zh: '该依据当日没有有效的办法',
        en: 'no rule for this basis on this day',
      },
    ];
  }
  const faults = subjectFaults(award.basis, award.subject, rule.levels);
  if (!rule.bodyLetters.includes(award.siteCode.charAt(0))) {
    faults.push({
      field: '/siteCode',
      rule: 'basis-body',
      zh: '该类机构不能以此依据申请',
      en: 'this kind of body cannot apply on this basis',
    });
  }
  const gap = gapOf(scope, award.siteCode, award.subject, day);
  if (gap) faults.push({ field: '/siteCode', rule: gap, ...GAPS[gap] });
  return faults;
}

/** @throws DomainError `award/norm-not-in-force` unless the norm holds on `day` */
export function assertNormInForce(norm: SkillNorm, day: string): void {
  const holds = norm.publishedOn <= day && (norm.validUntil === null || day <= norm.validUntil);
  if (!holds) throw new DomainError('award/norm-not-in-force', { day });
}

/** @throws DomainError `award/other-body`; `award/content` with every fault */
export function draftAward(
  id: string,
  organisationId: string,
  content: Omit<AwardContent, 'occupationCode' | 'specialty' | 'levelDigit'> & {
    subject: AssessedSubject;
    skillNormId: string | null;
  },
  scope: FiledScope,
  day: string,
): Award {
  if (scope.organisationId !== organisationId) throw new DomainError('award/other-body');
  const faults = awardFaults(content, scope, day);
  if (faults.length > 0) throw new DomainError('award/content', {}, faults);
  return {
    id,
    organisationId,
    jurisdiction: scope.jurisdiction,
    filingId: scope.filingId,
    siteCode: content.siteCode,
    agencyName: scope.agencyName,
    basis: content.basis,
    subject: content.subject,
    skillNormId: content.skillNormId,
    state: 'draft',
    history: [],
    draftedOn: day,
    acceptedBy: null,
    approvedBy: null,
    publicityFrom: null,
    publicityUntil: null,
  };
}

const stepOf = (award: Award, to: AwardState, { subject: by, now }: Actor, opinion = ''): AwardStep => ({
  at: now.toISOString(),
  by,
  from: award.state,
  to,
  opinion,
});

/** @throws DomainError `award/clock-behind` when the clock stands before the last step: dates would run backwards */
function move(award: Award, to: AwardState, actor: Actor, opinion = ''): Award {
  assertTransition('award', TRANSITIONS, award.state, to);
  const step = stepOf(award, to, actor, opinion);
  if (step.at < (award.history.at(-1)?.at ?? '')) throw new DomainError('award/clock-behind');
  return { ...award, state: to, history: [...award.history, step] };
}

/** @throws DomainError `award/not-editable` once it is submitted */
export function assertEditable({ state }: Award): void {
  if (state !== 'draft') throw new DomainError('award/not-editable', { state });
}

export const submitAward = (award: Award, actor: Actor): Award => move(award, 'submitted', actor);
export const withdrawAward = (award: Award, actor: Actor): Award => move(award, 'withdrawn', actor);
export const refuseAward = (award: Award, opinion: string, actor: Actor): Award =>
  move(award, 'refused', actor, opinion);

/** 受理, by the first officer. */
export const acceptAward = (award: Award, actor: Actor): Award => ({
  ...move(award, 'accepted', actor),
  acceptedBy: actor.subject,
});

/**
 * 批准, by a second officer, on a day when the scope allows it.
 * @throws DomainError `access/same-person`; `award/content`; `award/no-row-left`
 */
export function approveAward(award: Award, scope: FiledScope, rowsLeft: number, actor: Actor): Award {
  const moved = { ...move(award, 'approved', actor), approvedBy: actor.subject };
  if (award.acceptedBy === actor.subject) throw new DomainError('access/same-person');
  const faults = awardFaults(award, scope, chinaDate(actor.now));
  if (faults.length > 0) throw new DomainError('award/content', {}, faults);
  if (rowsLeft === 0) throw new DomainError('award/no-row-left');
  return moved;
}

/** 公示 starts; the day of posting is not counted (民法典 第二百零一条). */
export function publishAward(award: Award, workingDays: number, actor: Actor): Award {
  const publicityFrom = chinaDate(actor.now);
  return {
    ...move(award, 'in-publicity', actor),
    publicityFrom,
    publicityUntil: addWorkingDays(publicityFrom, workingDays),
  };
}

/** @throws DomainError `award/publicity-running` with the last day */
export function closePublicity(award: Award, actor: Actor): Award {
  const moved = move(award, 'ready', actor);
  const until = award.publicityUntil ?? '';
  if (chinaDate(actor.now) <= until) throw new DomainError('award/publicity-running', { until });
  return moved;
}

/**
 * 核发 of the rows that are clear. While a row is under objection the application stays open for it.
 * @throws DomainError `award/nothing-to-issue` when no row is clear
 */
export function settleAward(award: Award, rows: { clear: number; objected: number }, actor: Actor): Award {
  const moved = move(award, 'issued', actor);
  if (rows.clear === 0) throw new DomainError('award/nothing-to-issue', { objected: rows.objected });
  if (rows.objected === 0) return moved;
  const history = [...award.history, stepOf(award, 'ready', actor, `issued ${rows.clear}`)];
  return { ...award, history };
}

/** Persons are shown to everyone while publicity runs, and at no other time. @throws DomainError `award/not-public` */
export function assertPublic({ state, publicityUntil }: Award, now: Date): void {
  if (state !== 'in-publicity' || chinaDate(now) > (publicityUntil ?? '')) throw new DomainError('award/not-public');
}
