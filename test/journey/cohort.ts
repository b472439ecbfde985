import * as xlsx from '@e965/xlsx';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';
const FULL_WIDTH_OFFSET = 0xfee0;

/** GB 11643 check character of 17 digits. */
function withCheck(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + (CHECK[sum % 11] ?? '');
}

/** Another synthetic person of the same area, birth date and sex; a number with a wrong check digit stays wrong. */
function shiftedId(text: string, cohort: number): string {
  const plain = Array.from(text)
    .map((each) =>
      each >= '！' && each <= '～' ? String.fromCodePoint((each.codePointAt(0) ?? 0) - FULL_WIDTH_OFFSET) : each,
    )
    .join('')
    .toUpperCase();
  if (!/^\d{17}[\dX]$/.test(plain)) return text;
  const order = (Number(plain.slice(14, 17)) + 2 * cohort) % 1000;
  const moved = withCheck(plain.slice(0, 14) + String(order).padStart(3, '0'));
  if (withCheck(plain.slice(0, 17)) === plain) return moved;
  return moved.slice(0, 17) + (moved.endsWith('0') ? '1' : '0');
}

/**
 * The roster of a later run: the same workbook with other persons' numbers, because those of an earlier run hold their
 * certificates already. Run 0 takes the clerk's workbook as it is.
 */
export function rosterOfCohort(fixture: Uint8Array, cohort: number): Uint8Array {
  if (cohort === 0) return fixture;
  const book = xlsx.read(fixture, { type: 'buffer', cellNF: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (!sheet) throw new Error('the roster has no sheet');
  const range = xlsx.utils.decode_range(sheet['!ref'] ?? 'A1');
  for (let row = 1; row <= range.e.r; row += 1) {
    for (let column = 0; column <= range.e.c; column += 1) {
      const header = sheet[xlsx.utils.encode_cell({ r: 0, c: column })] as xlsx.CellObject | undefined;
      const cell = sheet[xlsx.utils.encode_cell({ r: row, c: column })] as xlsx.CellObject | undefined;
      if (header?.v !== '证件号码' || cell?.t !== 's') continue;
      const passport = /^E(\d{8})$/.exec(String(cell.v));
      cell.v = passport
        ? `E${String(Number(passport[1]) + cohort).padStart(8, '0')}`
        : shiftedId(String(cell.v), cohort);
      delete cell.w;
    }
  }
  return xlsx.write(book, { type: 'buffer', bookType: 'biff8' }) as Uint8Array;
}
