import { describe, expect, it } from '@jest/globals';
import { DomainError, unreachableStates } from '@app/kernel';
import type { FiledScope } from '../scope/scope.js';
import {
  decideObjection,
  issueRow,
  keepRow,
  objectTo,
  REFUSALS,
  refuseRow,
  ROW_STATES,
  ROW_TRANSITIONS,
} from './award-row.js';
import type { RowCourse, RowState } from './award-row.js';
import {
  acceptAward,
  approveAward,
  assertNormInForce,
  assertPublic,
  AWARD_STATES,
  awardFaults,
  closePublicity,
  draftAward,
  publishAward,
  refuseAward,
  settleAward,
  submitAward,
  TRANSITIONS,
  withdrawAward,
  type Award,
  type AwardState,
} from './award.js';

const subject = {
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit: '3',
};
const scope: FiledScope = {
  filingId: 'f1',
  organisationId: 'org-north',
  agencyName: '哈尔滨北方焊接装备有限公司',
  jurisdiction: '230100',
  supervisedIn: ['230100'],
  filedOn: '2026-01-05',
  validUntil: '2029-01-04',
  sites: [{ siteId: 'main', siteCode: 'Y000023000001' }],
  lines: [{ siteId: 'main', subject }],
};
const content = {
  basis: 'direct-recognition',
  filingId: 'f1',
  siteCode: 'Y000023000001',
  subject,
  skillNormId: null,
} as const;
const at = (subject: string, day = '2026-12-09') => ({ subject, now: new Date(`${day}T02:00:00Z`) });
const draft = (): Award => draftAward('a1', 'org-north', content, scope, '2026-12-01');
const inState = (state: AwardState): Award => ({
  ...draft(),
  state,
  acceptedBy: 'first',
  publicityUntil: '2026-12-08',
});

function outcome(work: () => { state: string }): string {
  try {
    return work().state;
  } catch (error) {
    return (error as DomainError).code;
  }
}

const ILLEGAL = 'award/illegal-transition';
const MOVES: Readonly<
  Record<string, { into: AwardState; from: readonly AwardState[]; move: (award: Award) => Award }>
> = {
  submit: { into: 'submitted', from: ['draft'], move: (award) => submitAward(award, at('clerk')) },
  withdraw: {
    into: 'withdrawn',
    from: ['draft', 'submitted', 'accepted', 'approved'],
    move: (award) => withdrawAward(award, at('clerk')),
  },
  accept: { into: 'accepted', from: ['submitted'], move: (award) => acceptAward(award, at('first')) },
  approve: { into: 'approved', from: ['accepted'], move: (award) => approveAward(award, scope, 1, at('second')) },
  refuse: {
    into: 'refused',
    from: ['submitted', 'accepted', 'approved', 'in-publicity', 'ready'],
    move: (award) => refuseAward(award, '材料不实', at('first')),
  },
  publish: { into: 'in-publicity', from: ['approved'], move: (award) => publishAward(award, 5, at('second')) },
  close: { into: 'ready', from: ['in-publicity'], move: (award) => closePublicity(award, at('second')) },
  issue: {
    into: 'issued',
    from: ['ready'],
    move: (award) => settleAward(award, { clear: 1, objected: 0 }, at('second')),
  },
};

