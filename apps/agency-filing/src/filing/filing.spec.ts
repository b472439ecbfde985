import { describe, expect, it } from '@jest/globals';
import { DomainError, unreachableStates } from '@app/kernel';
import {
  completeFiling,
  draftFiling,
  FILING_STATES,
  lastDayOfValidity,
  reviewByCity,
  reviewByProvince,
  reviseFiling,
  submitFiling,
  TRANSITIONS,
  withdrawFiling,
  type Actor,
  type Filing,
  type FilingContent,
  type FilingState,
} from './filing.js';

const rules = { publicityWorkingDays: 5, validityYears: 3 };
const content: FilingContent = {
  agencyName: '哈尔滨北方焊接装备有限公司',
  creditCode: '91230100MA00000130',
  kind: 'employer',
  jurisdiction: '230100',
  sites: [{ siteId: 'main', name: '主厂区', regionCode: '230100', address: '某路 1 号' }],
  scope: [
    {
      siteId: 'main',
      occupationCode: '6-18-02-04',
      occupationEdition: '',
      occupationName: '',
      specialty: '电焊工',
      levelDigit: '3',
    },
  ],
};
const at = (subject: string, instant = '2026-11-23T02:00:00Z'): Actor => ({ subject, now: new Date(instant) });
const inState = (state: FilingState): Filing => ({
  ...draftFiling('f1', 'org-north', content),
  state,
  publicityUntil: '2026-11-20',
});
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('filing', () => {
  it('reaches every state from a draft', () => {
    expect(unreachableStates(TRANSITIONS, 'draft')).toEqual([]);
  });

  it('allows each decision in exactly the states its table row lists', () => {
    const decisions: Record<string, { to: FilingState; run: (filing: Filing) => Filing }> = {
      submit: { to: 'submitted', run: (filing) => submitFiling(filing, at('clerk')) },
      withdraw: { to: 'withdrawn', run: (filing) => withdrawFiling(filing, at('clerk')) },
      cityPass: { to: 'city-passed', run: (f) => reviewByCity(f, { decision: 'pass', opinion: '' }, at('city')) },
      publicity: {
        to: 'in-publicity',
        run: (f) => reviewByProvince(f, { decision: 'pass', opinion: '' }, rules, at('province')),
      },
      complete: { to: 'filed', run: (filing) => completeFiling(filing, rules, at('province-2')) },
    };
    for (const [name, { to, run }] of Object.entries(decisions)) {
      for (const state of FILING_STATES) {
        const expected = TRANSITIONS[state].includes(to) ? 'allowed' : 'filing/illegal-transition';
        expect([name, state, codeOf(() => run(inState(state)))]).toEqual([name, state, expected]);
      }
    }
  });

  it('names every wrong line of the content', () => {
    const wrong: FilingContent = {
      ...content,
      creditCode: '91230100MA00000131',
      scope: [
        ...content.scope,
        { ...content.scope[0]!, siteId: 'nowhere' },
        { ...content.scope[0]!, specialty: '绣花' },
      ],
    };
    try {
      draftFiling('f1', 'org-north', wrong);
      throw new Error('the content was taken');
    } catch (error) {
      const faults = (error as DomainError).faults.map(({ field, rule }) => `${field} ${rule}`);
      expect(faults).toEqual(['/creditCode checksum', '/scope/1/siteId unknown-site', '/scope/2 unknown-specialty']);
    }
  });

  it('is not filed before the last day of publicity is over, and not by the person who approved it', () => {
    const passed = reviewByCity(
      submitFiling(draftFiling('f1', 'o', content), at('clerk')),
      { decision: 'pass', opinion: '' },
      at('city'),
    );
    const posted = reviewByProvince(passed, { decision: 'pass', opinion: '' }, rules, at('p1'));
    expect(posted.publicityUntil).toBe('2026-11-30');
    expect(codeOf(() => completeFiling(posted, rules, at('p2', '2026-11-30T15:59:59Z')))).toBe(
      'filing/publicity-running',
    );
    expect(codeOf(() => completeFiling(posted, rules, at('p1', '2026-12-01T00:00:00Z')))).toBe('access/same-person');
    const filed = completeFiling(posted, rules, at('p2', '2026-11-30T16:00:00Z'));
    expect([filed.filedOn, filed.validUntil]).toEqual(['2026-12-01', '2029-11-30']);
  });

  it('keeps its history when a clerk revises it, and refuses a revision under review', () => {
    const returned = reviewByCity(inState('submitted'), { decision: 'return', opinion: '缺场地证明' }, at('city'));
    expect(reviseFiling(returned, content).history).toHaveLength(1);
    expect(codeOf(() => reviseFiling(inState('submitted'), content))).toBe('filing/not-editable');
  });

  it('is valid to the day before the same date, also from 29 February', () => {
    expect(lastDayOfValidity('2028-02-29', 3)).toBe('2031-02-28');
  });
});
