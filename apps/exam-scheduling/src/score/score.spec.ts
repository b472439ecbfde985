import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import type { Plan } from '../plan/plan.js';
import { checkScoreRows, enterScores, resultOf, verifyScores, type ScoreRow } from './score.js';

const plan = { state: 'seated', history: [], examOn: '2026-12-12', scoredBy: [] } as unknown as Plan;
const at = (subject: string, now: string) => ({ subject, now: new Date(now) });
const row = (admissionNumber: string, change: Partial<ScoreRow> = {}): ScoreRow => ({
  admissionNumber,
  theoryPoints: 60,
  skillPoints: 60,
  theoryAbsent: false,
  skillAbsent: false,
  ...change,
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('score', () => {
  it('passes with 60 in both subjects, never averages, and knows a missing subject from a failed one', () => {
    const result = (theoryPoints: number | null, skillPoints: number | null) => resultOf({ theoryPoints, skillPoints });
    expect([result(60, 60), result(90, 59), result(59, 90), result(0, 0)]).toEqual(['PASS', 'FAIL', 'FAIL', 'FAIL']);
    expect([result(null, 90), result(0, null), result(null, null)]).toEqual(['INCOMPLETE', 'INCOMPLETE', 'INCOMPLETE']);
  });

  it('parts good rows from bad ones and names the rule', () => {
    const rows = [
      row('1'),
      row('2', { theoryPoints: 100, skillPoints: null }),
      row('3', { theoryPoints: 101 }),
      row('4', { skillPoints: 59.5 }),
      row('5', { theoryPoints: -1, skillPoints: 0, skillAbsent: true }),
      row('6', { theoryPoints: null, theoryAbsent: true }),
      row('1'),
      row('99'),
    ];
    const { good, bad } = checkScoreRows(rows, new Set(['1', '2', '3', '4', '5', '6']));
    expect(good.map(({ admissionNumber }) => admissionNumber)).toEqual(['1', '2', '6']);
    expect(bad.map(({ index, faults }) => [index, ...faults.map(({ field, rule }) => `${field} ${rule}`)])).toEqual([
      [2, 'theoryPoints points-range'],
      [3, 'skillPoints points-range'],
      [4, 'theoryPoints points-range', 'skillPoints absent-with-points'],
      [6, 'admissionNumber duplicate'],
      [7, 'admissionNumber unknown-admission-number'],
    ]);
  });

  it('is entered from the first minute of the exam day in China', () => {
    expect(codeOf(() => enterScores(plan, at('clerk', '2026-12-11T15:59:59Z')))).toBe('score/before-exam');
    expect(enterScores(plan, at('clerk', '2026-12-11T16:00:00Z')).state).toBe('scored');
  });

  it('is verified by nobody who ever entered, and only when whole', () => {
    const once = enterScores(plan, at('clerk', '2026-12-12T02:00:00Z'));
    const twice = enterScores(once, at('examiner', '2026-12-12T03:00:00Z'));
    const verify = (subject: string, missing: number) =>
      codeOf(() => verifyScores(twice, missing, at(subject, '2026-12-12T04:00:00Z')));
    expect([verify('clerk', 0), verify('examiner', 0), verify('reviewer', 1), verify('reviewer', 0)]).toEqual([
      'access/same-person',
      'access/same-person',
      'score/missing',
      'allowed',
    ]);
  });
});
