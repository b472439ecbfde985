import { DomainError, type FieldFault } from '@app/kernel';
import {
  isRealDay,
  normaliseCode,
  normalisePersonName,
  parseCertificateNumber,
  readLevel,
  type LevelDigit,
  type OtherSchemeFailure,
} from '@app/standards';

/** As the asker typed it; an absent or blank entry is no fact. */
export interface InquiryInput {
  name?: string | null;
  documentNumber?: string | null;
  certificateNumber?: string | null;
  /** 等级 as the paper in hand or a column of a workbook says it: compared, never enough to ask by. */
  level?: string | null;
}

/** Two facts at least, normalised; or a number that this register cannot hold. */
export type Inquiry =
  | ({ by: 'number'; number: string; siteCode: string; name: string | null; documentNumber: string | null } & OfLevel)
  | ({ by: 'person'; name: string; documentNumber: string } & OfLevel)
  | { by: 'other-scheme'; scheme: OtherSchemeFailure };

interface OfLevel {
  /** Absent when no level was given. */
  levelDigit?: LevelDigit;
}

const missing = (field: string, zh: string, en: string): FieldFault => ({ field, rule: 'missing', zh, en });

/**
 * Numbers are consecutive and names are known, so one fact alone is never answered (domain.md §7.3, §12 item 47).
 * @param today China day; a number of a later year is refused
 * @throws DomainError `certificate/two-facts` with the facts that are missing; `certificate/number`, `certificate/level`
 *   with the rule
 */
export function readInquiry(input: InquiryInput, today: string): Inquiry {
  const name = normalisePersonName(input.name ?? '');
  const documentNumber = normaliseCode(input.documentNumber ?? '');
  const typed = normaliseCode(input.certificateNumber ?? '');
  const faults: FieldFault[] = [];
  if (name === '') faults.push(missing('/name', '未填姓名', 'the name is missing'));
  if (documentNumber === '') faults.push(missing('/documentNumber', '未填证件号码', 'the document number is missing'));
  if (typed === '') faults.push(missing('/certificateNumber', '未填证书编号', 'the certificate number is missing'));
  if (faults.length > 1) throw new DomainError('certificate/two-facts', {}, faults);
  const ofLevel = levelOf(input.level ?? '');
  if (typed === '') return { by: 'person', name, documentNumber, ...ofLevel };
  const parsed = parseCertificateNumber(typed, { today });
  if (parsed.ok) {
    const { number, siteCode } = parsed.value;
    return { by: 'number', number, siteCode, name: name || null, documentNumber: documentNumber || null, ...ofLevel };
  }
  if ('scheme' in parsed) return { by: 'other-scheme', scheme: parsed };
  const { rule, zh, en } = parsed;
  throw new DomainError('certificate/number', {}, [{ field: '/certificateNumber', rule, zh, en }]);
}

function levelOf(typed: string): OfLevel {
  if (typed.trim() === '') return {};
  const level = readLevel(typed);
  if (level.ok && level.value.digit !== null) return { levelDigit: level.value.digit };
  const fault = level.ok
    ? { rule: 'no-number', zh: '该等级没有 22 位编号的证书', en: 'no certificate of this level has such a number' }
    : { rule: level.rule, zh: level.zh, en: level.en };
  throw new DomainError('certificate/level', {}, [{ field: '/level', ...fault }]);
}

/**
 * The day as of which an answer is wanted.
 * @param today China day: of a later one nothing is known yet
 * @throws DomainError `certificate/day` with the rule
 */
export function readDay(typed: string, today: string): string {
  if (!isRealDay(typed)) {
    throw new DomainError('certificate/day', {}, [
      { field: '/at', rule: 'day', zh: '日期应为 YYYY-MM-DD', en: 'not a day of the form YYYY-MM-DD' },
    ]);
  }
  if (typed > today) {
    throw new DomainError('certificate/day', {}, [
      {
        field: '/at',
        rule: 'future',
        zh: `日期在将来，今天是 ${today}`,
        en: `the day is yet to come; today is ${today}`,
      },
    ]);
  }
  return typed;
}
