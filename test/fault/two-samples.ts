/** What a two-sample test says of the times of two kinds of requests that were asked in a random order. */
export interface Comparison {
  /** Largest distance of the two distributions (Kolmogorov–Smirnov), and the odds of one as large by chance. */
  distance: number;
  pDistance: number;
  /** Mann–Whitney: how many standard deviations the ranks of the first kind are away from the middle; and its odds. */
  z: number;
  pRanks: number;
  /** Differences of the quantiles, first kind less second, µs. */
  quantilesUs: Record<'p10' | 'p50' | 'p90', number>;
}

const QUANTILES = { p10: 0.1, p50: 0.5, p90: 0.9 } as const;
const TERMS = 100;

/** Kolmogorov's distribution. */
function oddsOfDistance(distance: number, n: number, m: number): number {
  const root = Math.sqrt((n * m) / (n + m));
  const x = (root + 0.12 + 0.11 / root) * distance;
  let odds = 0;
  for (let k = 1; k <= TERMS; k += 1) odds += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * x * x);
  return x < 0.2 ? 1 : Math.min(1, Math.max(0, odds));
}

/** Both tails of the normal distribution (Abramowitz and Stegun 26.2.17). */
function oddsOfZ(z: number): number {
  const t = 1 / (1 + 0.231_641_9 * Math.abs(z));
  const tail = ((((1.330_274_429 * t - 1.821_255_978) * t + 1.781_477_937) * t - 0.356_563_782) * t + 0.319_381_53) * t;
  return (2 * tail * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** @param first milliseconds each, as are those of `second` */
export function compare(first: readonly number[], second: readonly number[]): Comparison {
  const [a, b] = [Float64Array.from(first).sort(), Float64Array.from(second).sort()];
  const [n, m] = [a.length, b.length];
  let [i, j, distance, ranks] = [0, 0, 0, 0];
  while (i < n || j < m) {
    const value = Math.min(a[i] ?? Infinity, b[j] ?? Infinity);
    const [fromI, fromJ] = [i, j];
    while (i < n && a[i] === value) i += 1;
    while (j < m && b[j] === value) j += 1;
    // Equal values share the middle of their ranks.
    ranks += (i - fromI) * ((fromI + fromJ + i + j + 1) / 2);
    distance = Math.max(distance, Math.abs(i / n - j / m));
  }
  const u = ranks - (n * (n + 1)) / 2;
  const z = (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  const quantile = (sorted: Float64Array, q: number): number => sorted[Math.floor(q * sorted.length)] ?? 0;
  const quantilesUs = { p10: 0, p50: 0, p90: 0 };
  for (const [name, q] of Object.entries(QUANTILES) as [keyof typeof QUANTILES, number][]) {
    quantilesUs[name] = Math.round((quantile(a, q) - quantile(b, q)) * 10_000) / 10;
  }
  return { distance, pDistance: oddsOfDistance(distance, n, m), z, pRanks: oddsOfZ(z), quantilesUs };
}
