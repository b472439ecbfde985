import type { FieldFault } from '@app/kernel';
import type { Warning } from '@app/standards';
import { IMPORTANCES, parentPath, type ElementPoint, type ElementRange } from './element-table.js';
import { formatRatio, type Ratio } from './ratio.js';

/** A range with the cells its figures stand in, so that a fault can name them. */
export interface ReadRange extends ElementRange {
  weightCell: string;
  ratioCell: string;
  ratioRead: boolean;
  weightRead: boolean;
}

const WHOLE = 100;
/** Weights may be halves; sums of binary fractions need room. */
const WEIGHT_TOLERANCE = 1e-6;

/** Guidance of bank building, "可视具体情况": warned of, never refused (domain.md §4.2, §12 item 34). */
const SHARES = [
  { rule: 'x-share', importance: 'X', least: 0.8, most: 1, text: 'X ≥ 80 %' },
  { rule: 'y-share', importance: 'Y', least: 0, most: 0.15, text: 'Y ≤ 15 %' },
  { rule: 'z-share', importance: 'Z', least: 0, most: 0.05, text: 'Z ≤ 5 %' },
] as const;
const POINTS_ADVISED = 200;

export function weightFaults(ranges: readonly ReadRange[], levelOneCell: string): FieldFault[] {
  const sums = new Map<string, number>();
  for (const { path, weight } of ranges) {
    sums.set(parentPath(path), (sums.get(parentPath(path)) ?? 0) + weight);
  }
  const faults: FieldFault[] = [];
  const check = (field: string, expected: number, sum: number | undefined): void => {
    if (sum === undefined || Math.abs(sum - expected) <= WEIGHT_TOLERANCE) return;
    const found = Number(sum.toFixed(6));
    faults.push({
      field,
      rule: 'weight-sum',
      zh: `下级鉴定比重合计为 ${found}，应为 ${expected}`,
      en: `the weights below add up to ${found} instead of ${expected}`,
    });
  };
  const unread = new Set(ranges.filter((range) => !range.weightRead).map((range) => parentPath(range.path)));
  if (!unread.has('')) check(levelOneCell, WHOLE, sums.get('') ?? 0);
  for (const { path, weight, weightCell, weightRead } of ranges) {
    if (weightRead && !unread.has(path)) check(weightCell, weight, sums.get(path));
  }
  return faults;
}

/** True X:Y:Z of every range, by path; a point counts for all the ranges above it. */
function pointCounts(points: readonly ElementPoint[]): Map<string, Ratio> {
  const counts = new Map<string, [number, number, number]>();
  for (const { rangePath, importance } of points) {
    for (let path = rangePath; path !== ''; path = parentPath(path)) {
      const count = counts.get(path) ?? [0, 0, 0];
      count[IMPORTANCES.indexOf(importance)]! += 1;
      counts.set(path, count);
    }
  }
  return counts;
}

export function ratioFaults(ranges: readonly ReadRange[], points: readonly ElementPoint[]): FieldFault[] {
  const counts = pointCounts(points);
  return ranges.flatMap(({ path, ratio, ratioCell, ratioRead }) => {
    const counted = formatRatio(counts.get(path) ?? [0, 0, 0]);
    const written = formatRatio(ratio);
    if (!ratioRead || counted === written) return [];
    return {
      field: ratioCell,
      rule: 'ratio-count',
      zh: `重要程度比例为 ${written}，实有鉴定点为 ${counted}`,
      en: `the ratio says ${written}, the points below count ${counted}`,
    };
  });
}

export function tableWarnings(points: readonly ElementPoint[]): Warning[] {
  const warnings: Warning[] = [];
  for (const { rule, importance, least, most, text } of SHARES) {
    const share = points.filter((point) => point.importance === importance).length / Math.max(points.length, 1);
    if (share >= least && share <= most) continue;
    const percent = (share * 100).toFixed(1);
    warnings.push({
      rule,
      zh: `重要程度 ${importance} 占 ${percent} %，一般应 ${text}`,
      en: `${importance} is ${percent} % of the points; usual is ${text}`,
    });
  }
  if (points.length < POINTS_ADVISED) {
    warnings.push({
      rule: 'few-points',
      zh: `共 ${points.length} 个鉴定点，一般每级不少于 ${POINTS_ADVISED} 个`,
      en: `${points.length} points; usual is at least ${POINTS_ADVISED} per level`,
    });
  }
  return warnings;
}
