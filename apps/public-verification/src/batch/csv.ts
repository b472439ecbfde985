import type { SheetRow } from './sheet-header.js';

const QUOTE = '"';
const SEPARATORS = [',', '\t', ';', '，'];

/** The one that the first line has most of. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  const counts = SEPARATORS.map((each) => line.split(each).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** UTF-8, or what Excel writes in Chinese Windows. */
export function csvText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * Lines of RFC 4180, also with tabs or semicolons; every cell is text, and blank lines are left out. Reads up to
 * `rowsMax` lines and one more, so that the caller knows that there are more.
 */
export function readCsv(text: string, rowsMax: number): SheetRow[] {
  const separator = separatorOf(text);
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  const endLine = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) rows.push({ row: line, cells });
    line += 1;
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length && rows.length <= rowsMax; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== QUOTE) cell += sign;
      else if (text.charAt(at + 1) === QUOTE) {
        cell += QUOTE;
        at += 1;
      } else isQuoted = false;
    } else if (sign === QUOTE && cell === '') isQuoted = true;
    else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n') endLine();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || cells.length > 0) endLine();
  return rows;
}
