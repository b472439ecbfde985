import { normaliseText } from '@app/standards';

/** A cell as Excel shows it; `number` is the value behind it when the cell is numeric. */
export interface SheetCell {
  text: string;
  number: number | null;
}

/** Rows and columns count from 0 at A1; what is not there is undefined. */
export interface Sheet {
  name: string;
  rows: readonly (readonly (SheetCell | undefined)[] | undefined)[];
}

/** The normalised text of a cell; '' when there is none. */
export function textAt(sheet: Sheet, row: number, column: number): string {
  return normaliseText(sheet.rows[row]?.[column]?.text ?? '');
}

const LETTERS = 26;

/** `A1` for row 0 and column 0. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / LETTERS) - 1) {
    letters = String.fromCharCode(65 + (rest % LETTERS)) + letters;
  }
  return `${letters}${row + 1}`;
}

/** A header without remarks in brackets, spaces and stars: `题型（必填）` and `题型(必填) *` are `题型`. */
export function foldHeader(text: string): string {
  return normaliseText(text)
    .replace(/[([【〔].*?[)\]】〕]/g, '')
    .replace(/[\s*:]/g, '');
}
