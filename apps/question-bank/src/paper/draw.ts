import { DomainError, type FieldFault } from '@app/kernel';
import { itemCount, type BlueprintSection } from '../blueprint/blueprint.js';
import { IMPORTANCES, leafRanges, type ElementPoint, type ElementTable } from '../element-table/element-table.js';
import { DIFFICULTIES, type Difficulty, type ItemFacts, type ItemType } from '../item/item.js';
import { rangeQuotas } from './apportion.js';
import { MinCostFlow } from './min-cost-flow.js';
import { sfc32, type SeededGenerator } from './seeded-generator.js';

export interface DrawnSection extends BlueprintSection {
  items: ItemFacts[];
}

/** Core points come before general ones whatever the spread, and the spread before chance. */
const IMPORTANCE_COST = 1_000_000_000;
const SPREAD_COST = 10_000;
const CHANCE_COST_MAX = 1_000;

const TYPE_NAMES: Readonly<Record<ItemType, string>> = { single: '单选题', multiple: '多选题', judgement: '判断题' };

/** One item that may stand for its point in a section. */
interface Slot {
  section: number;
  arc: number;
  item: ItemFacts;
}

interface Network {
  flow: MinCostFlow;
  source: number;
  sink: number;
  sectionArcs: number[];
  slots: Slot[];
}

/** Of the items of one point, type and difficulty chance picks one. */
function candidates(items: readonly ItemFacts[], chance: SeededGenerator): ItemFacts[] {
  const groups = new Map<string, ItemFacts[]>();
  for (const item of items) {
    const key = `${item.pointPath} ${item.type} ${item.difficulty}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].map((group) => group[chance.below(group.length)]!);
}

/**
 * source → section (count) → difficulty in the section (each further item dearer, so that grades spread)
 * → point (once) → range (its quota) → sink.
 */
function network(
  table: Pick<ElementTable, 'ranges' | 'points'>,
  sections: readonly BlueprintSection[],
  items: readonly ItemFacts[],
  quotas: ReadonlyMap<string, number>,
  chance: SeededGenerator,
): Network {
  const flow = new MinCostFlow();
  const source = flow.node();
  const sink = flow.node();
  const ranges = new Map(leafRanges(table).map(({ path }) => [path, flow.node()]));
  for (const [path, node] of ranges) flow.arc(node, sink, quotas.get(path) ?? 0, 0);
  const points = new Map<string, number>();
  for (const { path, rangePath, importance } of table.points) {
    const node = flow.node();
    points.set(path, node);
    flow.arc(node, ranges.get(rangePath) ?? sink, 1, IMPORTANCES.indexOf(importance) * IMPORTANCE_COST);
  }
  const sectionArcs: number[] = [];
  const slots: Slot[] = [];
  const drawable = candidates(items, chance);
  for (const [section, { type, count }] of sections.entries()) {
    const from = flow.node();
    sectionArcs.push(flow.arc(source, from, count, 0));
    for (const difficulty of DIFFICULTIES) {
      const grade = flow.node();
      for (let nth = 0; nth < count; nth += 1) flow.arc(from, grade, 1, (2 * nth + 1) * SPREAD_COST);
      for (const item of drawable) {
        const point = points.get(item.pointPath);
        if (item.type !== type || item.difficulty !== difficulty || point === undefined) continue;
        slots.push({ section, item, arc: flow.arc(grade, point, 1, chance.below(CHANCE_COST_MAX)) });
      }
    }
  }
  return { flow, source, sink, sectionArcs, slots };
}

function shortfalls(
  table: Pick<ElementTable, 'ranges' | 'points'>,
  sections: readonly BlueprintSection[],
  items: readonly ItemFacts[],
  quotas: ReadonlyMap<string, number>,
  { flow, sectionArcs }: Network,
): FieldFault[] {
  const bySection = sections.flatMap(({ type, count }, section): FieldFault[] => {
    const missing = count - flow.used(sectionArcs[section] ?? 0);
    if (missing === 0) return [];
    return [
      {
        field: `/sections/${section}`,
        rule: 'section-shortfall',
        zh: `${TYPE_NAMES[type]}需 ${count} 题，缺 ${missing} 题`,
        en: `${missing} of ${count} ${type} items are missing`,
      },
    ];
  });
  const types = new Set(sections.map((section) => section.type));
  const covered = new Set(items.filter((item) => types.has(item.type)).map((item) => item.pointPath));
  const byRange = leafRanges(table).flatMap(({ path, name }): FieldFault[] => {
    const quota = quotas.get(path) ?? 0;
    const found = table.points.filter((point) => point.rangePath === path && covered.has(point.path)).length;
    if (found >= quota) return [];
    return [
      {
        field: `/ranges/${path}`,
        rule: 'range-shortfall',
        zh: `鉴定范围 ${path} ${name} 按比重应抽 ${quota} 个鉴定点，有题的只有 ${found} 个`,
        en: `range ${path} should give ${quota} points by weight and has items for ${found}`,
      },
    ];
  });
  return [...bySection, ...byRange];
}

/**
 * Draws a paper: by 比重 per 鉴定范围 (largest remainder), at most one item per 鉴定点, X before Y before Z, difficulty
 * spread within each section; what is left open, chance decides (domain.md §4.4). The same table, items (in order of
 * id) and seed give the same paper.
 * @throws DomainError `paper/bank-short` with the shortfall of every section and range
 */
export function drawPaper(
  table: Pick<ElementTable, 'ranges' | 'points'>,
  sections: readonly BlueprintSection[],
  items: readonly ItemFacts[],
  seed: string,
): DrawnSection[] {
  const chance = sfc32(seed);
  const wanted = itemCount(sections);
  const quotas = rangeQuotas(table.ranges, wanted);
  const net = network(table, sections, items, quotas, chance);
  if (net.flow.run(net.source, net.sink) < wanted) {
    throw new DomainError('paper/bank-short', {}, shortfalls(table, sections, items, quotas, net));
  }
  return sections.map((section, index) => {
    const drawn = net.slots.filter((slot) => slot.section === index && net.flow.used(slot.arc) > 0);
    return { ...section, items: chance.shuffled(drawn.map((slot) => slot.item)) };
  });
}

/** What may be told of a paper before and after it is sealed: counts, never an item. */
export interface Composition {
  sections: BlueprintSection[];
  ranges: { path: string; name: string; weight: number; items: number }[];
  importance: Record<ElementPoint['importance'], number>;
  difficulty: Record<Difficulty, number>;
}

export function compositionOf(
  table: Pick<ElementTable, 'ranges' | 'points'>,
  drawn: readonly DrawnSection[],
): Composition {
  const items = drawn.flatMap((section) => section.items);
  const points = new Map(table.points.map((point) => [point.path, point]));
  const importance = { X: 0, Y: 0, Z: 0 };
  const difficulty = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 };
  for (const item of items) {
    importance[points.get(item.pointPath)?.importance ?? 'X'] += 1;
    difficulty[item.difficulty] += 1;
  }
  return {
    sections: drawn.map(({ type, count, pointsEach }) => ({ type, count, pointsEach })),
    ranges: table.ranges.map(({ path, name, weight }) => ({
      path,
      name,
      weight,
      items: items.filter((item) => item.pointPath.startsWith(`${path}-`)).length,
    })),
    importance,
    difficulty,
  };
}
