import { describe, expect, it } from '@jest/globals';
import { unreachableStates, type DomainError } from '@app/kernel';
import { CANDIDATE_STATES, statesBefore, TRANSITIONS } from './candidate.js';
import { dayOf, type Cell } from './roster-cell.js';
import { checkRow } from './roster-row.js';
import { assertHeader, MARK_COLUMN, ROSTER_COLUMNS, type RosterColumn, type RosterPlan } from './roster.js';

const plan: RosterPlan = {
  occupationCode: '6-18-02-04',
  occupationName: '焊工',
  specialty: '电焊工',
  levelDigit: '3',
  examOn: '2026-12-12',
  today: '2026-11-23',
};

/** A made-up person; 230102 1990-03-07 female with check character X (domain.md §9.1). */
const GOOD: Partial<Record<RosterColumn, Cell>> = {
  职业工种名称: '焊工（电焊工）',
  认定等级: '三级/高级工',
  申报条件: '1',
  证件类型: '居民身份证',
  证件号码: '23010219900307004X',
  姓名: '张三丰',
  手机号码: '13800001001',
  是否有职业资格证书: '是',
  证书等级: '四级/中级工',
  证书编号: 'S000023000101194001200',
  文化程度: '技校',
  '所在省（市）区': '黑龙江省',
  考生来源: '企业',
  报名单位: '示例公司',
  认定分类: '晋级认定',
  考试类型: '正考',
  民族: '汉族',
};
const check = (change: Partial<Record<RosterColumn, Cell>>, on: Partial<RosterPlan> = {}) => {
  const values = { ...GOOD, ...change };
  const cells = ROSTER_COLUMNS.map((column) => values[column] ?? null);
  return checkRow({ row: 2, cells }, { ...plan, ...on }, new Set());
};
const rulesOf = (change: Partial<Record<RosterColumn, Cell>>, on: Partial<RosterPlan> = {}): string[] =>
  check(change, on).faults.map(({ field, rule }) => `${field} ${rule}`);

describe('candidate', () => {
  it('reaches every state, and bulk statements start from the states of the table', () => {
    expect(unreachableStates(TRANSITIONS, 'registered')).toEqual([]);
    expect(CANDIDATE_STATES.map(statesBefore)).toEqual([[], ['registered'], ['seated'], ['reported'], ['reported']]);
  });
});

