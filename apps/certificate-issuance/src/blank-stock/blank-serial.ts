import { DomainError } from '@app/kernel';
import { normaliseCode } from '@app/standards';

/** How the printed serials of blanks look, from a day on; `until` is null while it holds. */
export interface SerialForm {
  from: string;
  until: string | null;
  /** Letters, then digits: the last part counts. */
  prefix: RegExp;
  digits: { min: number; max: number };
  certainty: 'sourced' | 'unverified';
  source: string;
}

/**
 * 印制流水码 [S-STYLE1] is another thing than 证书编号; its form is said nowhere at hand. Letters and up to ten digits keep it
 * apart from every number of certificates, which have 16 or 22 characters. To be replaced by the customer's answer.
 */
export const SERIAL_FORMS: readonly SerialForm[] = [
  {
    from: '2021-01-12',
    until: null,
    prefix: /^[A-Z]{1,4}$/,
    digits: { min: 6, max: 10 },
    certainty: 'unverified',
    source: 'domain.md §2.5',
  },
];

/** Blanks that one grant hands over. */
export const GRANT_BLANKS_MAX = 10_000;

export interface SerialRange {
  first: string;
  last: string;
}

interface SerialParts {
  prefix: string;
  digits: string;
}

/** @throws DomainError `blank-stock/bad-serial` with the field */
function partsOf(text: string, field: string, day: string, forms: readonly SerialForm[]): SerialParts {
  const form = forms.findLast(({ from, until }) => from <= day && (until === null || day <= until));
  const [, prefix = '', digits = ''] = /^([A-Z]*)(\d*)$/.exec(normaliseCode(text)) ?? [];
  const fits =
    form !== undefined &&
    form.prefix.test(prefix) &&
    digits.length >= form.digits.min &&
    digits.length <= form.digits.max;
  if (fits) return { prefix, digits };
  throw new DomainError('blank-stock/bad-serial', {}, [
    {
      field,
      rule: 'serial-form',
      zh: '流水码应为1至4个字母加6至10位数字；证书编号不是流水码',
      en: 'a blank serial is 1–4 letters and 6–10 digits; a certificate number is none',
    },
  ]);
}

/** @throws DomainError `blank-stock/bad-serial` */
export function readSerial(text: string, field: string, day: string, forms = SERIAL_FORMS): string {
  const { prefix, digits } = partsOf(text, field, day, forms);
  return prefix + digits;
}

/**
 * The serials from the first to the last, both included.
 * @throws DomainError `blank-stock/bad-serial`, `blank-stock/bad-range`
 */
export function serialsOf({ first, last }: SerialRange, day: string, forms = SERIAL_FORMS): string[] {
  const from = partsOf(first, '/firstSerial', day, forms);
  const to = partsOf(last, '/lastSerial', day, forms);
  const count = Number(to.digits) - Number(from.digits) + 1;
  if (from.prefix !== to.prefix || from.digits.length !== to.digits.length || count < 1 || count > GRANT_BLANKS_MAX) {
    throw new DomainError('blank-stock/bad-range', { limit: GRANT_BLANKS_MAX });
  }
  const start = Number(from.digits);
  return Array.from(
    { length: count },
    (_, index) => from.prefix + String(start + index).padStart(from.digits.length, '0'),
  );
}
