import type { Certainty } from '../parsed.js';
import type { LevelDigit } from './skill-levels.js';

/** What kind of school a diploma is from, lowest first. */
export type DiplomaKind =
  | 'technical-school'
  | 'secondary-vocational'
  | 'senior-technical-class'
  | 'technician-class'
  | 'higher-vocational'
  | 'junior-college'
  | 'bachelor'
  | 'master'
  | 'doctor';

export type TitleGrade = 'junior' | 'intermediate' | 'senior';

/**
 * One numbered 申报条件 as data: every field that is present must hold. `age` in completed years; `workMonths` months in
 * this or a related occupation; `certificate.months` and `title.months` counted from the day of issue to the day of
 * application. `materials` name the papers to hand in (zh).
 */
export interface EligibilityOption {
  /** Stable name, `<template>/<level digit>/<number>`. */
  id: string;
  number: number;
  zh: string;
  en: string;
  age?: number;
  workMonths?: number;
  certificate?: { levelDigit: LevelDigit; months: number };
  title?: { grade: TitleGrade; months: number };
  diploma?: { kinds: readonly DiplomaKind[]; inSchoolAllowed: boolean; assessedSchool: boolean };
  apprenticeshipCompleted?: true;
  preTechnicianCertificate?: true;
  materials: readonly string[];
  certainty: Certainty;
}

type Draft = Omit<EligibilityOption, 'id' | 'number' | 'materials' | 'certainty'> & {
  materials?: readonly string[];
  certainty?: Certainty;
};

export type OptionsByLevel = Readonly<Record<LevelDigit, readonly EligibilityOption[]>>;

/** Papers of every application (domain.md §1.2 [S-ELIG1*]). */
const ALWAYS: readonly string[] = ['身份证', '证件照', '申报表/承诺书'];
const CERTIFICATE_SCAN = '原等级证书扫描件';
const DIPLOMA = '毕业证书或学信网备案表(应届毕业生提供在读证明)';
const TITLE_SCAN = '专业技术职务(职称)证书扫描件';

const COLLEGE: readonly DiplomaKind[] = ['higher-vocational', 'junior-college', 'bachelor', 'master', 'doctor'];
const TECHNICAL: readonly DiplomaKind[] = ['senior-technical-class', 'technician-class'];
const ANY_SCHOOL: readonly DiplomaKind[] = ['technical-school', 'secondary-vocational', ...TECHNICAL, ...COLLEGE];

function materialsOf(draft: Draft): string[] {
  return [
    ...ALWAYS,
    ...(draft.workMonths !== undefined && draft.workMonths > 0
      ? [`不少于${draft.workMonths / 12}年的工作年限承诺书及对应的社保缴纳记录`]
      : []),
    ...(draft.certificate === undefined ? [] : [CERTIFICATE_SCAN]),
    ...(draft.title === undefined ? [] : [TITLE_SCAN]),
    ...(draft.diploma === undefined ? [] : [DIPLOMA]),
    ...(draft.materials ?? []),
  ];
}

function numbered(template: '2018' | '2023', level: LevelDigit, drafts: readonly Draft[]): EligibilityOption[] {
  return drafts.map((draft, index) => ({
    ...draft,
    id: `${template}/${level}/${index + 1}`,
    number: index + 1,
    materials: materialsOf(draft),
    certainty: draft.certainty ?? 'sourced',
  }));
}

