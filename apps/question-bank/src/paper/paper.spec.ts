import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { unreachableStates, type DomainError } from '@app/kernel';
import type { BlueprintSection } from '../blueprint/blueprint.js';
import { readElementSheet } from '../element-table/element-sheet.js';
import type { ElementTable } from '../element-table/element-table.js';
import { indexPoints } from '../item/item-match.js';
import { readItemSheet } from '../item/item-sheet.js';
import type { ItemFacts } from '../item/item.js';
import { readSheets } from '../sheet/sheet.workbook.js';
import { largestRemainder, rangeQuotas } from './apportion.js';
import { canonicalJson } from './canonical-json.js';
import { compositionOf, drawPaper } from './draw.js';
import { MinCostFlow } from './min-cost-flow.js';
import { shuffledOptions } from './paper-content.js';
import {
  assemblePaper,
  orderPaper,
  PAPER_STATES,
  sealPaper,
  TRANSITIONS,
  type AssembledPaper,
  type PaperOrder,
  type PaperState,
} from './paper.js';
import { sfc32 } from './seeded-generator.js';

const FIXTURES = new URL('../../../../test/fixtures/', import.meta.url);
const sheetOf = (file: string) => readSheets(readFileSync(new URL(file, FIXTURES))).at(0)!;
const table = readElementSheet(sheetOf('element-table-welder-3.xlsx')).content;
const items: ItemFacts[] = readItemSheet(sheetOf('items-welder-3.xlsx'), indexPoints(table)).flatMap(({ row, item }) =>
  item ? [{ id: `item-${row}`, pointPath: item.pointPath, type: item.type, difficulty: item.difficulty }] : [],
);
const fifty: BlueprintSection[] = [
  { type: 'single', count: 20, pointsEach: 2 },
  { type: 'multiple', count: 8, pointsEach: 2.5 },
  { type: 'judgement', count: 22, pointsEach: 2 },
];
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('draw from the fixture', () => {
  const drawn = drawPaper(table, fifty, items, 'seed-1');
  const all = drawn.flatMap((section) => section.items);

  it('fills every section with items of its type, at most one per point', () => {
    expect(drawn.map((section) => section.items.length)).toEqual([20, 8, 22]);
    for (const section of drawn)
      expect(new Set(section.items.map((item) => item.type))).toEqual(new Set([section.type]));
    expect(new Set(all.map((item) => item.pointPath)).size).toBe(50);
  });

  it('gives each range its items by weight', () => {
    const { ranges } = compositionOf(table, drawn);
    const quotas = rangeQuotas(table.ranges, 50);
    expect(new Map(ranges.map(({ path, items }) => [path, items]))).toEqual(quotas);
    expect([quotas.get('A'), quotas.get('B')]).toEqual([12, 38]);
  });

  it('takes no general point of a range while a core point is left', () => {
    for (const { path } of table.ranges) {
      const points = table.points.filter((point) => point.rangePath === path);
      const used = new Set(all.map((item) => item.pointPath));
      const taken = points.filter((point) => used.has(point.path));
      const left = points.filter((point) => !used.has(point.path));
      const worst =
        taken
          .map((point) => point.importance)
          .sort()
          .at(-1) ?? 'X';
      const best = left.map((point) => point.importance).sort()[0] ?? 'Z';
      expect([path, worst <= best]).toEqual([path, true]);
    }
  });

  it('spreads difficulty instead of heaping it', () => {
    const { difficulty } = compositionOf(table, drawn);
    expect(Math.min(...Object.values(difficulty))).toBeGreaterThanOrEqual(7);
    expect(Math.max(...Object.values(difficulty))).toBeLessThanOrEqual(13);
  });

  it('is the same for the same seed and another for another seed', () => {
    expect(drawPaper(table, fifty, items, 'seed-1')).toEqual(drawn);
    const other = drawPaper(table, fifty, items, 'seed-2').flatMap((section) => section.items);
    expect(other.map((item) => item.id).sort()).not.toEqual(all.map((item) => item.id).sort());
  });

  it('names what every section and range lacks', () => {
    const hundred: BlueprintSection[] = [
      { type: 'single', count: 60, pointsEach: 1 },
      { type: 'judgement', count: 40, pointsEach: 1 },
    ];
    try {
      drawPaper(table, hundred, items, 'seed-1');
      throw new Error('a hundred items came from 76 points');
    } catch (error) {
      const { code, faults } = error as DomainError;
      expect(code).toBe('paper/bank-short');
      const missing = faults
        .filter((fault) => fault.rule === 'section-shortfall')
        .map((fault) => /缺 (\d+) 题/.exec(fault.zh)?.[1]);
      expect(missing.reduce((sum, part) => sum + Number(part), 0)).toBeGreaterThanOrEqual(24);
      expect(faults.map((fault) => fault.field)).toContain('/ranges/B-D-B');
    }
    const multiple: BlueprintSection[] = [{ type: 'multiple', count: 20, pointsEach: 5 }];
    expect(codeOf(() => drawPaper(table, multiple, items, 's'))).toBe('paper/bank-short');
    expect(codeOf(() => drawPaper(table, fifty, [], 's'))).toBe('paper/bank-short');
  });

  it('finds the one paper there is where a greedy draw would get stuck', () => {
    const range = (path: string): ElementTable['ranges'][number] => ({
      path,
      code: path,
      name: path,
      weight: 50,
      ratio: [2, 0, 0],
    });
    const point = (path: string, rangePath: string) => ({
      path,
      rangePath,
      code: '001',
      name: path,
      importance: 'X' as const,
      page: '',
    });
    const small = {
      ranges: [range('A'), range('B')],
      points: [point('A-001', 'A'), point('A-002', 'A'), point('B-001', 'B')],
    };
    const bank: ItemFacts[] = [
      { id: '1', pointPath: 'A-001', type: 'single', difficulty: 1 },
      { id: '2', pointPath: 'A-002', type: 'judgement', difficulty: 1 },
      { id: '3', pointPath: 'B-001', type: 'single', difficulty: 1 },
    ];
    const sections: BlueprintSection[] = [
      { type: 'single', count: 1, pointsEach: 50 },
      { type: 'judgement', count: 1, pointsEach: 50 },
    ];
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      expect(drawPaper(small, sections, bank, seed).flatMap((section) => section.items.map((item) => item.id))).toEqual(
        ['3', '2'],
      );
    }
  });
});

