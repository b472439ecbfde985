import { countWorkingDays, levelByDigit, scopeAllowed } from '@app/standards';
import { sameSubject, scopeGap, type ApprovedPlan, type FiledScope, type ScopeGap } from '../scope/scope.js';
import type { ResultRoll } from './result-roll.js';

/** Working days of 公示 [S-HLJ2]. */
export const PUBLICITY_WORKING_DAYS = 5;
/** 理论 and 技能 each, of 100; no averaging [S-HLJ2]. */
export const PASS_POINTS = 60;
const POINTS_MAX = 100;

interface RuleText {
  zh: string;
  en: string;
}

/** What only has to be waited for: nothing is issued or refused until it is settled. */
export const WAITING_RULES = {
  'parts-missing': { zh: '名册尚未收齐', en: 'parts of the roll have not arrived' },
  'filing-not-arrived': { zh: '尚未收到该机构的备案信息', en: 'the filing of the body has not arrived here' },
  'plan-not-arrived': { zh: '尚未收到该考前计划的批准信息', en: 'the approved plan has not arrived here' },
  'publicity-running': { zh: '公示期未满', en: 'publicity is still running' },
} as const satisfies Record<string, RuleText>;

/** What refuses a row for good; the agency corrects and reports anew. */
export const REFUSAL_RULES = {
  'other-body': { zh: '上报机构不是该备案的机构', en: 'the reporting body is not the filed one' },
  'filing-not-valid': { zh: '考试日不在备案有效期内', en: 'the filing was not valid on the exam day' },
  'site-not-filed': { zh: '站点不在备案之内', en: 'the site is not part of the filing' },
  'outside-scope': {
    zh: '职业、工种、等级不在该站点的备案范围内',
    en: 'occupation, specialty and level are outside the filed scope of the site',
  },
  'level-unknown': {
    zh: '职业标准不设此职业、工种或等级',
    en: 'the standards have no such occupation, specialty or level',
  },
  'plan-mismatch': {
    zh: '与批准的考前计划不一致（职业、等级、站点或考试日）',
    en: 'differs from the approved plan (subject, site or exam day)',
  },
  'publicity-short': {
    zh: `公示不足${PUBLICITY_WORKING_DAYS}个工作日`,
    en: `publicity was shorter than ${PUBLICITY_WORKING_DAYS} working days`,
  },
  'person-incomplete': { zh: '姓名、证件类型或证件号码不全', en: 'name, document type or number is missing' },
  'name-unusable': {
    zh: '姓名含控制字符或改变书写方向的字符，请上报机构更正后重新上报',
    en: 'the name holds control characters or characters that turn the writing direction; correct and report it anew',
  },
  'points-out-of-range': { zh: '成绩不在0至100分之间', en: 'points are not within 0 to 100' },
  'theory-failed': { zh: `理论成绩低于${PASS_POINTS}分`, en: `theory is below ${PASS_POINTS} points` },
  'skill-failed': { zh: `技能成绩低于${PASS_POINTS}分`, en: `skill is below ${PASS_POINTS} points` },
  'already-held': {
    zh: '该人已持有同职业同等级的有效证书',
    en: 'the person already holds a valid certificate of this occupation and level',
  },
  'duplicate-in-roll': { zh: '该人在本名册中重复', en: 'the person stands twice in this roll' },
} as const satisfies Record<string, RuleText> & Record<ScopeGap, RuleText>;

export type WaitingRule = keyof typeof WAITING_RULES;
export type RefusalRule = keyof typeof REFUSAL_RULES;

export interface AuditRow {
  /** '' when the person is not complete. */
  documentIndex: string;
  /** '' when the name cannot be printed. */
  nameIndex: string;
  theoryPoints: number;
  skillPoints: number;
}

export interface AuditFacts {
  roll: ResultRoll;
  scope: FiledScope | null;
  plan: ApprovedPlan | null;
  rows: readonly AuditRow[];
  /** Document indexes of those who hold a valid certificate of the roll's occupation and level. */
  holders: ReadonlySet<string>;
  /** `YYYY-MM-DD`, China. */
  today: string;
}

/** `refusals` has one entry per row, null for a row that may be issued. */
export type Audit = { waitsFor: WaitingRule } | { waitsFor: null; refusals: (RefusalRule | null)[] };

function waitingRule({ roll, scope, plan, today }: AuditFacts): WaitingRule | null {
  if (roll.state === 'receiving') return 'parts-missing';
  if (!scope) return 'filing-not-arrived';
  if (!plan) return 'plan-not-arrived';
  return today <= roll.publicityUntil ? 'publicity-running' : null;
}

function rollRefusal(roll: ResultRoll, scope: FiledScope, plan: ApprovedPlan): RefusalRule | null {
  const { subject, siteCode, examOn } = roll;
  if (roll.organisationId !== scope.organisationId) return 'other-body';
  const gap = scopeGap(scope, siteCode, subject, examOn);
  if (gap) return gap;
  const level = levelByDigit(subject.levelDigit);
  if (!level || !scopeAllowed(subject.occupationCode, subject.specialty, level.key).ok) return 'level-unknown';
  const planned =
    plan.filingId === roll.filingId &&
    plan.siteCode === siteCode &&
    plan.examOn === examOn &&
    sameSubject(plan.subject, subject);
  if (!planned) return 'plan-mismatch';
  const publicity = countWorkingDays(roll.publicityFrom, roll.publicityUntil);
  return publicity < PUBLICITY_WORKING_DAYS ? 'publicity-short' : null;
}

const inRange = (points: number): boolean => points >= 0 && points <= POINTS_MAX;

function rowRefusal(row: AuditRow, holders: ReadonlySet<string>, seen: Set<string>): RefusalRule | null {
  if (row.documentIndex === '') return 'person-incomplete';
  if (row.nameIndex === '') return 'name-unusable';
  if (!inRange(row.theoryPoints) || !inRange(row.skillPoints)) return 'points-out-of-range';
  if (row.theoryPoints < PASS_POINTS) return 'theory-failed';
  if (row.skillPoints < PASS_POINTS) return 'skill-failed';
  if (holders.has(row.documentIndex)) return 'already-held';
  if (seen.has(row.documentIndex)) return 'duplicate-in-roll';
  seen.add(row.documentIndex);
  return null;
}

/** 审核, row by row and from our own copies only: domain.md §6.1 step 4, §12 items 23, 25, 27. */
export function auditRoll(facts: AuditFacts): Audit {
  const { roll, scope, plan, rows, holders } = facts;
  const waitsFor = waitingRule(facts);
  if (waitsFor || !scope || !plan) return { waitsFor: waitsFor ?? 'filing-not-arrived' };
  const whole = rollRefusal(roll, scope, plan);
  const seen = new Set<string>();
  return { waitsFor: null, refusals: rows.map((row) => whole ?? rowRefusal(row, holders, seen)) };
}
