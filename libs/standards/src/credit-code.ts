import { normaliseCode } from './normalise.js';
import { refuse, succeed, type Parsed, type Warning } from './parsed.js';

/**
 * 统一社会信用代码, GB 32100-2015 (domain.md §9.2 [S-ID1][S-ID2]): registering department (1), body class (1),
 * area (6 digits), subject identifier (9, with its own check character), check character (1).
 */
export interface CreditCode {
  code: string;
  department: string;
  bodyClass: string;
  area: string;
  subject: string;
  warnings: Warning[];
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const SUBJECT_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

function checkCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: letters count from A = 10 without gaps, unlike the alphabet of the whole code. */
function subjectCheckHolds(subject: string): boolean {
  const sum = SUBJECT_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number.parseInt(subject.charAt(index), 36),
    0,
  );
  return subject.charAt(8) === '0123456789X0'.charAt(11 - (sum % 11));
}

/**
 * Reads a unified social credit code. A subject identifier whose own check fails is only a warning
 * (`subject-checksum`): codes issued during the change-over are in use with it.
 * Rules: `empty`, `length`, `characters`, `area`, `checksum`.
 */
export function parseCreditCode(input: string): Parsed<CreditCode> {
  const code = normaliseCode(input);
  if (code === '') return refuse('empty', '统一社会信用代码为空', 'the credit code is empty');
  if (code.length !== 18)
    return refuse('length', '统一社会信用代码应为18位', 'the credit code must have 18 characters');
  if (Array.from(code).some((char) => !ALPHABET.includes(char))) {
    return refuse(
      'characters',
      '统一社会信用代码只用数字和大写字母,且不使用I、O、S、V、Z',
      'only digits and upper-case letters without I, O, S, V and Z are used',
    );
  }
  if (!/^\d{6}$/.test(code.slice(2, 8))) {
    return refuse('area', '统一社会信用代码第3至8位应为数字', 'characters 3–8 must be digits');
  }
  if (checkCharacter(code) !== code.charAt(17)) {
    return refuse('checksum', '统一社会信用代码校验位不符', 'the check character does not match');
  }
  const subject = code.slice(8, 17);
  const warnings: Warning[] = subjectCheckHolds(subject)
    ? []
    : [
        {
          rule: 'subject-checksum',
          zh: '主体标识码校验位不符,请核对',
          en: 'the subject identifier fails its own check',
        },
      ];
  return succeed({
    code,
    department: code.charAt(0),
    bodyClass: code.charAt(1),
    area: code.slice(2, 8),
    subject,
    warnings,
  });
}
