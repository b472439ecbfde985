import { describe, expect, test } from '@jest/globals';
import {
  checkEligibility,
  countWorkMonths,
  eligibilityRules,
  occupations,
  type EligibilityFacts,
  type LevelDigit,
} from './index.js';

const WELDER = '6-18-02-04';
const COOK = '4-03-02-01';
const ON = '2026-11-23';

function check(occupationCode: string, level: LevelDigit, option: number | string, facts: Partial<EligibilityFacts>) {
  return checkEligibility({
    occupationCode,
    level,
    option,
    facts: { birthDate: '1990-03-07', certificates: [], ...facts },
    on: ON,
  });
}

function resultOf(...question: Parameters<typeof check>): string {
  const report = check(...question);
  return report.ok ? report.value.result : report.rule;
}

describe('eligibility', () => {
  test('§12.18 ten years without a certificate: enough in 2023, no such way for 焊工 2018', () => {
    expect(resultOf(COOK, '3', 1, { workMonths: 120 })).toBe('passed');
    expect(resultOf(COOK, '3', 1, { workMonths: 119 })).toBe('failed');
    expect(resultOf(COOK, '3', 1, {})).toBe('undeclared');
    for (const option of [1, 2, 3]) expect(resultOf(WELDER, '3', option, { workMonths: 480 })).toBe('failed');
  });

  test('§12.19 五级: age 16 in 2023, one year of work for 焊工 2018', () => {
    expect(resultOf(COOK, '5', 1, { birthDate: '2010-11-23' })).toBe('passed');
    expect(resultOf(COOK, '5', 1, { birthDate: '2010-11-24' })).toBe('failed');
    expect(resultOf(WELDER, '5', 1, { workMonths: 11 })).toBe('failed');
    expect(resultOf(WELDER, '5', 1, { workMonths: 12 })).toBe('passed');
    expect(resultOf(WELDER, '5', 2, { apprenticeshipCompleted: true })).toBe('passed');
  });

  test('§12.20 二级 option 2 runs two clocks at once', () => {
    const certificates = [{ levelDigit: '3' as const, issuedOn: '2025-11-23' }];
    const titles = [{ grade: 'junior' as const, since: '2021-11-23' }];
    expect(resultOf(COOK, '2', 2, { certificates, titles })).toBe('passed');
    expect(resultOf(COOK, '2', 2, { certificates, titles: [{ grade: 'junior', since: '2021-11-24' }] })).toBe('failed');
    expect(resultOf(COOK, '2', 2, { certificates: [{ levelDigit: '3', issuedOn: '2025-11-24' }], titles })).toBe(
      'failed',
    );
    const half = check(COOK, '2', 2, { certificates });
    expect(half).toMatchObject({
      value: {
        result: 'undeclared',
        verdicts: [
          { condition: 'certificate', result: 'passed' },
          { condition: 'title', result: 'undeclared' },
        ],
      },
    });
  });

  test('§12.21 final-year students are eligible by diploma', () => {
    const diploma = { kind: 'secondary-vocational', relatedMajor: true, inSchoolFinalYear: true } as const;
    expect(resultOf(COOK, '4', 3, { diploma })).toBe('passed');
    expect(resultOf(COOK, '4', 3, { diploma: { ...diploma, relatedMajor: false } })).toBe('failed');
    expect(resultOf(COOK, '3', 4, { diploma })).toBe('failed');
    expect(resultOf(COOK, '3', 6, { diploma: { ...diploma, kind: 'junior-college' } })).toBe('undeclared');
  });

  test('only the chosen option is checked, and it must belong to the level', () => {
    expect(resultOf(COOK, '3', 2, { workMonths: 240 })).toBe('failed');
    expect(resultOf(COOK, '4', 5, {})).toBe('option-not-in-level');
    expect(resultOf(COOK, '4', '2023/3/1', { workMonths: 240 })).toBe('option-not-in-level');
    expect(resultOf(COOK, '3', '2018/3/1', {})).toBe('option-not-in-level');
    expect(resultOf(COOK, '3', '2023/3/1', { workMonths: 240 })).toBe('passed');
    expect(resultOf('6-31-01-10', '5', 1, {})).toBe('level-not-in-occupation');
    expect(resultOf(COOK, '3', 2, { certificates: [{ levelDigit: '4', issuedOn: '2020-02-30' }] })).toBe('facts-date');
  });

  test('a certificate that is not yet issued counts as none', () => {
    expect(resultOf(COOK, '3', 5, { certificates: [{ levelDigit: '4', issuedOn: '2026-11-24' }] })).toBe('failed');
  });

  test('options are data: materials, template and standard version', () => {
    expect(eligibilityRules(WELDER, '3')).toMatchObject({
      value: { template: '2018', standardVersion: '2018', certainty: 'sourced' },
    });
    const rules = eligibilityRules(COOK, '3');
    expect(rules.ok && rules.value.options.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(rules.ok && rules.value.options[0]?.materials).toEqual([
      '身份证',
      '证件照',
      '申报表/承诺书',
      '不少于10年的工作年限承诺书及对应的社保缴纳记录',
    ]);
  });

  test('every occupation has a way into every one of its levels', () => {
    for (const { code, levels } of occupations) {
      for (const level of levels) {
        const rules = eligibilityRules(code, level);
        expect(rules.ok && rules.value.options.length > 0).toBe(true);
      }
    }
  });
});

describe('work months', () => {
  test('§12.22 gaps are allowed, overlaps are not', () => {
    const first = { from: '2015-01', to: '2017-12' };
    expect(countWorkMonths([first, { from: '2019-03', to: '2020-02' }])).toEqual({ ok: true, value: 48 });
    expect(countWorkMonths([{ from: '2017-12', to: '2018-05' }, first])).toMatchObject({ rule: 'period-overlap' });
  });

  test('a change of employer without a gap loses no month', () => {
    const periods = [
      { from: '2020-01-15', to: '2020-06-20' },
      { from: '2020-06-21', to: '2021-01-14' },
    ];
    expect(countWorkMonths(periods)).toEqual({ ok: true, value: 12 });
  });

  test('a job that lasts ends on the given day', () => {
    expect(countWorkMonths([{ from: '2016-11-24', to: null }], ON)).toEqual({ ok: true, value: 120 });
    expect(countWorkMonths([{ from: '2016-11-24', to: null }])).toMatchObject({ rule: 'period-date' });
  });

  test('dates must be real and in order', () => {
    expect(countWorkMonths([{ from: '2016-02-30', to: '2017-01' }])).toMatchObject({ rule: 'period-date' });
    expect(countWorkMonths([{ from: '2016-13', to: '2017-01' }])).toMatchObject({ rule: 'period-date' });
    expect(countWorkMonths([{ from: '2017-02', to: '2017-01' }])).toMatchObject({ rule: 'period-reversed' });
    expect(countWorkMonths([])).toEqual({ ok: true, value: 0 });
  });
});
