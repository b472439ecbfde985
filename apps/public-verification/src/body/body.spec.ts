import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import { filedSitesOf, type FiledFact } from './body.js';

const subject = {
  occupationCode: '6-18-02-04',
  occupationEdition: '2022',
  occupationName: '焊工',
  specialty: '电焊工',
  levelDigit: '3',
};
const main = { siteId: 'main', siteCode: 'Y000023000001', name: '主厂区', regionCode: '230100' };
const fact: FiledFact = {
  filingId: '0198c0de-0000-7000-8000-000000000001',
  organisationId: 'org-north',
  agencyName: '哈尔滨北方焊接装备有限公司',
  filedOn: '2026-01-05',
  validUntil: '2029-01-04',
  sites: [main, { siteId: 's2', siteCode: 'Y000023000002', name: '分厂', regionCode: '230200' }],
  scope: [
    { siteId: 'main', subject },
    { siteId: 's2', subject: { ...subject, levelDigit: '4' } },
  ],
};
const fieldOf = (change: Partial<FiledFact>): unknown => {
  try {
    return filedSitesOf({ ...fact, ...change }).length;
  } catch (error) {
    return (error as DomainError).params['field'];
  }
};

describe('body', () => {
  it('gives each site its own lines of the scope', () => {
    expect(filedSitesOf(fact).map(({ siteCode, scope }) => [siteCode, scope.map((line) => line.levelDigit)])).toEqual([
      ['Y000023000001', ['3']],
      ['Y000023000002', ['4']],
    ]);
  });

  it('names what an event lacks, instead of listing half a body', () => {
    expect(fieldOf({})).toBe(2);
    expect(fieldOf({ filingId: '' })).toBe('filingId');
    expect(fieldOf({ agencyName: '' })).toBe('agencyName');
    expect(fieldOf({ validUntil: '' })).toBe('validUntil');
    expect(fieldOf({ sites: [] })).toBe('sites');
    expect(fieldOf({ scope: [] })).toBe('scope');
    expect(fieldOf({ sites: [{ ...main, siteCode: '' }] })).toBe('siteCode');
    expect(fieldOf({ scope: [{ siteId: 'nowhere', subject }] })).toBe('scope.siteId');
    expect(fieldOf({ scope: [{ siteId: 'main' }] })).toBe('scope.subject');
    expect(fieldOf({ scope: [{ siteId: 'main', subject: { ...subject, levelDigit: '6' } }] })).toBe('scope.levelDigit');
  });
});
