import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import type { Plan } from '../plan/plan.js';
import { assertAnswers, assertPublic, auditPlan, partsOf, reportPlan, startPublicity } from './report.js';

const rules = { publicityWorkingDays: 5, reportWorkingDays: 10 };
const roll = { rollId: 'roll-1', rows: 3, parts: 1 };
const at = (now: string) => ({ subject: 'clerk', now: new Date(now) });
const verified = { state: 'verified', history: [], roll: null } as unknown as Plan;
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('report', () => {
  it('counts five working days over National Day 2026, the make-up Saturday among them', () => {
    // 国务院办公厅 2026 arrangement: off 1–7 October, at work on Saturday 10 October.
    const posted = startPublicity(verified, rules, at('2026-09-29T02:00:00Z'));
    expect([posted.publicityFrom, posted.publicityUntil]).toEqual(['2026-09-29', '2026-10-12']);
  });

  it('follows on the day after the last day, in Chinese time, and notes when it is late', () => {
    const posted = startPublicity(verified, rules, at('2026-11-02T02:00:00Z'));
    expect(posted.publicityUntil).toBe('2026-11-09');
    expect(codeOf(() => reportPlan(posted, roll, rules, at('2026-11-09T15:59:59Z')))).toBe('report/publicity-running');
    expect(reportPlan(posted, roll, rules, at('2026-11-09T16:00:00Z')).roll).toMatchObject({
      reportedOn: '2026-11-10',
      late: false,
    });
    // The tenth working day after 9 November is Monday 23 November.
    expect(reportPlan(posted, roll, rules, at('2026-11-23T15:59:59Z')).roll?.late).toBe(false);
    expect(reportPlan(posted, roll, rules, at('2026-11-23T16:00:00Z')).roll?.late).toBe(true);
  });

  it('shows names while publicity runs and not a minute longer', () => {
    const posted = startPublicity(verified, rules, at('2026-11-02T02:00:00Z'));
    const shown = (plan: Plan, now: string) => codeOf(() => assertPublic(plan, new Date(now)));
    expect(shown(verified, '2026-11-02T02:00:00Z')).toBe('publicity/not-found');
    expect(shown(posted, '2026-11-09T15:59:59Z')).toBe('allowed');
    expect(shown(posted, '2026-11-09T16:00:00Z')).toBe('publicity/not-found');
  });

  it('cuts rows into parts of 500, and nobody into one empty part', () => {
    const sizes = (count: number) => partsOf(Array.from({ length: count })).map((part) => part.length);
    expect([sizes(0), sizes(500), sizes(501), sizes(10_000).length]).toEqual([[0], [500], [500, 1], 20]);
  });

  it('takes answers to its own roll that say either number or refusal, and is audited with the last one', () => {
    const reported = { ...verified, state: 'reported', roll: { ...roll, reportedOn: '', late: false } } as Plan;
    const answer = (certificateNumber: string, refusalRule: string) => [
      { candidateId: 'c', certificateNumber, refusalRule },
    ];
    expect(codeOf(() => assertAnswers(reported, 'roll-1', answer('N', '')))).toBe('allowed');
    expect(codeOf(() => assertAnswers(reported, 'roll-1', answer('', 'R')))).toBe('allowed');
    expect(codeOf(() => assertAnswers(reported, 'roll-1', answer('', '')))).toBe('report/audit-answer');
    expect(codeOf(() => assertAnswers(reported, 'roll-2', answer('N', '')))).toBe('report/audit-answer');
    expect(auditPlan(reported, 1, at('2026-11-23T16:00:00Z')).state).toBe('reported');
    expect(auditPlan(reported, 0, at('2026-11-23T16:00:00Z')).state).toBe('audited');
  });
});
