import { describe, expect, it } from '@jest/globals';
import {
  appointmentRuleOn,
  awardRules,
  basisRuleOn,
  CERTIFICATE_BASES,
  certificateBases,
  CONTEST_CLASSES,
  evidenceKinds,
  fillNumberTemplate,
  levelByContest,
  levelByTitle,
  numberRuleOn,
  onePromotionPerYear,
  ruleOn,
  type AwardBasis,
  type ContestClass,
} from './index.js';

const DAY = '2026-12-01';
const outcome = (contestClass: ContestClass, place: number | null): string => {
  const level = levelByContest({ contestClass, place, heldOn: '2026-06-01', standardDigit: '2' });
  return level.ok ? level.value : level.rule;
};

describe('bases of a certificate', () => {
  it('each has words in both languages, and each that is applied for has papers and a number rule on every day', () => {
    for (const basis of CERTIFICATE_BASES) {
      const { zh, en, restsOn } = certificateBases[basis];
      expect([basis, /\p{Script=Han}/u.test(zh), en.length > 3]).toEqual([basis, true, true]);
      if (restsOn === 'appointment') continue;
      expect([basis, numberRuleOn(basis, DAY)?.of]).toEqual([basis, basis]);
      if (restsOn === 'application') {
        const rule = basisRuleOn(basis as AwardBasis, DAY);
        expect(rule?.evidence.length).toBeGreaterThan(0);
        expect(rule?.evidence.every((kind) => kind in evidenceKinds)).toBe(true);
        expect([basis, rule?.levels.length === 0]).toEqual([basis, certificateBases[basis].level === 'none']);
      }
    }
  });

  it('no rule is a constant: every row has its days, its certainty and its source', () => {
    for (const rows of Object.values(awardRules)) {
      for (const { from, until, certainty, source } of rows) {
        expect(from).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(until === null || until >= from).toBe(true);
        expect(['sourced', 'unverified']).toContain(certainty);
        expect(source.length).toBeGreaterThan(5);
      }
    }
  });

  it('the later of two rules holds, and none before the first day or after the last', () => {
    const row = (from: string, until: string | null) => ({ from, until, certainty: 'sourced', source: 't' }) as const;
    const rows = [row('2026-01-01', null), row('2024-01-01', '2026-06-30')];
    expect(
      ['2023-12-31', '2024-01-01', '2026-01-01', '2027-01-01'].map((day) => ruleOn(rows, day)?.from ?? 'none'),
    ).toEqual(['none', '2024-01-01', '2026-01-01', '2026-01-01']);
    expect(ruleOn([row('2024-01-01', '2024-12-31')], '2025-01-01')).toBeUndefined();
  });
});

describe('promotion by competition', () => {
  it('gives the level of class and place; a city one grade below; 行业单项 none', () => {
    const places = [1, 3, 4, 10, 11, null] as const;
    expect(CONTEST_CLASSES.map((each) => [each, ...places.map((place) => outcome(each, place))])).toEqual([
      ['provincial-1', '1', '1', '2', '2', '3', '3'],
      ['provincial-2', '1', '2', '2', 'place-gives-none', 'place-gives-none', 'place-gives-none'],
      ['industry-single', ...places.map(() => 'contest-gives-none')],
      ['city-1', '2', '2', '3', '3', '4', '4'],
      ['city-2', '2', '3', '3', 'place-gives-none', 'place-gives-none', 'place-gives-none'],
    ]);
  });

  it('knows no contest before its table, and none set at another level', () => {
    const won = { contestClass: 'provincial-1', place: 1, standardDigit: '2' } as const;
    expect(levelByContest({ ...won, heldOn: '2018-12-31' })).toMatchObject({ rule: 'no-contest-table' });
    expect(levelByContest({ ...won, heldOn: DAY, standardDigit: '3' })).toMatchObject({ rule: 'contest-standard' });
  });

  it('takes another table from the day it begins, the option of one promotion a year with it', () => {
    const [old] = awardRules.contests;
    const fresh = { ...old!, from: '2027-01-01', onePromotionPerYear: false };
    const rules = { ...awardRules, contests: [old!, fresh] };
    expect(['2026-12-31', '2027-01-01'].map((day) => onePromotionPerYear(day, rules))).toEqual([true, false]);
  });
});

describe('bridging from a title', () => {
  it('初级 → 三级, 中级 → 二级, 高级 → 一级, each after a year', () => {
    const after = (grade: 'junior' | 'intermediate' | 'senior', receivedOn: string) => {
      const level = levelByTitle({ grade, receivedOn }, '2023', DAY);
      return level.ok ? level.value : level.rule;
    };
    expect((['junior', 'intermediate', 'senior'] as const).map((grade) => after(grade, '2025-12-01'))).toEqual([
      '3',
      '2',
      '1',
    ]);
    expect(after('junior', '2025-12-02')).toBe('title-too-young');
  });

  it('is refused where the standard still follows the 2018 template, and before 2023', () => {
    const title = { grade: 'junior', receivedOn: '2015-01-01' } as const;
    expect(levelByTitle(title, '2018', DAY)).toMatchObject({ rule: 'title-template' });
    expect(levelByTitle(title, '2023', '2022-12-31')).toMatchObject({ rule: 'no-title-table' });
  });
});

describe('numbers and posts', () => {
  it('specific skill, 特级 and 首席 have an open number rule; an apprentice has none', () => {
    const scheme = (of: Parameters<typeof numberRuleOn>[0]) => numberRuleOn(of, DAY)?.scheme;
    expect((['specific-skill', 'special-technician', 'chief-technician'] as const).map(scheme)).toEqual(
      Array.from({ length: 3 }, () => ({ template: null })),
    );
    expect([scheme('apprentice'), scheme('title-bridging')]).toEqual(['none', 'national']);
    expect(fillNumberTemplate('{site}{yy}ZX{serial}', { siteCode: 'Y000023000001', year: 2026, serial: 7 })).toBe(
      'Y00002300000126ZX000007',
    );
  });

  it('首席 comes after 特级 and nothing before it', () => {
    expect([
      appointmentRuleOn('special-technician', DAY)?.after,
      appointmentRuleOn('chief-technician', DAY)?.after,
      appointmentRuleOn('chief-technician', '2021-12-31'),
    ]).toEqual([null, 'special-technician', undefined]);
  });
});
