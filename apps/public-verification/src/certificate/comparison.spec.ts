import { describe, expect, it } from '@jest/globals';
import { compare, type AskedFacts, type Comparable } from './comparison.js';

const first: Comparable = {
  nameIndex: 'zhang',
  documentIndex: 'd1',
  levelDigit: '3',
  status: 'replaced',
  statusOn: '2026-06-10',
  statusReason: 'person-corrected',
  inForceFrom: '2026-01-05',
};
/** Corrects the name; keeps number and day of issue, so it counts from the day of the change. */
const second: Comparable = {
  ...first,
  nameIndex: 'zhang3',
  status: 'valid',
  statusOn: null,
  statusReason: '',
  inForceFrom: '2026-06-10',
};
const known = [second, first];
const asked = (facts: Partial<AskedFacts>): AskedFacts => ({
  nameIndex: null,
  documentIndex: null,
  levelDigit: null,
  ...facts,
});
const told = (facts: Partial<AskedFacts>, options: { at?: string; mayKnowMismatch?: boolean } = {}): string => {
  const { at = null, mayKnowMismatch = true } = options;
  const { verdict, differing } = compare(asked(facts), known, { one: true, at, mayKnowMismatch });
  return [verdict, ...differing].join(' ');
};

describe('comparison', () => {
  it('says which fact differs, to those who may know', () => {
    expect(told({ nameIndex: 'li' })).toBe('MISMATCH NAME');
    expect(told({ documentIndex: 'd2' })).toBe('MISMATCH DOCUMENT');
    expect(told({ nameIndex: 'zhang3', levelDigit: '2' })).toBe('MISMATCH LEVEL');
    expect(told({ nameIndex: 'li', documentIndex: 'd2', levelDigit: '1' })).toBe('MISMATCH NAME DOCUMENT LEVEL');
    expect(told({ nameIndex: 'li' }, { mayKnowMismatch: false })).toBe('NOT_FOUND');
    expect(compare(asked({ nameIndex: 'li' }), [], { one: true, at: null, mayKnowMismatch: true }).verdict).toBe(
      'NOT_FOUND',
    );
  });

  it('measures against the version that is nearest: the old name of a corrected certificate is replaced, not wrong', () => {
    expect(told({ nameIndex: 'zhang' })).toBe('REPLACED');
    expect(told({ nameIndex: 'zhang', levelDigit: '2' })).toBe('MISMATCH LEVEL');
  });

  it('answers as of a day: not yet there, the first version, and from the day of the change the second', () => {
    const on = (at: string, nameIndex = 'zhang') => told({ nameIndex }, { at });
    expect(['2026-01-04', '2026-01-05', '2026-06-09', '2026-06-10'].map((at) => on(at))).toEqual([
      'NOT_FOUND',
      'VALID',
      'VALID',
      'REPLACED',
    ]);
    expect(['2026-06-09', '2026-06-10'].map((at) => on(at, 'zhang3'))).toEqual(['MISMATCH NAME', 'VALID']);
  });

  it('shows nothing of a certificate whose facts were not all known', () => {
    const { certificates } = compare(asked({ nameIndex: 'li' }), known, { one: true, at: null, mayKnowMismatch: true });
    expect(certificates).toEqual([]);
  });
});
