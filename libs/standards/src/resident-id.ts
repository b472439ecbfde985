import { isRealDay } from './calendar-day.js';
import { normaliseCode } from './normalise.js';
import { refuse, succeed, type Parsed } from './parsed.js';

/** 公民身份号码, GB 11643-1999 (domain.md §9.1). `area` is six digits and may be a code that is no longer in use. */
export interface ResidentId {
  number: string;
  area: string;
  birthDate: string;
  sex: 'male' | 'female';
  legacy: boolean;
}

export interface ResidentIdOptions {
  /** Accept the 15-digit form and return its 18-character upgrade. */
  legacy?: boolean;
  /** `YYYY-MM-DD`; a later birth date is refused. */
  today?: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

function read(number: string, legacy: boolean, today: string | undefined): Parsed<ResidentId> {
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDay(birthDate) || birthDate < '1800-01-01') {
    return refuse('birth-date', '身份证号码第7至14位不是真实的出生日期', 'digits 7–14 are not a real date of birth');
  }
  if (today !== undefined && birthDate > today) {
    return refuse('birth-date-future', '身份证号码中的出生日期晚于今天', 'the date of birth lies in the future');
  }
  if (checkCharacter(number) !== number.charAt(17)) {
    return number.endsWith('000')
      ? refuse(
          'checksum',
          '身份证号码校验位不符,末三位为000,可能是Excel按数字保存时丢失了末位,请改为文本格式重新填写',
          'the check character does not match; the ending 000 suggests that Excel stored it as a number',
        )
      : refuse('checksum', '身份证号码校验位不符,请核对是否有错位或错字', 'the check character does not match');
  }
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return succeed({ number, area: number.slice(0, 6), birthDate, sex, legacy });
}

/**
 * Reads a resident identity number in any width, case and spacing. The area code is not compared with any table,
 * because old codes stay on people's cards (domain.md §12 item 39).
 * Rules: `empty`, `scientific-notation`, `legacy-15`, `length`, `characters`, `birth-date`, `birth-date-future`, `checksum`.
 */
export function parseResidentId(input: string, options: ResidentIdOptions = {}): Parsed<ResidentId> {
  const text = normaliseCode(input);
  if (text === '') return refuse('empty', '身份证号码为空', 'the identity number is empty');
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) {
    return refuse(
      'scientific-notation',
      '身份证号码被Excel存为科学计数法,末位已丢失,请将单元格设为文本后重新填写',
      'Excel turned the number into scientific notation and its last digits are lost',
    );
  }
  if (/^\d{15}$/.test(text)) {
    if (options.legacy !== true) {
      return refuse(
        'legacy-15',
        '这是15位旧身份证号码,请填写18位号码',
        'this is a 15-digit number of the old form; enter the 18-character number',
      );
    }
    const body = `${text.slice(0, 6)}19${text.slice(6)}`;
    return read(body + checkCharacter(body), true, options.today);
  }
  if (text.length !== 18) {
    return refuse('length', '身份证号码应为18位', 'the identity number must have 18 characters');
  }
  if (!/^\d{17}[\dX]$/.test(text)) {
    return refuse('characters', '身份证号码只能是数字,仅末位可为X', 'only digits are allowed, and X in the last place');
  }
  return read(text, false, options.today);
}
