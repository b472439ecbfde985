import { describe, expect, it } from '@jest/globals';
import { DomainError, unreachableStates } from '@app/kernel';
import type { ApprovedPlan, AssessedSubject, FiledScope } from '../scope/scope.js';
import { auditRoll, type AuditFacts } from './audit.js';
import {
  issueRoll,
  openRoll,
  receivePart,
  ROLL_STATES,
  TRANSITIONS,
  type ResultRoll,
  type RollHeader,
} from './result-roll.js';

const subject: AssessedSubject = {
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '电焊工',
  levelDigit: '3',
};
const header: RollHeader = {
  id: 'r1',
  planId: 'p1',
  filingId: 'f1',
  organisationId: 'org-north',
  agencyName: '北方焊接',
  jurisdiction: '230100',
  siteCode: 'Y000023000001',
  subject,
  examOn: '2026-11-14',
  publicityFrom: '2026-11-16',
  publicityUntil: '2026-11-23',
  reportedAt: '2026-11-24T01:00:00Z',
  parts: 2,
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
const plan: ApprovedPlan = {
  planId: 'p1',
  filingId: 'f1',
  siteCode: 'Y000023000001',
  subject,
  examOn: '2026-11-14',
};
const received: ResultRoll = { ...openRoll(header), partsReceived: [1, 2], state: 'received' };
const row = { documentIndex: 'd1', nameIndex: 'n1', theoryPoints: 60, skillPoints: 60 };
const facts: AuditFacts = { roll: received, scope, plan, rows: [row], holders: new Set(), today: '2026-11-24' };
const verdictOf = (change: Partial<AuditFacts>): string | null => {
  const audit = auditRoll({ ...facts, ...change });
  return audit.waitsFor ?? audit.refusals[0] ?? null;
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('result roll', () => {
  it('reaches every state from receiving', () => {
    expect(unreachableStates(TRANSITIONS, 'receiving')).toEqual([]);
  });

  it('is issued from received only', () => {
    const actor = { subject: 'officer', now: new Date('2026-11-24T02:00:00Z') };
    const outcomes = ROLL_STATES.map((state) => [state, codeOf(() => issueRoll({ ...received, state }, actor))]);
    expect(outcomes).toEqual([
      ['receiving', 'result-roll/illegal-transition'],
      ['received', 'allowed'],
      ['issued', 'result-roll/illegal-transition'],
    ]);
  });

  it('is whole when every part is here, in any order, and a part that comes again changes nothing', () => {
    const second = receivePart(openRoll(header), header, 2, 500);
    expect([second.state, second.partsReceived]).toEqual(['receiving', [2]]);
    expect(receivePart(second, header, 2, 500)).toBe(second);
    const whole = receivePart(second, header, 1, 500);
    expect([whole.state, whole.partsReceived]).toEqual(['received', [2, 1]]);
    expect(receivePart({ ...whole, state: 'issued' }, header, 1, 500).state).toBe('issued');
  });

  it('refuses parts that cannot belong to it', () => {
    const roll = openRoll(header);
    const wrong = [
      () => receivePart(roll, { ...header, planId: 'p2' }, 1, 1),
      () => receivePart(roll, { ...header, parts: 3 }, 1, 1),
      () => receivePart(roll, header, 3, 1),
      () => receivePart(roll, header, 0, 1),
      () => receivePart(roll, header, 1, 501),
      () => openRoll({ ...header, parts: 21 }),
      () => openRoll({ ...header, publicityUntil: '2026-11-31' }),
      () => openRoll({ ...header, reportedAt: '' }),
    ];
    expect(wrong.map(codeOf)).toEqual(wrong.map(() => 'result-roll/bad-part'));
  });
});

describe('audit', () => {
  it('passes a row at exactly 60 and 60 on the first day after publicity', () => {
    expect(verdictOf({})).toBeNull();
  });

  it('waits, and refuses nothing, while something has not come or publicity runs', () => {
    expect([
      verdictOf({ roll: { ...received, state: 'receiving' } }),
      verdictOf({ scope: null }),
      verdictOf({ plan: null }),
      verdictOf({ today: '2026-11-23' }),
    ]).toEqual(['parts-missing', 'filing-not-arrived', 'plan-not-arrived', 'publicity-running']);
  });

  it('refuses every row when the roll itself is outside of scope, plan or publicity', () => {
    const roll = (change: Partial<ResultRoll>) => ({ roll: { ...received, ...change } });
    const second = { ...subject, levelDigit: '2' };
    expect([
      verdictOf(roll({ organisationId: 'org-craft' })),
      verdictOf(roll({ examOn: '2026-01-04' })),
      verdictOf(roll({ siteCode: 'Y000023000002' })),
      verdictOf(roll({ subject: second })),
      verdictOf({ plan: { ...plan, subject: second } }),
      verdictOf({ plan: { ...plan, examOn: '2026-11-15' } }),
      verdictOf({ plan: { ...plan, filingId: 'f2' } }),
      verdictOf(roll({ publicityUntil: '2026-11-20' })),
    ]).toEqual([
      'other-body',
      'filing-not-valid',
      'site-not-filed',
      'outside-scope',
      'plan-mismatch',
      'plan-mismatch',
      'plan-mismatch',
      'publicity-short',
    ]);
  });

  it('counts working days of publicity: a National Day week is none', () => {
    const festival = { ...received, examOn: '2026-09-20', publicityFrom: '2026-09-29', publicityUntil: '2026-10-07' };
    const planned = { ...plan, examOn: '2026-09-20' };
    expect(verdictOf({ roll: festival, plan: planned })).toBe('publicity-short');
  });

  it('refuses a level that the standards do not have, even when it was filed', () => {
    const robot = {
      occupationCode: '6-30-99-00',
      occupationEdition: '2015',
      occupationName: '工业机器人系统操作员',
      specialty: '',
      levelDigit: '5',
    };
    const filed = { ...scope, lines: [{ siteId: 'main', subject: robot }] };
    const roll = { ...received, subject: robot };
    expect(verdictOf({ roll, scope: filed, plan: { ...plan, subject: robot } })).toBe('level-unknown');
  });

  it('refuses each row for its own reason and counts a person once among those who may have it', () => {
    const rows = [
      { ...row, theoryPoints: 90, skillPoints: 59 },
      { ...row, theoryPoints: 59 },
      { ...row, skillPoints: 101 },
      row,
      row,
      { ...row, documentIndex: '' },
      { ...row, documentIndex: 'd4', nameIndex: '' },
      { ...row, documentIndex: 'd2' },
      { ...row, documentIndex: 'd3' },
    ];
    expect(auditRoll({ ...facts, rows, holders: new Set(['d2']) })).toEqual({
      waitsFor: null,
      refusals: [
        'skill-failed',
        'theory-failed',
        'points-out-of-range',
        null,
        'duplicate-in-roll',
        'person-incomplete',
        'name-unusable',
        'already-held',
        null,
      ],
    });
  });
});
