import { DomainError, type FieldFault } from '@app/kernel';
import { recogniseOtherScheme, type OtherSchemeFailure } from './certificate-scheme.js';
import {
  certificateKinds,
  specialTechnicianLetters,
  type CertificateKind,
  type SpecialTechnicianLetter,
} from './data/certificate-rules.js';
import { normaliseCode } from './normalise.js';
import { refuse, succeed, type Failure, type Parsed } from './parsed.js';
import { refuseBodyDigits, refuseKind, siteCodeFaults, type SiteCodeParts } from './site-code.js';
import { levelByDigit } from './skill-level.js';
import type { LevelKey } from './data/skill-levels.js';

/**
 * The seven parts of a 22-character number (domain.md §2.1 [S-CODE1]). `year` is the four-digit year of issue (2000–2099),
 * `level` the digit `1`…`5` or the letter of a 特级技师 number, `serial` 1–999999.
 */
export interface CertificateNumberParts extends SiteCodeParts {
  year: number;
  level: string;
  serial: number;
}

export interface CertificateNumber extends CertificateNumberParts {
  /** The normalised 22 characters. */
  number: string;
  scheme: 'skill-level' | 'special-technician';
  /** The first 13 characters: the site that issued. */
  siteCode: string;
  kindKey: string;
  levelKey: LevelKey;
  /** True for the published example with `X` in place of the site. */
  specimen: boolean;
}

export type CertificateNumberFailure = Failure | OtherSchemeFailure;
/** As `Parsed`, and a failure with `scheme` when the number follows another known scheme. */
export type ParsedCertificateNumber = Extract<Parsed<CertificateNumber>, { ok: true }> | CertificateNumberFailure;

export interface CertificateNumberOptions {
  allowSpecimen?: boolean;
  /** `YYYY-MM-DD`; a later year of issue is refused. */
  today?: string;
  kinds?: readonly CertificateKind[];
  specialLetters?: readonly SpecialTechnicianLetter[];
}

/** The highest serial that six digits hold, per site, year and level. */
export const MAX_SERIAL = 999_999;

const SPECIMEN_SITE = 'XXXXXX';

function isSpecialLetter(sign: string, year: number, letters: readonly SpecialTechnicianLetter[]): boolean {
  return letters.some(({ letter, from }) => letter === sign && year >= Number(from.slice(0, 4)));
}

function unrecognised(number: string): CertificateNumberFailure {
  const other = recogniseOtherScheme(number);
  if (other !== null) return other;
  if (number.length !== 22) return refuse('length', '证书编号应为22位', 'a certificate number has 22 characters');
  if (/^\d/.test(number)) return refuse('kind', '证书编号首位应为字母', 'the first character must be a letter');
  return refuse('characters', '证书编号首位为字母,其余应为数字', 'one letter and 21 digits are expected');
}

function readTail(number: string, specialLetters: readonly SpecialTechnicianLetter[], today: string | undefined) {
  const year = 2000 + Number(number.slice(13, 15));
  const level = number.charAt(15);
  const serial = Number(number.slice(16));
  const special = isSpecialLetter(level, year, specialLetters);
  const levelKey: LevelKey | undefined = special ? 'special-technician' : levelByDigit(level)?.key;
  if (levelKey === undefined) {
    return refuse('level', '第16位等级代码应为1至5', 'character 16 must be a level from 1 to 5');
  }
  if (serial < 1) return refuse('serial', '证书序列码应从000001开始', 'the serial starts at 000001');
  if (today !== undefined && year > Number(today.slice(0, 4))) {
    return refuse('year-future', '第14、15位核发年份晚于今年', 'the year of issue lies in the future');
  }
  return succeed({ year, level, levelKey, serial, special });
}

/**
 * Reads a certificate number in any width, case and spacing. There is no check digit (domain.md §12 item 2): `ok` means
 * well formed, not issued. Numbers of other schemes fail with `other-scheme`, the scheme's name and whom to ask.
 * Rules: `empty`, `specimen`, `length`, `characters`, `kind`, `kind-unverified`, `ministry-code`, `province`, `level`,
 * `serial`, `year-future`, `other-scheme`.
 */
export function parseCertificateNumber(input: string, options: CertificateNumberOptions = {}): ParsedCertificateNumber {
  const number = normaliseCode(input).replace(/-/g, '');
  const letters = options.specialLetters ?? specialTechnicianLetters;
  if (number === '') return refuse('empty', '证书编号为空', 'the certificate number is empty');
  const specimen = number.length === 22 && number.slice(7, 13) === SPECIMEN_SITE;
  if (specimen && options.allowSpecimen !== true) {
    return refuse('specimen', '这是证书编号样例,不是真实编号', 'this is a specimen number, not a real one');
  }
  const digits = specimen ? number.slice(0, 7) + '000000' + number.slice(13) : number;
  const levelSign = letters.some(({ letter }) => letter === digits.charAt(15)) ? '0' : digits.charAt(15);
  if (!/^[A-Z]\d{21}$/.test(digits.slice(0, 15) + levelSign + digits.slice(16))) return unrecognised(number);
  const kind = refuseKind(number.charAt(0), options.kinds ?? certificateKinds);
  if ('ok' in kind) return kind;
  const ministryCode = number.slice(1, 5);
  const province = number.slice(5, 7);
  const refusal = refuseBodyDigits(ministryCode, province);
  if (refusal !== null) return refusal;
  const tail = readTail(number, letters, options.today);
  if (!tail.ok) return tail;
  const { year, level, levelKey, serial, special } = tail.value;
  return succeed({
    number,
    scheme: special ? 'special-technician' : 'skill-level',
    siteCode: number.slice(0, 13),
    kind: kind.letter,
    kindKey: kind.key,
    ministryCode,
    province,
    siteSequence: number.slice(7, 13),
    year,
    level,
    levelKey,
    serial,
    specimen,
  });
}

/**
 * The 22 characters of the parts; `parseCertificateNumber` reads them back.
 * @throws DomainError `standards/serial-exhausted` (params siteCode, year, level) when the serial needs a seventh digit;
 *   `standards/bad-certificate-part` with one fault per bad part
 */
export function formatCertificateNumber(
  parts: CertificateNumberParts,
  options: Pick<CertificateNumberOptions, 'kinds' | 'specialLetters'> = {},
): string {
  const faults: FieldFault[] = siteCodeFaults(parts, options.kinds ?? certificateKinds);
  const letters = options.specialLetters ?? specialTechnicianLetters;
  if (!Number.isInteger(parts.year) || parts.year < 2000 || parts.year > 2099) {
    faults.push({ field: 'year', rule: 'range', zh: '核发年份应为2000至2099', en: 'must be 2000–2099' });
  }
  if (!/^[1-5]$/.test(parts.level) && !isSpecialLetter(parts.level, parts.year, letters)) {
    faults.push({ field: 'level', rule: 'level', zh: '等级代码应为1至5', en: 'must be a level from 1 to 5' });
  }
  if (!Number.isInteger(parts.serial) || parts.serial < 1) {
    faults.push({ field: 'serial', rule: 'range', zh: '序列码应为正整数', en: 'must be a positive integer' });
  }
  if (faults.length > 0) throw new DomainError('standards/bad-certificate-part', {}, faults);
  const siteCode = parts.kind + parts.ministryCode + parts.province + parts.siteSequence;
  if (parts.serial > MAX_SERIAL) {
    throw new DomainError('standards/serial-exhausted', { siteCode, year: parts.year, level: parts.level });
  }
  const year = String(parts.year % 100).padStart(2, '0');
  return siteCode + year + parts.level + String(parts.serial).padStart(6, '0');
}