describe('application without an exam', () => {
  it.each(Object.entries(MOVES))('%s: from its states only', (_name, { into, from, move }) => {
    expect(AWARD_STATES.map((state) => [state, outcome(() => move(inState(state)))])).toEqual(
      AWARD_STATES.map((state) => [state, from.includes(state) ? into : ILLEGAL]),
    );
  });

  it('every state is reached, and every move of the table is somebody’s', () => {
    expect(unreachableStates(TRANSITIONS, 'draft')).toEqual([]);
    const listed = AWARD_STATES.flatMap((from) => TRANSITIONS[from].map((to) => `${from} ${to}`));
    const made = Object.values(MOVES).flatMap(({ from, into }) => from.map((each) => `${each} ${into}`));
    expect(listed.sort()).toEqual(made.sort());
  });

  it('is approved by a second person, while the scope holds, with a row left', () => {
    const accepted = { ...inState('accepted'), acceptedBy: 'first' };
    expect(outcome(() => approveAward(accepted, scope, 1, at('first')))).toBe('access/same-person');
    expect(outcome(() => approveAward(accepted, scope, 0, at('second')))).toBe('award/no-row-left');
    const ended = { ...scope, validUntil: '2026-12-08' };
    expect(outcome(() => approveAward(accepted, ended, 1, at('second')))).toBe('award/content');
    expect(outcome(() => approveAward(accepted, { ...scope, lines: [] }, 1, at('second')))).toBe('award/content');
  });

  it('publicity counts five working days after its first, and ends on the day after the last', () => {
    const published = publishAward(inState('approved'), 5, at('second', '2026-12-30'));
    expect([published.publicityFrom, published.publicityUntil]).toEqual(['2026-12-30', '2027-01-07']);
    expect(outcome(() => closePublicity(published, at('second', '2027-01-07')))).toBe('award/publicity-running');
    expect(outcome(() => closePublicity(published, at('second', '2027-01-08')))).toBe('ready');
    const isPublic = (day: string) => outcome(() => (assertPublic(published, at('', day).now), { state: 'public' }));
    expect(['2027-01-07', '2027-01-08'].map(isPublic)).toEqual(['public', 'award/not-public']);
  });

  it('stays open for a row under objection, and is not issued without a clear row', () => {
    const settle = (clear: number, objected: number) =>
      outcome(() => settleAward(inState('ready'), { clear, objected }, at('second')));
    expect([settle(2, 1), settle(2, 0), settle(0, 1), settle(0, 0)]).toEqual([
      'ready',
      'issued',
      'award/nothing-to-issue',
      'award/nothing-to-issue',
    ]);
  });

  it('a clock that stands before the last step decides nothing', () => {
    const submitted = submitAward(draft(), at('clerk', '2027-01-01'));
    expect(outcome(() => acceptAward(submitted, at('first', '2026-12-31')))).toBe('award/clock-behind');
  });

  it('names what is wrong with the application as a whole', () => {
    const rulesOf = (change: object, day = '2026-12-01') =>
      awardFaults({ ...content, ...change }, scope, day).map(({ rule }) => rule);
    expect(rulesOf({})).toEqual([]);
    expect(rulesOf({}, '2022-10-11')).toEqual(['basis-not-open']);
    expect(rulesOf({ subject: { ...subject, levelDigit: '' } })).toEqual(['basis-level']);
    expect(rulesOf({ basis: 'apprentice' })).toEqual(['no-level']);
    expect(rulesOf({ basis: 'apprentice', subject: { ...subject, levelDigit: '' } })).toEqual([]);
    expect(rulesOf({ basis: 'deemed-equivalent' })).toEqual(['basis-body']);
    expect(rulesOf({ siteCode: 'Y000023000002' })).toEqual(['site-not-filed']);
    expect(outcome(() => draftAward('a', 'org-craft', content, scope, '2026-12-01'))).toBe('award/other-body');
  });

  it('a norm holds from its publication to its last day', () => {
    const norm = { id: 'n', code: 'c', name: '冰雕制作', publishedOn: '2026-01-05', validUntil: '2026-12-31' };
    const on = (day: string) => outcome(() => (assertNormInForce(norm, day), { state: 'in force' }));
    expect(['2026-01-04', '2026-01-05', '2026-12-31', '2027-01-01'].map(on)).toEqual([
      'award/norm-not-in-force',
      'in force',
      'in force',
      'award/norm-not-in-force',
    ]);
  });
});

describe('row of an application', () => {
  const row = (state: RowState): RowCourse => ({
    state,
    refusal: null,
    objectionGround: null,
    objectionReference: null,
    objectedBy: 'first',
    objectionDecidedBy: null,
  });
  const objection = { ground: 'evidence-false', reference: '异议1号' } as const;
  const moves: Readonly<
    Record<string, { into: RowState; from: readonly RowState[]; move: (row: RowCourse) => RowCourse }>
  > = {
    object: { into: 'objected', from: ['listed'], move: (each) => objectTo(each, objection, 'first') },
    dismiss: { into: 'listed', from: ['objected'], move: (each) => decideObjection(each, 'dismissed', 'second') },
    uphold: { into: 'refused', from: ['objected'], move: (each) => decideObjection(each, 'upheld', 'second') },
    refuse: {
      into: 'refused',
      from: ['listed', 'objected'],
      move: (each) => refuseRow(each, REFUSALS['already-held']),
    },
    issue: { into: 'issued', from: ['listed'], move: issueRow },
    keep: { into: 'kept', from: ['listed'], move: keepRow },
  };

  it.each(Object.entries(moves))('%s: from its states only', (_name, { into, from, move }) => {
    expect(ROW_STATES.map((state) => [state, outcome(() => move(row(state)))])).toEqual(
      ROW_STATES.map((state) => [state, from.includes(state) ? into : 'award-row/illegal-transition']),
    );
  });

  it('every state is reached; whoever recorded an objection does not decide about it', () => {
    expect(unreachableStates(ROW_TRANSITIONS, 'listed')).toEqual([]);
    const objected = objectTo(row('listed'), objection, 'first');
    for (const decision of ['upheld', 'dismissed'] as const)
      expect(outcome(() => decideObjection(objected, decision, 'first'))).toBe('access/same-person');
    expect(decideObjection(objected, 'upheld', 'second').refusal?.rule).toBe('objection-upheld');
  });
});
