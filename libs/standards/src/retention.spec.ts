import { describe, expect, it } from '@jest/globals';
import { retentionRules, type RetentionRuleName } from './data/retention-rules.js';
import { isRetentionOver, keptUntil, retentionPeriods } from './retention.js';

const NAMES = Object.keys(retentionRules) as RetentionRuleName[];

describe('retention (domain.md §5.6, §12 item 56)', () => {
  it('an exam batch is kept for five years and may go on the day after', () => {
    expect(keptUntil('exam-archive', '2026-12-12')).toBe('2031-12-12');
    expect(isRetentionOver('exam-archive', '2026-12-12', '2031-12-12')).toBe(false);
    expect(isRetentionOver('exam-archive', '2026-12-12', '2031-12-13')).toBe(true);
  });

  it('a batch of 29 February is kept until 28 February', () => {
    expect(keptUntil('exam-archive', '2028-02-29')).toBe('2033-02-28');
  });

  it('what a certificate rests on never goes', () => {
    expect(keptUntil('certificate-base', '2020-01-01')).toBeNull();
    expect(isRetentionOver('certificate-base', '2020-01-01', '2999-12-31')).toBe(false);
  });

  it('kept answers go after 30 days, or after what the installation says', () => {
    expect(keptUntil('kept-answer', '2026-12-12')).toBe('2027-01-11');
    expect(keptUntil('kept-answer', '2026-12-12', { 'kept-answer': { days: 7 } })).toBe('2026-12-19');
  });

  it.each(NAMES)('%s says its source, and its periods come in the order of their days', (name) => {
    const periods = retentionPeriods(name);
    expect(periods.every(({ source }) => source !== '')).toBe(true);
    expect(periods.map(({ from }) => from)).toEqual(periods.map(({ from }) => from).toSorted());
    expect(periods.length).toBeGreaterThan(0);
  });
});
