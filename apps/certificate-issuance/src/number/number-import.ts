import type { FieldFault } from '@app/kernel';
import { parseCertificateNumber, type CertificateNumber } from '@app/standards';
import { formatOn, type NumberFormat } from './number-format.js';

/** Rows of one import. */
export const NUMBER_ROWS_MAX = 10_000;

/** One number as it came; `row` is Excel's number, or the place in the list from 1. */
export interface NumberRow {
  row: number;
  text: string;
}

/** What is known when a file comes in. */
export interface ImportGround {
  /** Site codes that the importer may bring numbers for. */
  sites: ReadonlySet<string>;
  /** `YYYY-MM-DD`, China. */
  today: string;
  formats: readonly NumberFormat[];
}

/** A row that did not go in. No text repeats the cell: it may be anything. */
export interface RefusedNumber extends FieldFault {
  row: number;
}

export interface ImportableNumber {
  row: number;
  number: CertificateNumber;
}

export interface CheckedNumbers {
  good: ImportableNumber[];
  refused: RefusedNumber[];
}

/** Why a number that is in order by itself does not go in. */
export const KNOWN_RULES = {
  'already-imported': { zh: '该编号此前已导入', en: 'this number was imported before' },
  'already-used': { zh: '该编号已用于证书', en: 'a certificate bears this number' },
  voided: { zh: '该编号已作废，不能再用', en: 'this number was voided' },
} as const;
export type KnownRule = keyof typeof KNOWN_RULES;

/** Which part of the number a rule of the parser is about. */
const FIELDS: Readonly<Record<string, string>> = {
  kind: 'siteCode',
  'kind-unverified': 'siteCode',
  'ministry-code': 'siteCode',
  province: 'siteCode',
  level: 'level',
  serial: 'serial',
};

function faultOf({ number }: { number: CertificateNumber }, ground: ImportGround): FieldFault | null {
  const thisYear = Number(ground.today.slice(0, 4));
  if (number.siteCode.slice(1, 5) === '0000') {
    return {
      field: 'siteCode',
      rule: 'not-ministry',
      zh: '第2至5位为0000：省级备案机构的编号由本系统赋码，不导入',
      en: 'characters 2–5 are 0000: numbers of a body that filed with the province are drawn here, not imported',
    };
  }
  if (!ground.sites.has(number.siteCode)) {
    return {
      field: 'siteCode',
      rule: 'foreign-site',
      zh: '前13位不是本单位（或所辖）已备案站点',
      en: 'the first 13 characters are no filed site of yours',
    };
  }
  if (number.year < thisYear || number.year > thisYear + 1) {
    return {
      field: 'year',
      rule: 'year',
      zh: '核发年份应为今年或明年：其他年份的编号不会再用于核发',
      en: 'the year of issue must be this one or the next: no certificate can bear another',
    };
  }
  const isSpecial = number.scheme === 'special-technician';
  if (isSpecial && formatOn(ground.formats, 'special-technician', ground.today)?.letter !== number.level) {
    return {
      field: 'level',
      rule: 'format-open',
      zh: '特级技师编号格式尚未确认，暂不收取',
      en: 'the form of 特级技师 numbers is not confirmed yet',
    };
  }
  return null;
}

/** Checks each row by itself and against the others of its file; blank rows of a list are refused as `empty`. */
export function checkNumbers(rows: readonly NumberRow[], ground: ImportGround): CheckedNumbers {
  const checked: CheckedNumbers = { good: [], refused: [] };
  const rowOf = new Map<string, number>();
  for (const { row, text } of rows) {
    const parsed = parseCertificateNumber(text);
    if (!parsed.ok) {
      const { rule, zh, en } = parsed;
      checked.refused.push({ row, field: FIELDS[rule] ?? 'number', rule, zh, en });
      continue;
    }
    const number = parsed.value;
    const first = rowOf.get(number.number);
    const fault =
      first === undefined
        ? faultOf({ number }, ground)
        : {
            field: 'number',
            rule: 'duplicate-in-file',
            zh: `与第 ${first} 行重复`,
            en: `the same number stands in row ${first}`,
          };
    rowOf.set(number.number, first ?? row);
    if (fault) checked.refused.push({ row, ...fault });
    else checked.good.push({ row, number });
  }
  return checked;
}

/** The answer of a file: what the register knew moves from the good to the refused. */
export function withKnown({ good, refused }: CheckedNumbers, known: ReadonlyMap<string, KnownRule>): CheckedNumbers {
  const late = good.flatMap(({ row, number }): RefusedNumber[] => {
    const rule = known.get(number.number);
    return rule ? [{ row, field: 'number', rule, ...KNOWN_RULES[rule] }] : [];
  });
  return {
    good: good.filter(({ number }) => !known.has(number.number)),
    refused: [...refused, ...late].sort((a, b) => a.row - b.row),
  };
}
