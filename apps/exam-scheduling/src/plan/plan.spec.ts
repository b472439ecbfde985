import { describe, expect, it } from '@jest/globals';
import { unreachableStates, type DomainError } from '@app/kernel';
import type { FiledScope } from '../scope/scope.js';
import { seatPlan } from '../seat/seat.js';
import { enterScores, verifyScores } from '../score/score.js';
import { auditPlan, reportPlan, startPublicity } from '../report/report.js';
import {
  assertLevelExists,
  assertRosterOpen,
  cancelPlan,
  draftPlan,
  PLAN_STATES,
  receivePaper,
  reviewPlan,
  submitPlan,
  TRANSITIONS,
  type Actor,
  type Plan,
  type PlanContent,
  type PlanState,
} from './plan.js';

const content: PlanContent = {
  siteCode: 'Y000023000001',
  occupationCode: '6-18-02-04',
  specialty: '电焊工',
  levelDigit: '3',
  examOn: '2026-12-12',
  rooms: [{ name: '一', seats: 2 }],
};
const scope: FiledScope = {
  site: {
    siteCode: content.siteCode,
    filingId: 'filing-1',
    organisationId: 'org-north',
    agencyName: '哈尔滨北方焊接装备有限公司',
    jurisdiction: '230100',
    validFrom: '2026-01-05',
    validUntil: '2026-12-12',
  },
  line: { ...content, occupationEdition: '2015', occupationName: '焊工' },
};
const rules = { leadWorkingDays: 5 };
const reportRules = { publicityWorkingDays: 5, reportWorkingDays: 10 };
const paper = { paperId: 'p', contentSha256: 'ab', itemCount: 100, sealedAt: '' };
const at = (subject: string, day: string): Actor => ({ subject, now: new Date(`${day}T10:00:00+08:00`) });
const planning = at('clerk', '2026-11-23');
const drafted = draftPlan('plan-1', content, scope, rules, planning.now);
const inState = (state: PlanState): Plan => ({ ...drafted, state, paper, publicityUntil: '2026-12-18' });
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('plan', () => {
  it('reaches every state from a draft', () => {
    expect(unreachableStates(TRANSITIONS, 'draft')).toEqual([]);
  });

  it('allows each decision in exactly the states its table row lists', () => {
    const later = at('someone', '2026-12-21');
    const decisions: Record<string, { to: PlanState; run: (plan: Plan) => Plan }> = {
      submit: { to: 'submitted', run: (plan) => submitPlan(plan, scope, rules, planning) },
      pass: { to: 'approved', run: (plan) => reviewPlan(plan, { decision: 'pass', opinion: '' }, planning) },
      return: { to: 'draft', run: (plan) => reviewPlan(plan, { decision: 'return', opinion: '' }, planning) },
      refuse: { to: 'refused', run: (plan) => reviewPlan(plan, { decision: 'refuse', opinion: '' }, planning) },
      cancel: { to: 'cancelled', run: (plan) => cancelPlan(plan, planning) },
      seat: { to: 'seated', run: (plan) => seatPlan(plan, 2, 'seed', planning) },
      verify: { to: 'verified', run: (plan) => verifyScores(plan, 0, later) },
      publicity: { to: 'in-publicity', run: (plan) => startPublicity(plan, reportRules, later) },
      report: {
        to: 'reported',
        run: (plan) => reportPlan(plan, { rollId: 'r', rows: 0, parts: 1 }, reportRules, later),
      },
    };
    for (const [name, { to, run }] of Object.entries(decisions)) {
      for (const state of PLAN_STATES) {
        const expected = TRANSITIONS[state].includes(to) ? 'allowed' : 'plan/illegal-transition';
        expect([name, state, codeOf(() => run(inState(state)))]).toEqual([name, state, expected]);
      }
    }
    const mayScore = PLAN_STATES.filter((state) => codeOf(() => enterScores(inState(state), later)) === 'allowed');
    expect(mayScore).toEqual(['seated', 'scored']);
    const audited = PLAN_STATES.filter((state) => auditPlan(inState(state), 0, later).state === 'audited');
    expect(audited).toEqual(['reported', 'audited']);
  });

  it('keeps the lead time in working days, at the draft and again at the submission', () => {
    // Five working days after Friday 2026-11-20 is Friday 2026-11-27.
    const friday = at('clerk', '2026-11-20').now;
    const on = (examOn: string) => codeOf(() => draftPlan('p', { ...content, examOn }, scope, rules, friday));
    expect(['2026-11-19', '2026-11-26', '2026-11-27'].map(on)).toEqual([
      'plan/exam-day-past',
      'plan/too-early',
      'allowed',
    ]);
    expect(codeOf(() => submitPlan(drafted, scope, rules, at('clerk', '2026-12-07')))).toBe('plan/too-early');
  });

  it('needs a filing that is valid on the exam day, which is not the day of planning', () => {
    const on = (examOn: string) => codeOf(() => draftPlan('p', { ...content, examOn }, scope, rules, planning.now));
    expect(['2026-12-12', '2026-12-13'].map(on)).toEqual(['allowed', 'plan/filing-not-valid']);
  });

  it('knows levels that do not exist: no 五级 for the robot operator, no 二级 for 母婴护理员', () => {
    const robot: PlanContent = { ...content, occupationCode: '6-30-99-00', specialty: '', levelDigit: '5' };
    const nurse: PlanContent = { ...content, occupationCode: '4-10-01-06', specialty: '母婴护理员', levelDigit: '2' };
    expect([robot, nurse, content].map((one) => codeOf(() => assertLevelExists(one)))).toEqual([
      'plan/level',
      'plan/level',
      'allowed',
    ]);
  });

  it('is not approved after the exam day, nor seated then', () => {
    const late = at('officer', '2026-12-13');
    expect(codeOf(() => reviewPlan(inState('submitted'), { decision: 'pass', opinion: '' }, late))).toBe(
      'plan/exam-day-past',
    );
    expect(codeOf(() => seatPlan(inState('approved'), 1, 'seed', late))).toBe('plan/exam-day-past');
  });

  it('takes a newer paper while it is approved, none for another level, none once seats are given', () => {
    const subject = { occupationCode: '6-18-02-04', levelDigit: '3' };
    const newer = { ...paper, paperId: 'p2' };
    expect(receivePaper(inState('approved'), newer, subject).paper).toEqual(newer);
    expect(receivePaper(inState('seated'), newer, subject).paper).toEqual(paper);
    expect(codeOf(() => receivePaper(inState('approved'), newer, { ...subject, levelDigit: '4' }))).toBe(
      'plan/paper-subject',
    );
  });

  it('takes rosters until seats are given', () => {
    const open = PLAN_STATES.filter((state) => codeOf(() => assertRosterOpen(inState(state))) === 'allowed');
    expect(open).toEqual(['draft', 'submitted', 'approved']);
  });
});
