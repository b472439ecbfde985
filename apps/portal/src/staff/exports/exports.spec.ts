import { describe, expect, it } from '@jest/globals';
import { EXPORT_KINDS, fieldFaultsOf, kindsToAsk, mayHaveFullDocuments, offerFor, timeLeft } from './exports.ts';

const [candidates, certificates] = EXPORT_KINDS;
if (!candidates || !certificates) throw new Error('two kinds');
const request = { state: 'ready', askedBy: 'me', downloads: 0, downloadsMax: 3 } as const;
const me = { id: 'me', roles: ['agency-clerk'] };
const reviewer = { id: 'other', roles: ['agency-reviewer'] };

describe('what may be asked for', () => {
  it.each([
    [['agency-clerk'], ['candidates', 'certificates']],
    [['city-officer'], ['certificates']],
    [['auditor'], []],
  ])('by %s: %s', (roles, expected) => {
    expect(kindsToAsk(roles).map(({ name }) => name)).toEqual(expected);
  });

  it('whole document numbers of candidates are for the administrator', () => {
    expect(mayHaveFullDocuments(candidates, ['agency-admin'])).toBe(true);
    expect(mayHaveFullDocuments(candidates, ['agency-clerk'])).toBe(false);
    expect(mayHaveFullDocuments(certificates, ['agency-admin'])).toBe(false);
  });
});

describe('what can be done with a request', () => {
  it.each([
    ['the asker fetches it', request, me, 'download'],
    ['the asker has fetched it often enough', { ...request, downloads: 3 }, me, 'used-up'],
    ['nobody else fetches it', request, reviewer, 'not-yours'],
    ['the asker waits', { ...request, state: 'awaiting-approval' }, me, 'own-waits'],
    ['a second person decides', { ...request, state: 'awaiting-approval' }, reviewer, 'decide'],
    ['another clerk does not', { ...request, state: 'awaiting-approval' }, { ...me, id: 'x' }, 'not-yours'],
    ['a refused one is over', { ...request, state: 'refused' }, me, 'over'],
    ['an expired one is over', { ...request, state: 'expired' }, me, 'over'],
  ] as const)('%s', (_name, asked, self, expected) => {
    expect(offerFor(asked, candidates, self)).toBe(expected);
  });
});

describe('the time left', () => {
  const now = new Date('2026-11-27T00:00:00Z');
  it.each([
    ['2026-11-27T00:00:30Z', undefined],
    ['2026-11-26T00:00:00Z', undefined],
    ['not a time', undefined],
    ['2026-11-27T00:59:59Z', { n: 59, unit: 'minutes' }],
    ['2026-11-28T00:00:00Z', { n: 24, unit: 'hours' }],
    ['2026-11-30T00:00:00Z', { n: 3, unit: 'days' }],
  ])('until %s', (until, expected) => {
    expect(timeLeft({ expiresAt: until, askedAt: '2026-11-01T00:00:00Z' }, now)).toEqual(expected);
  });

  it('is never more than was given, on whatever clock', () => {
    const asked = { askedAt: '2026-12-21T00:00:00Z', expiresAt: '2026-12-22T00:00:00Z' };
    expect(timeLeft(asked, now)).toEqual({ n: 24, unit: 'hours' });
    expect(timeLeft({ ...asked, decidedAt: '2026-12-21T12:00:00Z' }, now)).toEqual({ n: 12, unit: 'hours' });
  });
});

describe('a refusal', () => {
  const problem = (code: string, fields: string[] = []) => ({
    type: `urn:jiangzheng:problem:${code}`,
    title: '',
    titles: { 'zh-CN': '中', en: 'en' },
    status: 422,
    instance: '',
    errors: fields.map((field) => ({ field, rule: 'r', zh: '错', en: 'wrong' })),
  });

  it('stands at the field it is about', () => {
    const of = (code: string, fields?: string[]) => fieldFaultsOf(problem(code, fields)).map(({ field }) => field);
    expect(of('export/too-many-rows')).toEqual(['about']);
    expect(of('request/invalid', ['/filter/planId', '/purpose', '/kind'])).toEqual(['about', 'purpose']);
    expect(of('export/busy')).toEqual([]);
  });
});
