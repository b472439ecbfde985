export interface DemoAccount {
  username: string;
  role: string;
  roleChinese: string;
  /** Empty for those who belong to none. */
  organisation: string;
  organisationChinese: string;
  /** Of the assessing body, for those who belong to one. */
  organisationId?: string;
  /** Code of the administrative division, for officers. */
  jurisdiction?: string;
}

type Organisation = Pick<DemoAccount, 'organisation' | 'organisationChinese' | 'organisationId' | 'jurisdiction'>;

const NORTH: Organisation = {
  organisation: 'Harbin Northern Welding Equipment Co., Ltd. (employer)',
  organisationChinese: '哈尔滨北方焊接装备有限公司（用人单位）',
  organisationId: 'org-north',
};
const CRAFT: Organisation = {
  organisation: 'Mudanjiang Craft Skill Assessment Centre (assessment organisation)',
  organisationChinese: '牡丹江匠心职业技能评价中心（社会培训评价组织）',
  organisationId: 'org-craft',
};
const HARBIN: Organisation = {
  organisation: 'Harbin Human Resources and Social Security Bureau',
  organisationChinese: '哈尔滨市人力资源和社会保障局',
  jurisdiction: '230100',
};
const MUDANJIANG: Organisation = {
  organisation: 'Mudanjiang Human Resources and Social Security Bureau',
  organisationChinese: '牡丹江市人力资源和社会保障局',
  jurisdiction: '231000',
};
const PROVINCE: Organisation = {
  organisation: 'Heilongjiang Department of Human Resources and Social Security',
  organisationChinese: '黑龙江省人力资源和社会保障厅',
  jurisdiction: '230000',
};
const BANK: Organisation = { organisation: 'Provincial question bank', organisationChinese: '省题库' };
const QIAN: Organisation = {
  organisation: 'Harbin Qian Machinery Co., Ltd.',
  organisationChinese: '哈尔滨钱氏机械有限公司',
};
const NONE: Organisation = { organisation: '', organisationChinese: '' };

const ROLES = {
  'agency-clerk': '经办',
  'agency-reviewer': '复核',
  'agency-admin': '机构管理员',
  'city-officer': '市级经办',
  'province-officer': '省级经办',
  'item-author': '命题',
  'item-reviewer': '审题',
  examiner: '考评员',
  supervisor: '质量督导员',
  auditor: '审计',
  employer: '用人单位查询',
  candidate: '考生',
};

/** As the identity service's table of roles has it. */
const WITH_SECOND_FACTOR: readonly string[] = [
  'agency-admin',
  'city-officer',
  'province-officer',
  'item-author',
  'item-reviewer',
  'auditor',
];

/** Signs in with a code beside the password. */
export const needsCode = ({ role }: DemoAccount): boolean => WITH_SECOND_FACTOR.includes(role);

/** All with the same password. The identity service's demo seed has the same names. */
export const demoAccounts: readonly DemoAccount[] = [
  account('clerk.north', 'agency-clerk', NORTH),
  account('reviewer.north', 'agency-reviewer', NORTH),
  account('admin.north', 'agency-admin', NORTH),
  account('clerk.craft', 'agency-clerk', CRAFT),
  account('reviewer.craft', 'agency-reviewer', CRAFT),
  account('officer.harbin', 'city-officer', HARBIN),
  account('officer.mudanjiang', 'city-officer', MUDANJIANG),
  account('officer.province', 'province-officer', PROVINCE),
  account('officer2.province', 'province-officer', PROVINCE),
  account('author.bank', 'item-author', BANK),
  account('reviewer.bank', 'item-reviewer', BANK),
  account('examiner.li', 'examiner', NORTH),
  account('supervisor.zhao', 'supervisor', PROVINCE),
  account('auditor.sun', 'auditor', PROVINCE),
  account('employer.qian', 'employer', QIAN),
  account('candidate.demo', 'candidate', NONE),
];

function account(username: string, role: keyof typeof ROLES, organisation: Organisation): DemoAccount {
  return { username, role, roleChinese: ROLES[role], ...organisation };
}
