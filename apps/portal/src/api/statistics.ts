import type { components, paths } from './generated/public-verification.ts';
import { readerOf } from './typed.ts';

const read = readerOf<paths>('public-verification');

/** A cell as it is published: a number, or `<5` or `≥96` where a small one is kept back. */
export type Cell = number | string;

export interface LevelTotals {
  total: Cell;
  levels: { level: components['schemas']['LevelCountView']['level']; count: Cell }[];
}

/** The document says no more of a cell than that it is one. */
export const levelTotals = async (signal: AbortSignal): Promise<LevelTotals> =>
  (await read('/statistics', { signal })) as unknown as LevelTotals;
