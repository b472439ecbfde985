import { normaliseText } from '@app/standards';
import type { ElementPoint, ElementRange, ElementTable } from '../element-table/element-table.js';

/** How an item was given its 鉴定点, best first (domain.md §4.3). */
export type Match = 'exact-path' | 'leaf-name' | 'contains';

interface Node {
  code: string;
  name: string;
}

interface Candidate {
  point: ElementPoint;
  name: string;
  /** Ranges from level one down. */
  ranges: Node[];
}

/** A table made ready for matching. */
export interface PointIndex {
  candidates: Candidate[];
  byLeaf: Map<string, Candidate[]>;
}

/** Shorter names are contained in too much. */
const CONTAINED_LENGTH_MIN = 3;

const fold = (text: string): string => normaliseText(text).replace(/ /g, '');

/**
 * The ways a node is written: name, code before it, code on both sides. Cells are compared with these, never stripped:
 * in `CCO2气体保护焊` only the first C is a code.
 */
const written = ({ code, name }: Node): string[] => [name, code + name, code + name + code];

export function indexPoints(table: Pick<ElementTable, 'ranges' | 'points'>): PointIndex {
  const ranges = new Map<string, ElementRange>(table.ranges.map((range) => [range.path, range]));
  const candidates = table.points.map((point) => {
    const codes = point.rangePath.split('-');
    const above = codes.map((code, depth) => {
      const name = ranges.get(codes.slice(0, depth + 1).join('-'))?.name ?? '';
      return { code, name: fold(name) };
    });
    return { point, name: fold(point.name), ranges: above };
  });
  const byLeaf = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const text of written({ code: candidate.point.code, name: candidate.name })) {
      const same = byLeaf.get(text);
      if (same) same.push(candidate);
      else byLeaf.set(text, [candidate]);
    }
  }
  return { candidates, byLeaf };
}

/** Every given range is one of the candidate's, in the same order; levels may be left out. */
function agrees(given: readonly string[], candidate: Candidate): boolean {
  let depth = 0;
  return given.every((cell) => {
    while (depth < candidate.ranges.length) {
      const node = candidate.ranges[depth];
      depth += 1;
      if (node && written(node).includes(cell)) return true;
    }
    return false;
  });
}

function containing(index: PointIndex, leaf: string, given: readonly string[]): Candidate | undefined {
  const bare = leaf.replace(/^\d{1,4}/, '');
  const found = index.candidates.filter(({ name }) => {
    const inCell = name.length >= CONTAINED_LENGTH_MIN && leaf.includes(name);
    return inCell || (bare.length >= CONTAINED_LENGTH_MIN && name.includes(bare));
  });
  const agreeing = found.filter((candidate) => agrees(given, candidate));
  const longest = Math.max(0, ...agreeing.map(({ name }) => name.length));
  const best = agreeing.filter(({ name }) => name.length === longest);
  return best.length === 1 ? best[0] : undefined;
}

/**
 * Finds the 鉴定点 of an item from its 知识点 cells, level one first: by the exact path, then by the name of the last
 * cell, then by one name containing the other under the same ranges. Undefined when none or more than one fits.
 */
export function matchPoint(
  index: PointIndex,
  cells: readonly string[],
): { point: ElementPoint; match: Match } | undefined {
  const path = cells.map(fold).filter((cell) => cell !== '');
  const leaf = path.pop();
  if (leaf === undefined) return undefined;
  const named = index.byLeaf.get(leaf) ?? [];
  const agreeing = named.filter((candidate) => agrees(path, candidate));
  const exact = agreeing.filter(({ ranges }) => ranges.length === path.length);
  if (exact.length === 1 && exact[0]) return { point: exact[0].point, match: 'exact-path' };
  const byName = named.length === 1 ? named : agreeing;
  if (byName.length === 1 && byName[0]) return { point: byName[0].point, match: 'leaf-name' };
  if (named.length > 0) return undefined;
  const near = containing(index, leaf, path);
  return near ? { point: near.point, match: 'contains' } : undefined;
}
