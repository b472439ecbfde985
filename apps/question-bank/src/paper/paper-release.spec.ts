import { expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import { openPaper, orderPaper, releasePaper } from './paper.js';

const codeOf = (decide: () => unknown): string => {
  try {
    decide();
    return 'allowed';
  } catch (error) {
    return (error as DomainError).code;
  }
};
const order = orderPaper({
  planId: '0198f000-0000-7000-8000-000000000001',
  subject: {
    occupationCode: '6-18-02-04',
    occupationEdition: '2015',
    occupationName: '焊工',
    specialty: '电焊工',
    levelDigit: '3',
  },
  examOn: '2026-12-12',
});

it('a paper is released by two persons, in their order, and not before the time', () => {
  const rules = { leadHours: 2 };
  const sealed = { ...order, state: 'sealed', contentSealed: 'c', contentSha256: 'd' } as const;
  const on = (subject: string, now = '2026-12-11T14:00:00Z') => ({ subject, now: new Date(now) });
  expect(codeOf(() => releasePaper(sealed, rules, on('first', '2026-12-11T13:59:59Z')))).toBe('paper/too-early');
  const asked = releasePaper(sealed, rules, on('first'));
  expect(asked).toMatchObject({ state: 'sealed', releaseAskedBy: 'first', releasedBy: null });
  expect(codeOf(() => openPaper(asked, String, () => 'd'))).toBe('paper/not-released');
  expect(codeOf(() => releasePaper(asked, rules, on('first')))).toBe('access/same-person');
  const released = releasePaper(asked, rules, on('second'));
  expect(released).toMatchObject({ state: 'released', releaseAskedBy: 'first', releasedBy: 'second' });
  expect(codeOf(() => releasePaper(released, rules, on('third')))).toBe('paper/illegal-transition');
  expect(
    openPaper(
      released,
      () => '{"items":[]}',
      () => 'd',
    ),
  ).toEqual({ items: [] });
  expect(() =>
    openPaper(
      released,
      () => '{"items":[1]}',
      () => 'other',
    ),
  ).toThrow(/not the one that was sealed/);
});
