import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import { assertAllArrived, assertClosedFact, cursorOf, placeOf, publicStatistics } from './statistics.js';

const sums = (...open: number[]) =>
  open.map((count, index) => ({ level: String(5 - index), published: 0, open: count }));
const codeOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return [(error as DomainError).code, (error as DomainError).params['field']].filter(Boolean).join(' ');
  }
};

describe('statistics', () => {
  it('lists the five levels, lowest first, in the form that certificates print', () => {
    expect(publicStatistics([]).levels.map(({ level, display }) => `${level} ${display}`)).toEqual([
      '5 五级/初级工',
      '4 四级/中级工',
      '3 三级/高级工',
      '2 二级/技师',
      '1 一级/高级技师',
    ]);
  });

  it('shows no cell under five, and moves by five until a day is closed', () => {
    expect(publicStatistics(sums(0, 1, 4, 5, 9)).levels.map(({ count }) => count)).toEqual(['<5', '<5', '<5', 5, 5]);
    expect(publicStatistics([{ level: '3', published: 7, open: 4 }]).levels[2]?.count).toBe(7);
  });

  it('gives no total from which a hidden cell could be reckoned', () => {
    expect(publicStatistics(sums(10, 10, 10, 10, 10)).total).toBe(50);
    for (const hidden of [0, 1, 4]) expect(publicStatistics(sums(10, 10, 10, 10, hidden)).total).toBe('≥40');
    expect(publicStatistics(sums(4, 4)).total).toBe('<5');
  });

  it('takes back the cursor that it gave, and no other', () => {
    expect(placeOf(cursorOf({ day: '2026-11-02', position: 12 }))).toEqual({ day: '2026-11-02', position: 12 });
    for (const text of ['nonsense', '2026-02-30 1', '2026-11-02 -1']) {
      expect(codeOf(() => placeOf(Buffer.from(text).toString('base64url')))).toBe('request/cursor');
    }
  });

  it('waits for facts that were told and did not arrive, and names what an event lacks', () => {
    const totals = { issued: 3, revoked: 1, cancelled: 0, replaced: 0 };
    expect(codeOf(() => assertAllArrived(totals, totals))).toBeUndefined();
    expect(codeOf(() => assertAllArrived(totals, { ...totals, revoked: 0 }))).toBe('statistics/not-arrived');
    const fact = { day: '2026-11-02', size: '9', rootHash: 'r', checkpoint: 'c', ...totals };
    expect(codeOf(() => assertClosedFact(fact))).toBeUndefined();
    for (const field of ['day', 'size', 'rootHash', 'checkpoint']) {
      expect(codeOf(() => assertClosedFact({ ...fact, [field]: '' }))).toBe(`statistics/bad-event ${field}`);
    }
  });
});
