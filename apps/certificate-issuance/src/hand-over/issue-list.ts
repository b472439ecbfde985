import { levelByDigit } from '@app/standards';
import type { Cell } from '../workbook/cell.js';

/** Certificates that were issued, of one body, occupation and level. */
export interface IssuedLine {
  organisationId: string;
  agencyName: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  specialty: string;
  levelDigit: string;
  /** `YYYY-MM`; only where months are asked for. */
  month?: string;
  quantity: number;
}

export interface Period {
  from: string;
  until: string;
}

/** 表5 上报汇总 [S-SYS1*], for signature. */
export interface IssueList extends Period {
  titles: { zh: string; en: string };
  lines: IssuedLine[];
  quantity: number;
  /** Who signs, in this order. */
  signatures: { zh: string; en: string }[];
}

const TITLES = { zh: '职业技能等级证书核发汇总表（表5）', en: 'Certificates issued, for signature (form 5)' };
const SIGNATURES = [
  { zh: '信息管理员', en: 'Information administrator' },
  { zh: '单位负责人', en: 'Head of the organisation' },
];
const COLUMNS = ['序号', '评价机构', '职业编码', '职业名称', '工种/职业方向', '职业技能等级', '数量'] as const;

export const ISSUE_LIST_WIDTHS: readonly number[] = [8, 36, 14, 24, 20, 18, 10];

export function issueListOf(period: Period, lines: IssuedLine[]): IssueList {
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  return { ...period, titles: TITLES, lines, quantity, signatures: SIGNATURES };
}

export const levelWords = (digit: string): string => levelByDigit(digit)?.display ?? digit;

/** The sheet as it is printed: title, period, lines, total and the places to sign. Texts alone. */
export function issueListRows({ titles, from, until, lines, quantity, signatures }: IssueList): Cell[][] {
  return [
    [titles.zh],
    [`发证日期：${from} 至 ${until}`],
    [...COLUMNS],
    ...lines.map((line, index) => [
      String(index + 1),
      line.agencyName,
      line.occupationCode,
      line.occupationName,
      line.specialty === '' ? '--' : line.specialty,
      levelWords(line.levelDigit),
      String(line.quantity),
    ]),
    ['合计', null, null, null, null, null, String(quantity)],
    [],
    ...signatures.map(({ zh }) => [`${zh}（签字）：`, null, null, null, '日期：']),
    ['单位（盖章）：'],
  ];
}
