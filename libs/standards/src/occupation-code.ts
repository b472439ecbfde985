import { occupations, type Edition, type Occupation } from './data/occupations.js';
import { normaliseCode } from './normalise.js';
import { refuse, succeed, type Parsed } from './parsed.js';

/** One occupation that uses a code, and the edition in which it does. */
export interface CodeUse {
  edition: Edition;
  occupation: Occupation;
  /** False when the code is the occupation's former one. */
  current: boolean;
}

/** A 职业编码 `d-dd-dd-dd` (domain.md §9.4). A code without a catalogue entry is well formed, not confirmed. */
export interface OccupationCode {
  code: string;
  /** The edition asked for, or the only one in which the catalogue knows the code; null when that is open. */
  edition: Edition | null;
  /** The occupation that has this code in `edition`; null when the catalogue does not know it. */
  entry: Occupation | null;
  /** Every use of the code in the catalogue, whatever the edition. */
  uses: readonly CodeUse[];
}

/** Every occupation of the catalogue that has or had this code. */
export function usesOfCode(code: string): CodeUse[] {
  return occupations.flatMap((occupation) => [
    ...(occupation.code === code ? [{ edition: occupation.edition, occupation, current: true }] : []),
    ...occupation.formerCodes
      .filter((former) => former.code === code)
      .map(({ edition }) => ({ edition, occupation, current: false })),
  ]);
}

const DATE_TEXT = /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(\d{1,2}:.*)?$|^\d{1,2}-[A-Z]{3}(-\d+)?$|^\d{1,2}月\d{1,2}日$/;
const DATE_SERIAL = /^\d{5}(\.0+)?$/;
const SHORT_DATE = /^\d{1,2}\/\d{1,2}\/\d{2,4}$/;

/**
 * Reads an occupation code; every kind of dash counts. Give `edition` whenever it is known: a code means different
 * occupations in different editions (domain.md §12 item 41).
 * Rules: `empty`, `excel-date`, `dashes-missing`, `format`, `edition`.
 */
export function parseOccupationCode(text: string, edition?: Edition | 1999 | 2015 | 2022): Parsed<OccupationCode> {
  const code = normaliseCode(text);
  if (code === '') return refuse('empty', '职业编码为空', 'the occupation code is empty');
  if (DATE_TEXT.test(code) || DATE_SERIAL.test(code) || SHORT_DATE.test(code)) {
    return refuse(
      'excel-date',
      '职业编码被Excel改成了日期,请将单元格设为文本后重新填写',
      'Excel turned the code into a date; format the cell as text and enter it again',
    );
  }
  if (/^\d{7}$/.test(code)) {
    return refuse(
      'dashes-missing',
      '职业编码缺少连字符,应如6-18-02-04',
      'the dashes are missing; write it like 6-18-02-04',
    );
  }
  if (!/^[1-8]-\d{2}-\d{2}-\d{2}$/.test(code)) {
    return refuse('format', '职业编码格式应为如6-18-02-04', 'a code looks like 6-18-02-04');
  }
  const wanted = edition === undefined ? null : String(edition);
  if (wanted !== null && wanted !== '1999' && wanted !== '2015' && wanted !== '2022') {
    return refuse('edition', '职业分类大典版本应为1999、2015或2022', 'the edition must be 1999, 2015 or 2022');
  }
  const uses = usesOfCode(code);
  const [only] = uses;
  const known = wanted ?? (uses.length === 1 && only !== undefined ? only.edition : null);
  const entry = uses.find((use) => use.edition === known)?.occupation ?? null;
  return succeed({ code, edition: known, entry, uses });
}
