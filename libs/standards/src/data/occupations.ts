import type { Certainty } from '../parsed.js';
import type { LevelDigit } from './skill-levels.js';

/** An edition of 职业分类大典. The same occupation may have another code in another edition (domain.md §9.4). */
export type Edition = '1999' | '2015' | '2022';

/** 工种/职业方向 inside an occupation; `levels` lists the digits at which it exists, lowest level first. */
export interface Specialty {
  name: string;
  levels: readonly LevelDigit[];
  certainty: Certainty;
  source: string;
}

/** A code and name under which the occupation appears in older data. */
export interface FormerCode {
  code: string;
  edition: Edition;
  name: string;
  source: string;
}

/**
 * One row of the catalogue (domain.md §9.4). `code` belongs to `edition`; `levels` are digits, lowest level first.
 * `standardVersion` is the year of the occupation's standard, null when the source does not tell it;
 * `eligibility` names the template of 申报条件 that governs (domain.md §1.2).
 */
export interface Occupation {
  code: string;
  edition: Edition;
  name: string;
  en: string;
  levels: readonly LevelDigit[];
  specialties: readonly Specialty[];
  formerCodes: readonly FormerCode[];
  standardVersion: string | null;
  eligibility: { template: '2018' | '2023'; certainty: Certainty };
  certainty: { code: Certainty; levels: Certainty };
  source: string;
}

const FIVE: readonly LevelDigit[] = ['5', '4', '3', '2', '1'];
const FIVE_TO_TWO: readonly LevelDigit[] = ['5', '4', '3', '2'];
const FIVE_TO_THREE: readonly LevelDigit[] = ['5', '4', '3'];
const FOUR_TO_ONE: readonly LevelDigit[] = ['4', '3', '2', '1'];

const SOURCED = { code: 'sourced', levels: 'sourced' } as const;
const UNVERIFIED = { code: 'unverified', levels: 'unverified' } as const;
/** The 2018 template governs where the standard was not reissued; its figures are sourced for 焊工 only. */
const OLD_TEMPLATE = { template: '2018', certainty: 'unverified' } as const;
const NEW_TEMPLATE = { template: '2023', certainty: 'sourced' } as const;

function specialty(name: string, levels: readonly LevelDigit[], certainty: Certainty, source: string): Specialty {
  return { name, levels, certainty, source };
}

function former1999(code: string, name: string, source: string): FormerCode {
  return { code, edition: '1999', name, source };
}