describe('roster', () => {
  it('reads the days that clerks and Excel write, and no others', () => {
    const written: Cell[] = ['1990-1-2', '1990/01/02', '1990.1.2', '1990年1月2日', '１９９０0102', 19900102, 32875];
    for (const cell of [...written, { serial: 32875.5, format: 'yyyy/m/d' }]) expect(dayOf(cell)).toBe('1990-01-02');
    for (const cell of ['1990-13-01', '1990-02-29', '1990', 1990, 199001, '2/1/1990', '', null, 'x'] as Cell[])
      expect([cell, dayOf(cell)]).toEqual([cell, undefined]);
  });

  it('takes the template header only, with our own mark column at the end', () => {
    const codeOf = (header: readonly Cell[]): string => {
      try {
        assertHeader(header);
        return 'taken';
      } catch (error) {
        const { code, params } = error as DomainError;
        return `${code} ${params['count']}`;
      }
    };
    expect(codeOf(ROSTER_COLUMNS)).toBe('taken');
    expect(codeOf([...ROSTER_COLUMNS, MARK_COLUMN])).toBe('taken');
    expect(codeOf([...ROSTER_COLUMNS, '备注'])).toBe('roster/header 1');
    expect(codeOf(ROSTER_COLUMNS.slice(0, 32))).toBe('roster/header 1');
    expect(codeOf(ROSTER_COLUMNS.map((column) => (column === '姓名' ? '姓名 ' : column)))).toBe('roster/header 1');
  });

  it('takes a right row, fills sex and birth date from the ID and spells values officially', () => {
    const { verdict, registration } = check({ 职业工种名称: '焊工', 民族: '汉', 证书等级: '中级' });
    expect(verdict).toBe('accepted');
    expect(registration?.person).toEqual({
      name: '张三丰',
      documentType: 'resident-id',
      documentNumber: '23010219900307004X',
    });
    expect(registration?.values).toMatchObject({
      职业工种名称: '焊工（电焊工）',
      性别: '女',
      出生日期: '1990-03-07',
      证书等级: '四级/中级工',
      民族: '汉族',
    });
  });

  it('names column and rule of everything wrong in one row', () => {
    const wrong = {
      认定等级: '四级',
      性别: '男',
      出生日期: '1990-03-08',
      手机号码: '12345',
      考试类型: '补考',
      报名单位: ' ',
    };
    expect(rulesOf(wrong)).toEqual([
      '认定等级 other-level',
      '性别 sex-mismatch',
      '出生日期 birth-date-mismatch',
      '手机号码 phone-format',
      '考试类型 make-up',
      '报名单位 required',
    ]);
  });

  it('keeps occupations and specialties of other plans out', () => {
    expect(rulesOf({ 职业工种名称: '电工' })).toEqual(['职业工种名称 other-occupation']);
    expect(rulesOf({ 职业工种名称: '焊工-气焊工' })).toEqual(['职业工种名称 other-specialty']);
    expect(rulesOf({ 职业工种名称: '焊工(--)' })).toEqual([]);
  });

  it('never repeats the cell in a reason', () => {
    const { faults } = check({ 姓名: '张三\uE000', 证件号码: '230102199003070041', 手机号码: '13800001001x' });
    expect(faults).toHaveLength(3);
    expect(JSON.stringify(faults)).not.toMatch(/张三|2301021990|1380000/);
  });

  it('counts five years from the last day of the year in the certificate number', () => {
    const year = (yy: string, examOn: string) => rulesOf({ 证书编号: `S000023000101${yy}4001200` }, { examOn });
    expect(year('21', '2026-12-30')).toEqual(['申报条件 eligibility']);
    expect(year('21', '2026-12-31')).toEqual([]);
  });

  it('takes a certificate of this year as held today', () => {
    expect(rulesOf({ 申报条件: 2, 文化程度: '技师学院', 专业: '焊接', 证书编号: 'S000023000101264001200' })).toEqual(
      [],
    );
  });

  it('reads 16-digit 职业资格 numbers, and refuses a level that the number denies', () => {
    expect(rulesOf({ 证书编号: '1523010000401234' })).toEqual([]);
    expect(rulesOf({ 证书编号: '1523010000301234' })).toEqual(['证书等级 certificate-level-mismatch']);
    expect(rulesOf({ 证书编号: 1523010000401234 })).toEqual(['证书编号 scientific-notation']);
    expect(rulesOf({ 证书编号: '12345678' })).toEqual(['证书编号 certificate-number']);
  });

  it('checks the chosen option only, and tells an undeclared fact from a failed one', () => {
    const college = { 申报条件: '3', 文化程度: '大学专科和专科学校' };
    expect(rulesOf({ ...college, 专业: '焊接' })).toEqual([]);
    expect(rulesOf(college)).toEqual(['申报条件 eligibility-undeclared']);
    expect(rulesOf({ ...college, 专业: '焊接', 考生来源: '学校' })).toEqual(['申报条件 eligibility']);
    expect(rulesOf({ 申报条件: '4' })).toEqual(['申报条件 option-not-in-level']);
    expect(rulesOf({ 是否有职业资格证书: '否' })).toEqual(['申报条件 eligibility']);
  });

  it('counts work by 专业年限, never more than since 参加工作时间', () => {
    const cook = { occupationCode: '4-03-02-01', occupationName: '中式烹调师', specialty: '' };
    const row = (change: Partial<Record<RosterColumn, Cell>>) =>
      rulesOf({ 职业工种名称: '中式烹调师', 是否有职业资格证书: '否', ...change }, cook);
    expect(row({ 专业年限: 10 })).toEqual([]);
    expect(row({ 专业年限: 10, 参加工作时间: '2016-12-13' })).toEqual([]);
    expect(row({ 专业年限: 10, 参加工作时间: '2017-01-01' })).toEqual(['申报条件 eligibility']);
    expect(row({ 参加工作时间: '2000-01-01' })).toEqual(['申报条件 eligibility-undeclared']);
  });

  it('takes other documents without checksum, with sex and birth date of their own', () => {
    const passport = { 证件类型: '护照', 证件号码: 'e00000017' };
    expect(rulesOf(passport)).toEqual(['性别 required', '出生日期 required']);
    const row = check({ ...passport, 性别: '女', 出生日期: { serial: 32875, format: 'yyyy/m/d' } });
    expect([row.verdict, row.repaired]).toEqual(['accepted-repaired', ['证件号码']]);
  });

  it('counts a person twice only when the first row went in', () => {
    const seen = new Set<string>();
    const cellsOf = (change: Partial<Record<RosterColumn, Cell>>) =>
      ROSTER_COLUMNS.map((column) => ({ ...GOOD, ...change })[column] ?? null);
    const verdicts = [{ 民族: '火星族' }, {}, {}].map((change, index) => {
      const { verdict, faults } = checkRow({ row: index + 2, cells: cellsOf(change) }, plan, seen);
      return [verdict, ...faults.map(({ rule }) => rule)];
    });
    expect(verdicts).toEqual([['refused', 'unknown-ethnicity'], ['accepted'], ['refused', 'duplicate']]);
  });
});
