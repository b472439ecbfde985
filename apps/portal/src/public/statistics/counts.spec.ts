import { describe, expect, it } from '@jest/globals';
import { shareOf, shareText, sumsByDay } from './counts.ts';

describe('a share of a target', () => {
  it.each([
    [0, '0%'],
    [0.00225, '<0.1%'],
    [5.49, '5.4%'],
    [99.99, '99%'],
    [100, '100%'],
    [134.2, '134%'],
  ])('of %d is written %s', (share, text) => expect(shareText(share)).toBe(text));

  it('is not known of a number that is kept back', () => {
    expect(shareOf('<5', 100)).toBeNull();
    expect(shareOf(undefined, 100)).toBeNull();
    expect(shareOf(3, 300)).toBe(1);
  });
});

describe('the numbers of a day', () => {
  it('are summed over bodies and levels, what was issued apart from what ended', () => {
    const count = (day: string, kind: 'issued' | 'revoked', n: number) => ({
      day,
      kind,
      levelDigit: '3',
      level: '三级/高级工',
      count: n,
    });
    const sums = sumsByDay([
      count('2026-12-21', 'issued', 18),
      count('2026-12-21', 'issued', 7),
      count('2026-12-21', 'revoked', 5),
      count('2026-12-22', 'revoked', 6),
    ]);
    expect(sums).toEqual(
      new Map([
        ['2026-12-21', { issued: 25, ended: 5 }],
        ['2026-12-22', { issued: 0, ended: 6 }],
      ]),
    );
  });
});
