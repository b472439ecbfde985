import type { Cell } from '../../api/statistics.ts';

/** What a bar may show: nothing where the number is kept back. */
export const barOf = (cell: Cell): number | null => (typeof cell === 'number' ? cell : null);

export const cellText = (lang: string, cell: Cell): string =>
  typeof cell === 'number' ? cell.toLocaleString(lang) : cell;
