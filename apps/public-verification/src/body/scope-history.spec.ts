import { describe, expect, it } from '@jest/globals';
import type { FiledSite, ScopeLine } from './body.js';
import { changedLines, type FiledLine } from './scope-history.js';

const SITE = 'Y000023000001';
const line = (levelDigit: ScopeLine['levelDigit']): ScopeLine => ({
  occupationCode: '6-18-02-04',
  occupationEdition: '2015',
  occupationName: '焊工',
  specialty: '',
  levelDigit,
});
const filed = (levels: ScopeLine['levelDigit'][], validUntil = '2029-01-04', filedOn = '2026-01-05'): FiledSite[] => [
  {
    siteCode: SITE,
    filingId: 'f1',
    organisationId: 'org-north',
    agencyName: '机构',
    siteName: '主厂区',
    regionCode: '230100',
    filedOn,
    validUntil,
    publicPhone: '',
    publicAddress: '',
    scope: levels.map(line),
  },
];
const days = (lines: readonly FiledLine[]): string[] =>
  lines.map(
    ({ levelDigit, filedOn, validUntil, isPast }) => `${levelDigit} ${filedOn} ${validUntil}${isPast ? ' past' : ''}`,
  );
const changed = (known: readonly FiledLine[], sites: FiledSite[], from: string) => {
  const { ended, going, begun } = changedLines(known, sites, from);
  return [...days(ended), ...days(going), ...days(begun)];
};

describe('scope history', () => {
  const first = changedLines([], filed(['3', '4']), '').begun;

  it('begins on the day of the filing, whenever its event comes', () => {
    expect(days(first)).toEqual(['3 2026-01-05 2029-01-04', '4 2026-01-05 2029-01-04']);
  });

  it('keeps the days of a line that is dropped, and lets what stays run on', () => {
    expect(changed(first, filed(['3', '2']), '2026-07-01')).toEqual([
      '4 2026-01-05 2026-06-30 past',
      '3 2026-01-05 2029-01-04',
      '2 2026-07-01 2029-01-04',
    ]);
  });

  it('is unchanged by the same filing told again', () => {
    expect(changed(first, filed(['3', '4']), '2026-07-01')).toEqual(days(first));
  });

  it('a renewal without a gap runs on; after a gap the line is filed anew, and the gap stays one', () => {
    expect(changed(first, filed(['3'], '2032-01-04', '2029-01-05'), '2029-01-05')).toContain('3 2026-01-05 2032-01-04');
    expect(changed(first, filed(['3'], '2032-02-29', '2029-03-01'), '2029-03-01')).toEqual([
      '3 2026-01-05 2029-01-04 past',
      '4 2026-01-05 2029-01-04 past',
      '3 2029-03-01 2032-02-29',
    ]);
  });
});
