import { parentPath, type ElementRange } from '../element-table/element-table.js';

const TIE = 1e-9;

/** Shares `seats` out in proportion by largest remainder; a tie goes to the larger weight, then to the earlier. */
export function largestRemainder(weights: readonly number[], seats: number): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum <= 0) return weights.map(() => 0);
  const exact = weights.map((weight) => (seats * weight) / sum);
  const shares = exact.map((share) => Math.floor(share + TIE));
  const order = weights.map((weight, index) => ({ index, weight, rest: (exact[index] ?? 0) - (shares[index] ?? 0) }));
  order.sort((a, b) => (Math.abs(a.rest - b.rest) > TIE ? b.rest - a.rest : b.weight - a.weight || a.index - b.index));
  const left = seats - shares.reduce((total, share) => total + share, 0);
  for (const { index } of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** How many items each range gets by 鉴定比重: level one first, then each range among its own. All paths of the tree. */
export function rangeQuotas(
  ranges: readonly Pick<ElementRange, 'path' | 'weight'>[],
  seats: number,
): Map<string, number> {
  const children = new Map<string, Pick<ElementRange, 'path' | 'weight'>[]>();
  for (const range of ranges) {
    const parent = parentPath(range.path);
    children.set(parent, [...(children.get(parent) ?? []), range]);
  }
  const quotas = new Map<string, number>([['', seats]]);
  // Paths of parents come before those of their children.
  for (const parent of ['', ...ranges.map((range) => range.path)]) {
    const below = children.get(parent) ?? [];
    const weights = below.map((range) => range.weight);
    const shares = largestRemainder(weights, quotas.get(parent) ?? 0);
    for (const [index, range] of below.entries()) quotas.set(range.path, shares[index] ?? 0);
  }
  quotas.delete('');
  return quotas;
}
