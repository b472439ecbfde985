import * as XLSX from '@e965/xlsx';
import { residentId, toFullWidthDigits } from '../../../test/fixtures/resident-id.js';

/** One person of the register, with the certificate that the seed gave. */
export interface Holder {
  name: string;
  documentNumber: string;
  certificateNumber: string;
}

export const SITE = 'Y000023000001';
const SURNAMES = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗');
const GIVEN = Array.from('伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平');

/** Everybody's certificate: 三级 of one site. */
export function holdersOf(count: number): Holder[] {
  return Array.from({ length: count }, (_, at) => ({
    name: `${SURNAMES[at % 20] ?? ''}${GIVEN[Math.floor(at / 20) % 20] ?? ''}${GIVEN[Math.floor(at / 400) % 20] ?? ''}`,
    documentNumber: residentId(
      '230102',
      `19${70 + (at % 30)}-0${1 + (at % 9)}-1${at % 10}`,
      1 + (Math.floor(at / 90) % 999),
    ),
    certificateNumber: `${SITE}263${String(at + 1).padStart(6, '0')}`,
  }));
}

export type Cell = string | number;

/** What a clerk makes of one person, and what the register has to say to it. */
export interface MessyRow {
  cells: Cell[];
  verdict: string;
  conclusion?: string;
  isFree?: boolean;
}

const spaced = (text: string): string => Array.from(text).join(' ');

/** In turn; the columns are 序号, 姓名, 身份证号码, 证书编号, 等级. */
const MESSES: readonly ((holder: Holder, next: Holder) => Omit<MessyRow, 'cells'> & { cells: Cell[] })[] = [
  ({ name, documentNumber, certificateNumber }) => ({
    cells: [name, documentNumber, certificateNumber, '三级/高级工'],
    verdict: 'VALID',
  }),
  ({ name, documentNumber }) => ({ cells: [spaced(name), ` ${documentNumber}\u00A0`, '', ''], verdict: 'VALID' }),
  ({ name, documentNumber }) => ({
    cells: [name, toFullWidthDigits(documentNumber), '--', '高级工'],
    verdict: 'VALID',
  }),
  ({ name, certificateNumber }) => ({
    cells: [`${name}\u200B`, '', certificateNumber.toLowerCase(), ''],
    verdict: 'VALID',
  }),
  ({ documentNumber, certificateNumber }) => ({
    cells: ['', documentNumber.toLowerCase(), `'${certificateNumber}`, '3'],
    verdict: 'VALID',
  }),
  ({ name, certificateNumber }) => ({ cells: [name, Number('2.3E+17'), certificateNumber, ''], verdict: 'VALID' }),
  ({ name }) => ({ cells: [name, '2.30102E+17', '', ''], verdict: 'COULD_NOT_CHECK', isFree: true }),
  ({ documentNumber }) => ({ cells: ['', documentNumber, '', ''], verdict: 'COULD_NOT_CHECK', isFree: true }),
  ({ documentNumber, certificateNumber }) => ({
    cells: ['欧阳某某', documentNumber, certificateNumber, ''],
    verdict: 'MISMATCH',
    conclusion: '信息不符: 姓名',
  }),
  ({ name, certificateNumber }, next) => ({
    cells: [name, next.documentNumber, certificateNumber, ''],
    verdict: 'MISMATCH',
    conclusion: '信息不符: 证件',
  }),
  ({ name, documentNumber, certificateNumber }) => ({
    cells: [name, documentNumber, certificateNumber, '一级/高级技师'],
    verdict: 'MISMATCH',
    conclusion: '信息不符: 等级',
  }),
  ({ name }) => ({ cells: [name, '', `${SITE}263900000`, ''], verdict: 'NOT_FOUND' }),
  ({ name }) => ({ cells: [name, '', '1234567890123456', ''], verdict: 'OTHER_SCHEME', isFree: true }),
  ({ name }) => ({ cells: [name, '', 'Y0000230000', ''], verdict: 'COULD_NOT_CHECK', isFree: true }),
  ({ name, documentNumber, certificateNumber }) => ({
    cells: [name, documentNumber, certificateNumber, '=HYPERLINK("http://x","y")'],
    verdict: 'VALID',
  }),
];

/** As many rows as wanted, over all kinds of mess. Only the first holders have certificates. */
export function messyRows(holders: readonly Holder[], count: number): MessyRow[] {
  return Array.from({ length: count }, (_, at) => {
    const holder = holders[at % holders.length];
    const next = holders[(at + 1) % holders.length];
    const mess = MESSES[at % MESSES.length];
    if (!holder || !next || !mess) throw new Error('no holder');
    const row = mess(holder, next);
    return { ...row, cells: [at + 1, ...row.cells] };
  });
}

const HEADER = ['序号', '姓 名*', '身份证号码（必填）', '证书编号', '技能等级'];

/** A cover without people, then the people on two sheets with a title, blank lines and the header again in the middle. */
export function messyWorkbook(rows: readonly MessyRow[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Buffer {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['填表说明'], ['请勿修改列名']]), '说明');
  const half = Math.ceil(rows.length / 2);
  for (const [name, part] of [
    ['一部', rows.slice(0, half)],
    ['二部', rows.slice(half)],
  ] as const) {
    const middle = Math.floor(part.length / 2);
    const cells = part.map((row) => row.cells);
    const lines: Cell[][] = [
      [`${name}人员名单`],
      HEADER,
      ...cells.slice(0, middle),
      [],
      HEADER,
      ...cells.slice(middle),
    ];
    if (part.length > 0) XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(lines), name);
  }
  return Buffer.from(XLSX.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** Cells of every sheet of a workbook, as texts. */
export function sheetsOf(bytes: Buffer): string[][][] {
  const book = XLSX.read(bytes, { type: 'buffer' });
  return book.SheetNames.map((name) =>
    XLSX.utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, raw: false, defval: '' }),
  );
}