describe('parts of the draw', () => {
  it('shares out by largest remainder; ties go to the larger, then the earlier', () => {
    expect(largestRemainder([25, 75], 50)).toEqual([12, 38]);
    expect(largestRemainder([1, 1, 1], 2)).toEqual([1, 1, 0]);
    expect(largestRemainder([47, 16, 15.8, 12, 6.1, 3.1], 10)).toEqual([5, 2, 1, 1, 1, 0]);
    expect(largestRemainder([], 5)).toEqual([]);
    for (let seats = 0; seats <= 200; seats += 1) {
      expect(largestRemainder([5, 20, 12, 18, 14, 14, 17], seats).reduce((sum, share) => sum + share, 0)).toBe(seats);
    }
  });

  it('goes back on an arc when that makes the whole flow larger or cheaper', () => {
    const flow = new MinCostFlow();
    const [source, a, b, sink] = [flow.node(), flow.node(), flow.node(), flow.node()];
    const first = flow.arc(source, a, 1, 0);
    flow.arc(source, b, 1, 5);
    const across = flow.arc(a, b, 1, 0);
    flow.arc(a, sink, 1, 9);
    flow.arc(b, sink, 1, 0);
    expect(flow.run(source, sink)).toBe(2);
    expect([flow.used(first), flow.used(across)]).toEqual([1, 0]);
  });

  it('makes the same numbers from a seed for ever', () => {
    const numbers = (seed: string) => {
      const chance = sfc32(seed);
      return Array.from({ length: 6 }, () => chance.below(1_000_000));
    };
    // From the published code of cyrb128 and sfc32, run apart from ours.
    expect(numbers('jiangzheng')).toEqual([841_216, 126_508, 953_260, 709_598, 375_455, 734_204]);
    expect(numbers('jiangzheng2')).not.toEqual(numbers('jiangzheng'));
  });

  it('chooses evenly', () => {
    const chance = sfc32('even');
    const chosen = Array.from({ length: 10_000 }, () => chance.below(5));
    for (const value of [0, 1, 2, 3, 4]) {
      expect(Math.abs(chosen.filter((each) => each === value).length - 2_000)).toBeLessThan(200);
    }
    expect(sfc32('x').shuffled(['a', 'b', 'c', 'd']).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('moves the answer with its options, and leaves options that speak of each other', () => {
    const item = { options: ['甲', '乙', '丙', '丁', '戊'], answer: 'BD' };
    const orders = ['1', '2', '3', '4', '5'].map((seed) => shuffledOptions(item, seed));
    for (const { options, answer } of orders) {
      expect(
        answer
          .split('')
          .map((letter) => options['ABCDE'.indexOf(letter)])
          .sort(),
      ).toEqual(['丁', '乙']);
    }
    expect(new Set(orders.map(({ options }) => options.join(''))).size).toBeGreaterThan(1);
    const tied = { options: ['甲', '乙', '以上都对'], answer: 'C' };
    expect(shuffledOptions(tied, '1')).toEqual(tied);
  });

  it('writes canonical JSON: sorted names, no spaces, the example of RFC 8785 §3.2.4 without its numbers', () => {
    expect(canonicalJson({ b: [1, 2.5, null], a: '€$\u000f\nA\'B"\\"/', é: true, c: { z: 1, y: [] } })).toBe(
      `{"a":"€$\\u000f\\nA'B\\"\\\\\\"/","b":[1,2.5,null],"c":{"y":[],"z":1},"é":true}`,
    );
  });
});

describe('paper order', () => {
  const at = (subject: string) => ({ subject, now: new Date('2026-11-23T02:00:00Z') });
  const plan = {
    planId: '0198f000-0000-7000-8000-000000000001',
    subject: {
      occupationCode: '6-18-02-04',
      occupationEdition: '2015',
      occupationName: '焊工',
      specialty: '电焊工',
      levelDigit: '3',
    },
    examOn: '2026-12-12',
  };
  const paper: AssembledPaper = {
    basedOn: 0,
    paperId: '0198f000-0000-7000-8000-000000000002',
    elementTableId: '0198f000-0000-7000-8000-000000000003',
    itemCount: 50,
    composition: compositionOf(table, []),
    contentSealed: 'sealed',
  };
  const inState = (state: PaperState): PaperOrder =>
    state === 'ordered' ? orderPaper(plan) : { ...assemblePaper(orderPaper(plan), paper, at('author')), state };

  it('allows each decision in exactly the states its table row lists', () => {
    expect(unreachableStates(TRANSITIONS, 'ordered')).toEqual([]);
    for (const state of PAPER_STATES) {
      const outcome = (to: PaperState) => (TRANSITIONS[state].includes(to) ? 'allowed' : 'paper/illegal-transition');
      const order = inState(state);
      const again = { ...paper, basedOn: order.revision };
      expect(codeOf(() => assemblePaper(order, again, at('author')))).toBe(outcome('assembled'));
      expect(codeOf(() => sealPaper(order, undefined, () => 'd', at('reviewer')))).toBe(outcome('sealed'));
    }
  });

  it('is sealed by another person, and only as the paper that person looked at', () => {
    const assembled = inState('assembled');
    expect(codeOf(() => sealPaper(assembled, undefined, () => 'd', at('author')))).toBe('access/same-person');
    expect(codeOf(() => sealPaper(assembled, plan.planId, () => 'd', at('reviewer')))).toBe('paper/reassembled');
    const sealed = sealPaper(assembled, paper.paperId, (content) => `digest of ${content}`, at('reviewer'));
    expect(sealed).toMatchObject({ state: 'sealed', contentSha256: 'digest of sealed', sealedBy: 'reviewer' });
  });

  it('tells the second of two assemblers to look again', () => {
    const first = assemblePaper(orderPaper(plan), paper, at('author'));
    expect(codeOf(() => assemblePaper(first, paper, at('author2')))).toBe('state/conflict');
    expect(assemblePaper(first, { ...paper, basedOn: 1 }, at('author2')).revision).toBe(2);
  });

  it('refuses a plan that lacks what a paper needs, and knows a former occupation code', () => {
    expect(codeOf(() => orderPaper({ ...plan, planId: '' }))).toBe('paper/plan-incomplete');
    expect(codeOf(() => orderPaper({ ...plan, examOn: '2026-02-30' }))).toBe('paper/plan-incomplete');
    expect(codeOf(() => orderPaper({ ...plan, subject: { ...plan.subject, levelDigit: '' } }))).toBe(
      'paper/plan-incomplete',
    );
    const former = orderPaper({
      ...plan,
      subject: { ...plan.subject, occupationCode: '6-04-02-05', occupationEdition: '1999' },
    });
    expect([former.occupationCode, former.occupationEdition]).toEqual(['6-18-02-04', '2015']);
  });
});