/** The set of 国家职业标准编制技术规程(2023年版), domain.md §1.2 [S-ELIG1*][S-ELIG2?]. */
export const options2023: OptionsByLevel = {
  '5': numbered('2023', '5', [
    { zh: '年满16周岁,拟从事本职业或相关职业工作', en: 'aged 16, intending to work in the occupation', age: 16 },
    {
      zh: '年满16周岁,从事本职业或相关职业工作',
      en: 'aged 16, working in the occupation',
      age: 16,
      workMonths: 0,
    },
  ]),
  '4': numbered('2023', '4', [
    { zh: '累计从事本职业或相关职业工作满5年', en: '5 years of work', workMonths: 60 },
    {
      zh: '取得五级证书后满3年',
      en: '3 years after the 五级 certificate',
      certificate: { levelDigit: '5', months: 36 },
    },
    {
      zh: '技工院校、中等及以上职业院校、专科及以上普通高校本专业或相关专业毕业(含在读应届毕业生)',
      en: 'graduate of a related major (final-year students included)',
      diploma: { kinds: ANY_SCHOOL, inSchoolAllowed: true, assessedSchool: false },
    },
  ]),
  '3': numbered('2023', '3', [
    {
      zh: '累计从事本职业或相关职业工作满10年',
      en: '10 years of work',
      workMonths: 120,
    },
    {
      zh: '取得四级证书后满4年',
      en: '4 years after the 四级 certificate',
      certificate: { levelDigit: '4', months: 48 },
    },
    { zh: '取得对应初级职称后满1年', en: '1 year after a junior title', title: { grade: 'junior', months: 12 } },
    {
      zh: '技工院校高级工班及以上毕业(含应届)',
      en: 'graduate of a senior technical class or above',
      diploma: { kinds: TECHNICAL, inSchoolAllowed: true, assessedSchool: false },
    },
    {
      zh: '取得四级证书,且高职、专科及以上本专业或相关专业毕业(含应届)',
      en: '四级 certificate and a college diploma of a related major',
      certificate: { levelDigit: '4', months: 0 },
      diploma: { kinds: COLLEGE, inSchoolAllowed: true, assessedSchool: false },
    },
    {
      zh: '经评估论证的高职、专科及以上本专业或相关专业毕业(含应届)',
      en: 'graduate of a college whose major was assessed for this level',
      diploma: { kinds: COLLEGE, inSchoolAllowed: true, assessedSchool: true },
    },
  ]),
  '2': numbered('2023', '2', [
    {
      zh: '取得三级证书后满5年',
      en: '5 years after the 三级 certificate',
      certificate: { levelDigit: '3', months: 60 },
    },
    {
      zh: '取得初级职称满5年,且取得三级证书后满1年',
      en: '5 years after a junior title and 1 year after the 三级 certificate',
      title: { grade: 'junior', months: 60 },
      certificate: { levelDigit: '3', months: 12 },
    },
    {
      zh: '取得中级职称后满1年',
      en: '1 year after an intermediate title',
      title: { grade: 'intermediate', months: 12 },
    },
    {
      zh: '取得三级证书的高级技工学校、技师学院毕业生,累计从事工作满2年',
      en: 'technical-school graduate with the 三级 certificate and 2 years of work',
      certificate: { levelDigit: '3', months: 0 },
      diploma: { kinds: TECHNICAL, inSchoolAllowed: false, assessedSchool: false },
      workMonths: 24,
      // the source says only 满2年, not of what; the 2018 template counts work
      certainty: 'unverified',
    },
    {
      zh: '取得三级证书满2年的技师学院预备技师班、技师班学生',
      en: 'student of a technician class, 2 years after the 三级 certificate',
      certificate: { levelDigit: '3', months: 24 },
      diploma: { kinds: ['technician-class'], inSchoolAllowed: true, assessedSchool: false },
    },
  ]),
  '1': numbered('2023', '1', [
    {
      zh: '取得二级证书后满5年',
      en: '5 years after the 二级 certificate',
      certificate: { levelDigit: '2', months: 60 },
    },
    {
      zh: '取得中级职称满5年,且取得二级证书后满1年',
      en: '5 years after an intermediate title and 1 year after the 二级 certificate',
      title: { grade: 'intermediate', months: 60 },
      certificate: { levelDigit: '2', months: 12 },
    },
    { zh: '取得高级职称后满1年', en: '1 year after a senior title', title: { grade: 'senior', months: 12 } },
  ]),
};

/** 焊工 2018 [S-STD1] (domain.md §1.2). The same figures stand in for other 2018-template standards, unverified there. */
export const options2018: OptionsByLevel = {
  '5': numbered('2018', '5', [
    { zh: '累计从事本职业或相关职业工作满1年', en: '1 year of work', workMonths: 12 },
    {
      zh: '本职业或相关职业学徒期满',
      en: 'apprenticeship completed',
      apprenticeshipCompleted: true,
      materials: ['学徒期满证明'],
    },
  ]),
  '4': numbered('2018', '4', [
    {
      zh: '取得五级证书后满4年',
      en: '4 years after the 五级 certificate',
      certificate: { levelDigit: '5', months: 48 },
    },
    { zh: '累计从事本职业或相关职业工作满6年', en: '6 years of work', workMonths: 72 },
    {
      zh: '技工学校、中等职业学校本专业或相关专业毕业(含应届)',
      en: 'graduate of a technical or vocational school (final-year students included)',
      diploma: { kinds: ANY_SCHOOL, inSchoolAllowed: true, assessedSchool: false },
    },
  ]),
  '3': numbered('2018', '3', [
    {
      zh: '取得四级证书后满5年',
      en: '5 years after the 四级 certificate',
      certificate: { levelDigit: '4', months: 60 },
    },
    {
      zh: '取得四级证书,且高级技工学校、技师学院毕业(含应届)',
      en: '四级 certificate and graduate of a senior technical school or technician college',
      certificate: { levelDigit: '4', months: 0 },
      diploma: { kinds: TECHNICAL, inSchoolAllowed: true, assessedSchool: false },
    },
    {
      zh: '大专及以上本专业或相关专业毕业,且取得四级证书后满2年',
      en: 'college diploma and 2 years after the 四级 certificate',
      certificate: { levelDigit: '4', months: 24 },
      diploma: { kinds: COLLEGE, inSchoolAllowed: false, assessedSchool: false },
    },
  ]),
  '2': numbered('2018', '2', [
    {
      zh: '取得三级证书后满4年',
      en: '4 years after the 三级 certificate',
      certificate: { levelDigit: '3', months: 48 },
    },
    {
      zh: '取得三级证书的高级技工学校、技师学院毕业生,累计从事工作满3年',
      en: 'technical-school graduate with the 三级 certificate and 3 years of work',
      certificate: { levelDigit: '3', months: 0 },
      diploma: { kinds: TECHNICAL, inSchoolAllowed: false, assessedSchool: false },
      workMonths: 36,
    },
    {
      zh: '取得预备技师证书的技师学院毕业生,累计从事工作满2年',
      en: 'holder of a pre-technician certificate with 2 years of work',
      preTechnicianCertificate: true,
      workMonths: 24,
      materials: ['预备技师证书扫描件'],
    },
  ]),
  '1': numbered('2018', '1', [
    {
      zh: '取得二级证书后满4年',
      en: '4 years after the 二级 certificate',
      certificate: { levelDigit: '2', months: 48 },
      certainty: 'unverified',
    },
  ]),
};
