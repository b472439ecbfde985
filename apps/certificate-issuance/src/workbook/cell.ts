/** What a cell of a workbook holds, as text or number; nothing that it could calculate. */
export type Cell = string | number | null;

/** One line of a file; `row` is Excel's number. */
export interface SheetRow {
  row: number;
  cells: Cell[];
}

export const textOf = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
