import { describe, expect, it } from '@jest/globals';
import { sameSubject, scopeGap, type AssessedSubject, type FiledScope } from './scope.js';

const welder: AssessedSubject = {
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit: '3',
};
const scope: FiledScope = {
  filingId: 'f1',
  organisationId: 'org-north',
  agencyName: '哈尔滨北方焊接装备有限公司',
  jurisdiction: '230100',
  supervisedIn: ['230100'],
  filedOn: '2026-01-05',
  validUntil: '2029-01-04',
  sites: [
    { siteId: 'main', siteCode: 'Y000023000001' },
    { siteId: 's2', siteCode: 'Y000023000002' },
  ],
  lines: [{ siteId: 'main', subject: welder }],
};

describe('filed scope', () => {
  it('allows a line on its first and last day, and on no day outside', () => {
    const on = (day: string) => scopeGap(scope, 'Y000023000001', welder, day);
    expect(['2026-01-04', '2026-01-05', '2029-01-04', '2029-01-05'].map(on)).toEqual([
      'filing-not-valid',
      null,
      null,
      'filing-not-valid',
    ]);
  });

  it('allows it at its own site only', () => {
    const at = (siteCode: string) => scopeGap(scope, siteCode, welder, '2026-06-01');
    expect([at('Y000023000001'), at('Y000023000002'), at('Y000023000003')]).toEqual([
      null,
      'outside-scope',
      'site-not-filed',
    ]);
  });

  it('tells occupations apart by code, edition, specialty and level, not by name', () => {
    expect(sameSubject(welder, { ...welder, occupationName: '焊接工' })).toBe(true);
    for (const other of [
      { occupationCode: '6-18-02-05' },
      { occupationEdition: '1999' },
      { specialty: '电焊工' },
      { levelDigit: '4' },
    ]) {
      expect([other, scopeGap(scope, 'Y000023000001', { ...welder, ...other }, '2026-06-01')]).toEqual([
        other,
        'outside-scope',
      ]);
    }
  });
});
