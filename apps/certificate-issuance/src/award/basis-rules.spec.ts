import { describe, expect, it } from '@jest/globals';
import { awardRules, certificateBases } from '@app/standards';
import { papersOf, residentId } from '../../test/award-setting.js';
import { readRow } from './award-person.js';
import { AWARD_BASES } from './award.js';
import { personFaults, promotionYear } from './basis-rules.js';

const DAY = '2026-12-01';
const base = { name: '王芳', documentType: '身份证', documentNumber: residentId(1) };
const cook = {
  occupationCode: '4-03-02-01',
  occupationEdition: '2022',
  occupationName: '中式烹调师',
  specialty: '',
  levelDigit: '3',
};
const won = { contestClass: 'provincial-1', place: 20, heldOn: '2026-06-01', standardDigit: '2' };
const CLAIMS: Readonly<Record<string, object>> = {
  'competition-promotion': { contest: won },
  'title-bridging': { title: { grade: 'junior', receivedOn: '2020-01-01' } },
  'deemed-equivalent': { courses: [{ name: '热菜', points: 60 }] },
};
const rowOf = (basis: string, change: object = {}) => ({
  ...base,
  evidence: papersOf(basis),
  ...CLAIMS[basis],
  ...change,
});
const faultsOf = (basis: (typeof AWARD_BASES)[number], change: object = {}, subject = cook) => {
  const read = readRow(rowOf(basis, change), DAY);
  expect(read.faults).toEqual([]);
  return personFaults(basis, subject, read, DAY).map(({ field, rule }) => `${field} ${rule}`);
};
const readFaults = (change: object) =>
  readRow({ ...rowOf('apprentice'), ...change }, DAY).faults.map(({ field, rule }) => `${field} ${rule}`);

describe('evidence of a basis', () => {
  it.each(AWARD_BASES)('%s: enough with its papers and its claim, and not without one of them', (basis) => {
    expect(certificateBases[basis].restsOn).toBe('application');
    expect(faultsOf(basis)).toEqual([]);
    for (const [index] of papersOf(basis).entries())
      expect(faultsOf(basis, { evidence: papersOf(basis).toSpliced(index, 1) })).toEqual([
        '/evidence evidence-missing',
      ]);
    for (const part of Object.keys(CLAIMS[basis] ?? {}))
      expect(faultsOf(basis, { [part]: undefined })).toEqual([`/${part} missing`]);
  });

  it('a contest, a title and courses have to give the level that is applied for', () => {
    expect(faultsOf('competition-promotion', { contest: { ...won, place: 1 } })).toEqual(['/contest other-level']);
    expect(faultsOf('competition-promotion', { contest: { ...won, contestClass: 'industry-single' } })).toEqual([
      '/contest contest-gives-none',
    ]);
    expect(faultsOf('title-bridging', { title: { grade: 'senior', receivedOn: '2020-01-01' } })).toEqual([
      '/title other-level',
    ]);
    expect(faultsOf('title-bridging', {}, { ...cook, occupationCode: '6-18-02-04' })).toEqual([
      '/title title-template',
    ]);
    expect(faultsOf('deemed-equivalent', { courses: [{ name: '热菜', points: 59.5 }] })).toEqual([
      '/courses/0/points course-failed',
    ]);
  });

  it('nobody under 16, to the day', () => {
    const born = (day: string) => faultsOf('apprentice', { documentNumber: residentId(1, day.replaceAll('-', '')) });
    expect([born('2010-12-01'), born('2010-12-02')]).toEqual([[], ['/birthDate too-young']]);
  });

  it('the year of a promotion counts where the rule says so, and for no other basis', () => {
    const { claim } = readRow(rowOf('competition-promotion'), DAY);
    const [scale] = awardRules.contests;
    const free = { ...awardRules, contests: [{ ...scale!, onePromotionPerYear: false }] };
    expect([
      promotionYear('competition-promotion', claim),
      promotionYear('competition-promotion', claim, free),
      promotionYear('direct-recognition', claim),
    ]).toEqual(['2026', null, null]);
  });
});

describe('reading a row', () => {
  it('is a list of named faults whatever comes in, and never throws', () => {
    for (const input of [null, undefined, 7, 'row', [], {}, { evidence: 'x', contest: 7, title: [], courses: 'y' }]) {
      const { faults } = readRow(input, DAY);
      expect(faults.length).toBeGreaterThan(2);
      expect(faults.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && /[a-z]/.test(en))).toBe(true);
    }
  });

  it('asks the checksum of a 居民身份证 only, and a date of birth of every other document', () => {
    expect(readFaults({ documentNumber: '230102199003070010' })).toEqual(['/documentNumber checksum']);
    expect(readFaults({ documentType: '护照', documentNumber: 'E12345678' })).toEqual(['/birthDate birth-date']);
    expect(readFaults({ documentType: '护照', documentNumber: 'E12345678', birthDate: '1990-03-07' })).toEqual([]);
    expect(readFaults({ documentNumber: '2.30102E+17' })).toEqual(['/documentNumber scientific-notation']);
    expect(readFaults({ documentType: '工作证', birthDate: '1990-03-07' })).toEqual([
      '/documentType unknown-document-type',
    ]);
  });

  it('refuses a control character, a paper of tomorrow, a digest that is none, a place that is none', () => {
    const [paper] = papersOf('apprentice');
    expect(readFaults({ name: '王\u0000芳' })).toEqual(['/name control-character']);
    expect(readFaults({ name: '王'.repeat(101) })).toEqual(['/name too-long']);
    expect(readFaults({ evidence: [{ ...paper, issuedOn: '2026-12-02' }] })).toEqual([
      '/evidence/0/issuedOn evidence-day',
    ]);
    expect(readFaults({ evidence: [{ ...paper, sha256: 'abc' }] })).toEqual(['/evidence/0/sha256 evidence-digest']);
    expect(readFaults({ evidence: [{ ...paper, kind: 'toString' }] })).toEqual(['/evidence/0/kind evidence-kind']);
    expect(readFaults({ evidence: Array.from({ length: 21 }, () => paper) })).toEqual(['/evidence too-many']);
    expect(readFaults({ contest: { ...won, place: 0 } })).toEqual(['/contest/place contest-place']);
    expect(readFaults({ contest: { ...won, contestClass: 'national' } })).toEqual([
      '/contest/contestClass contest-class',
    ]);
  });
});
