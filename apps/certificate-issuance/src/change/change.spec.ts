import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import {
  CHANGE_KINDS,
  CHANGE_STATES,
  decide,
  keepsNumber,
  proposalFaults,
  propose,
  REASONS,
  TRANSITIONS,
  withdraw,
  type Change,
  type ChangeKind,
  type ChangeReason,
} from './change.js';

const now = new Date('2026-12-01T02:00:00Z');
const first = { subject: 'officer.one', now };
const second = { subject: 'officer.two', now };
const document = { title: '调查报告', number: '黑人社〔2026〕1号', issuedOn: '2026-11-30', sha256: 'a'.repeat(64) };
const content = {
  id: 'c1',
  kind: 'revoke' as const,
  organisationId: 'org-north',
  jurisdiction: '230100',
  certificateIds: ['b', 'a', 'a'],
  reason: 'fraud' as const,
  document,
  explanationSealed: 'v1.x',
  correctionSealed: null,
};
const proposed: Change = propose(content, first);
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'taken';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('change of certificates', () => {
  it('is proposed with each certificate once', () => {
    expect(proposed).toMatchObject({ state: 'proposed', certificateIds: ['a', 'b'], proposedBy: 'officer.one' });
  });

  it('is decided by another person, and by nobody twice', () => {
    expect(codeOf(() => decide(proposed, 'done', first))).toBe('change/own-proposal');
    expect(codeOf(() => decide(proposed, 'refused', first))).toBe('change/own-proposal');
    const done = decide(proposed, 'done', second);
    expect([done.state, done.decidedBy]).toEqual(['done', 'officer.two']);
    expect(codeOf(() => decide(done, 'refused', second))).toBe('change/illegal-transition');
  });

  it('is withdrawn by who proposed it only', () => {
    expect(codeOf(() => withdraw(proposed, second))).toBe('change/not-proposer');
    expect(withdraw(proposed, first).state).toBe('withdrawn');
  });

  it('moves from proposed only: the whole table', () => {
    for (const from of CHANGE_STATES)
      expect([from, TRANSITIONS[from].length]).toEqual([from, from === 'proposed' ? 3 : 0]);
  });

  it('has a reason of its own kind: every pair', () => {
    const faulty = (kind: ChangeKind, reason: ChangeReason): boolean =>
      proposalFaults({ ...content, kind, reason }).some(({ field }) => field === '/reason');
    for (const reason of Object.keys(REASONS) as ChangeReason[]) {
      for (const kind of CHANGE_KINDS)
        expect([reason, kind, faulty(kind, reason)]).toEqual([reason, kind, REASONS[reason].kind !== kind]);
    }
  });

  it('names every field that is wrong', () => {
    const faults = proposalFaults({
      ...content,
      kind: 'correct',
      certificateIds: [],
      document: { title: ' ', number: '', issuedOn: '2026-02-30', sha256: 'A' },
    });
    expect(faults.map(({ field }) => field)).toEqual([
      '/reason',
      '/document/title',
      '/document/issuedOn',
      '/document/sha256',
      '/certificateIds',
      '/correction',
    ]);
  });

  it('keeps the number by the rule of the day', () => {
    const rules = [
      { from: '2019-01-01', kept: true },
      { from: '2027-01-01', kept: false },
    ];
    expect([keepsNumber('2026-12-31', rules), keepsNumber('2027-01-01', rules)]).toEqual([true, false]);
  });
});