/** The catalogue of domain.md §9.4. Rows marked `unverified` are configuration to be confirmed with the customer. */
export const occupations: readonly Occupation[] = [
  {
    code: '6-18-02-04',
    edition: '2015',
    name: '焊工',
    en: 'welder',
    levels: FIVE,
    specialties: ['电焊工', '气焊工', '钎焊工'].map((name) =>
      specialty(name, FIVE, 'unverified', 'domain.md §9.4 names no 工种; from knowledge'),
    ),
    formerCodes: [former1999('6-04-02-05', '焊工', '[S-STD8]')],
    standardVersion: '2018',
    eligibility: { template: '2018', certainty: 'sourced' },
    certainty: SOURCED,
    source: '[S-STD1][S-STD2]',
  },
  {
    code: '6-31-01-03',
    edition: '2015',
    name: '电工',
    en: 'electrician',
    levels: FIVE,
    specialties: [],
    formerCodes: [former1999('6-07-06-05', '维修电工', '[S-STD7]')],
    standardVersion: '2018',
    eligibility: OLD_TEMPLATE,
    certainty: SOURCED,
    source: '[S-STD9]',
  },
  {
    code: '4-03-02-01',
    edition: '2022',
    name: '中式烹调师',
    en: 'Chinese cuisine cook',
    levels: FIVE,
    specialties: [specialty('药膳制作师', FIVE, 'unverified', '[S-STD6] names it; its levels unverified')],
    formerCodes: [former1999('4-03-01-01', '中式烹调师', '[S-STD7]')],
    standardVersion: '2025',
    eligibility: NEW_TEMPLATE,
    certainty: SOURCED,
    source: '[S-STD6]',
  },
  {
    code: '4-10-01-05',
    edition: '2015',
    name: '养老护理员',
    en: 'elderly-care worker',
    levels: FIVE,
    specialties: [],
    formerCodes: [former1999('4-07-12-03', '养老护理员', '[S-STD7]')],
    standardVersion: null,
    eligibility: OLD_TEMPLATE,
    certainty: UNVERIFIED,
    source: 'domain.md §9.4 (levels unverified; code unverified for 2022)',
  },
  {
    code: '4-10-01-06',
    edition: '2015',
    name: '家政服务员',
    en: 'domestic-service worker',
    levels: FIVE_TO_TWO,
    specialties: ['母婴护理员', '家务服务员', '家庭照护员'].map((name) =>
      specialty(name, FIVE_TO_THREE, 'sourced', '[S-STD4]'),
    ),
    formerCodes: [former1999('4-07-12-02', '家政服务员', '[S-STD7]')],
    standardVersion: '2019',
    eligibility: OLD_TEMPLATE,
    certainty: SOURCED,
    source: '[S-STD4]',
  },
  {
    code: '4-04-05-05',
    edition: '2015',
    name: '人工智能训练师',
    en: 'artificial-intelligence trainer',
    levels: FIVE,
    specialties: ['数据标注员', '人工智能算法测试员'].map((name) =>
      specialty(name, FIVE, 'unverified', '[S-STD10] names it; its levels unverified'),
    ),
    formerCodes: [],
    standardVersion: '2021',
    eligibility: OLD_TEMPLATE,
    certainty: SOURCED,
    source: '[S-STD10]',
  },
  {
    code: '6-31-01-10',
    edition: '2015',
    name: '工业机器人系统运维员',
    en: 'industrial-robot maintenance technician',
    levels: FOUR_TO_ONE,
    specialties: [],
    formerCodes: [],
    standardVersion: '2020',
    eligibility: OLD_TEMPLATE,
    certainty: SOURCED,
    source: '[S-STD3]',
  },
  {
    code: '6-30-99-00',
    edition: '2015',
    name: '工业机器人系统操作员',
    en: 'industrial-robot operator',
    levels: FOUR_TO_ONE,
    specialties: [],
    formerCodes: [],
    standardVersion: '2020',
    eligibility: OLD_TEMPLATE,
    certainty: { code: 'unverified', levels: 'sourced' },
    source: '[S-STD3]; the 2022 code differs',
  },
  {
    code: '6-20-01-01',
    edition: '2015',
    name: '钳工',
    en: 'fitter',
    levels: FIVE,
    specialties: [],
    formerCodes: [former1999('6-05-02-01', '装配钳工', '[S-STD7]'), former1999('6-06-01-01', '机修钳工', '[S-STD7]')],
    standardVersion: null,
    eligibility: OLD_TEMPLATE,
    certainty: UNVERIFIED,
    source: 'domain.md §9.4 (new code unverified)',
  },
  {
    code: '6-30-05-01',
    edition: '2015',
    name: '起重装卸机械操作工',
    en: 'lifting and handling machine operator',
    levels: FIVE,
    specialties: [],
    formerCodes: [],
    standardVersion: null,
    eligibility: OLD_TEMPLATE,
    certainty: UNVERIFIED,
    source: 'domain.md §9.4 (unverified)',
  },
  {
    code: '5-05-05-03',
    edition: '2015',
    name: '农机修理工',
    en: 'farm-machinery repairer',
    levels: FIVE,
    specialties: [],
    formerCodes: [],
    standardVersion: null,
    eligibility: OLD_TEMPLATE,
    certainty: UNVERIFIED,
    source: 'domain.md §9.4 (verify before use)',
  },
  {
    code: '6-20-03-03',
    edition: '2022',
    name: '焊接材料制造工',
    en: 'welding-material maker',
    levels: FIVE_TO_TWO,
    specialties: [],
    formerCodes: [],
    standardVersion: '2024',
    eligibility: NEW_TEMPLATE,
    certainty: SOURCED,
    source: '[S-STD5]',
  },
];

/** Occupations whose complete code no source gives; they can be named, not filed. */
export const pendingOccupations: readonly { name: string; codeHint: string; levels: readonly LevelDigit[] }[] = [
  { name: '锅炉操作工', codeHint: '6-28-01-xx', levels: FIVE },
  { name: '锅炉运行值班员', codeHint: '6-28-01-xx', levels: FIVE },
];
