import { describe, expect, it } from '@jest/globals';
import { checkNumbers, withKnown, type ImportGround } from './number-import.js';
import { formatOn, requireFormat, type NumberFormat } from './number-format.js';
import { voidEntry } from './number-void.js';

const SITE = 'S012323000001';
const ground: ImportGround = { sites: new Set([SITE]), today: '2026-12-01', formats: [] };
const rulesOf = (texts: string[], more: Partial<ImportGround> = {}) =>
  checkNumbers(
    texts.map((text, index) => ({ row: index + 2, text })),
    { ...ground, ...more },
  ).refused.map(({ row, field, rule }) => [row, field, rule]);

describe('an imported number', () => {
  it.each([
    ['in order', `${SITE}263000001`, null],
    ['with spaces, full width and an apostrophe', ` ’ｓ0123 23000001 263000001 `, null],
    ['of next year', `${SITE}273000001`, null],
    ['empty', ' ', ['number', 'empty']],
    ['too short', `${SITE}26300001`, ['number', 'length']],
    ['of 16 digits, the old scheme', '2623001234300001', ['number', 'other-scheme']],
    ['of a kind that is not known', `Q012323000001263000001`, ['siteCode', 'kind']],
    ['of a province that is none', 'S012399000001263000001', ['siteCode', 'province']],
    ['of a body that filed with the province', 'S000023000001263000001', ['siteCode', 'not-ministry']],
    ['of somebody else’s site', 'S012323000002263000001', ['siteCode', 'foreign-site']],
    ['of a level that is none', `${SITE}266000001`, ['level', 'level']],
    ['with serial zero', `${SITE}263000000`, ['serial', 'serial']],
    ['of last year', `${SITE}253000001`, ['year', 'year']],
    ['of the year after next', `${SITE}283000001`, ['year', 'year']],
    ['of a 特级技师, whose form nobody confirmed', `${SITE}26T000001`, ['level', 'format-open']],
  ])('%s', (_what, text, fault) => {
    expect(rulesOf([text])).toEqual(fault ? [[2, ...fault]] : []);
  });

  it('that stands twice in a file goes in once, and the second row names the first', () => {
    const { good, refused } = checkNumbers(
      [
        { row: 2, text: `${SITE}263000001` },
        { row: 9, text: `${SITE}263000001 ` },
      ],
      ground,
    );
    expect(good.map(({ row }) => row)).toEqual([2]);
    expect(refused).toEqual([expect.objectContaining({ row: 9, rule: 'duplicate-in-file', zh: '与第 2 行重复' })]);
  });

  it('that the register knows comes back in the order of the rows', () => {
    const number = (serial: number) => `${SITE}26300000${serial}`;
    const checked = checkNumbers(
      [1, 2, 3].map((serial) => ({ row: serial + 1, text: serial === 2 ? 'x' : number(serial) })),
      ground,
    );
    const { good, refused } = withKnown(checked, new Map([[number(1), 'already-used' as const]]));
    expect([good.map(({ row }) => row), refused.map(({ row, rule }) => [row, rule])]).toEqual([
      [4],
      [
        [2, 'already-used'],
        [3, 'length'],
      ],
    ]);
  });

  it('is never repeated in what is said of it', () => {
    const text = '230102199003070012';
    const { refused } = checkNumbers([{ row: 2, text }], ground);
    expect(refused).toHaveLength(1);
    expect(JSON.stringify(refused)).not.toContain(text);
  });
});

describe('the form of a number that the customer has to confirm', () => {
  const special: NumberFormat = {
    scheme: 'special-technician',
    from: '2027-01-01',
    until: '2028-12-31',
    letter: 'T',
    source: '文件',
  };

  it('holds from its first to its last day, and for its scheme alone', () => {
    const on = (day: string) => formatOn([special], 'special-technician', day)?.letter;
    expect(['2026-12-31', '2027-01-01', '2028-12-31', '2029-01-01'].map(on)).toEqual([undefined, 'T', 'T', undefined]);
    expect(formatOn([special], 'specific-skill', '2027-06-01')).toBeUndefined();
  });

  it('when none is in force: a named refusal, and no number', () => {
    for (const scheme of ['special-technician', 'chief-technician', 'specific-skill'] as const) {
      expect(() => requireFormat([], scheme, '2026-12-01')).toThrow('number/format-open');
    }
  });

  it('in force: such numbers are imported', () => {
    const inForce = { today: '2027-06-01', formats: [special] };
    expect(rulesOf([`${SITE}27T000001`], inForce)).toEqual([]);
    expect(rulesOf([`${SITE}27T000001`], { ...inForce, formats: [{ ...special, letter: 'U' }] })).toEqual([
      [2, 'level', 'format-open'],
    ]);
  });
});

it('a void says in the log which serial, and why by class alone', () => {
  const voided = { number: `${SITE}263000007`, siteCode: SITE, year: 2026, level: '3', serial: 7 };
  expect(voidEntry(voided, 'test-run', '2026-12-01T02:00:00.000Z')).toEqual({
    type: 'number-voided',
    site: SITE,
    year: '26',
    level: '3',
    serial: 7,
    reason: 'test-run',
    at: '2026-12-01T02:00:00.000Z',
  });
});
