import { describe, expect, it } from '@jest/globals';
import { publicStatistics } from './statistics.js';

const counts = (...perLevel: number[]) => new Map(perLevel.map((count, index) => [String(5 - index), count]));
const cells = (...perLevel: number[]) => publicStatistics(counts(...perLevel)).levels.map(({ count }) => count);

describe('statistics', () => {
  it('lists the five levels, lowest first, in the form that certificates print', () => {
    expect(publicStatistics(new Map()).levels.map(({ level, display }) => `${level} ${display}`)).toEqual([
      '5 五级/初级工',
      '4 四级/中级工',
      '3 三级/高级工',
      '2 二级/技师',
      '1 一级/高级技师',
    ]);
  });

  it('shows no cell under five, and five', () => {
    expect(cells(0, 1, 4, 5, 6)).toEqual(['<5', '<5', '<5', 5, 6]);
  });

  it('gives no total from which a hidden cell could be reckoned', () => {
    expect(publicStatistics(counts(10, 10, 10, 10, 10)).total).toBe(50);
    for (const hidden of [0, 1, 4]) expect(publicStatistics(counts(10, 10, 10, 10, hidden)).total).toBe('≥40');
    expect(publicStatistics(counts(4, 4)).total).toBe('≥5');
    expect(publicStatistics(counts(4)).total).toBe('<5');
  });
});
