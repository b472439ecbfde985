import { expect, it } from '@jest/globals';
import type { Look } from './holder-api.ts';
import { groupLooks } from './looks.ts';

const look = (id: string, at: string, rest: Partial<Look> = {}): Look => ({
  id,
  at,
  asker: 'public',
  way: 'facts',
  certificateIds: ['c1'],
  ...rest,
});

it('looks that are alike are one line of their day in China, with the newest in front', () => {
  const groups = groupLooks([
    look('5', '2026-11-23T16:30:00Z'),
    look('4', '2026-11-23T15:59:00Z', { certificateIds: ['c2'] }),
    look('3', '2026-11-23T15:00:00Z'),
    look('2', '2026-11-23T02:00:00Z', { asker: 'organisation', organisationName: 'A' }),
    look('1', '2026-11-23T01:00:00Z'),
  ]);
  expect(groups.map(({ id, day, times }) => [id, day, times])).toEqual([
    ['5', '2026-11-24', 1],
    ['4', '2026-11-23', 1],
    ['3', '2026-11-23', 2],
    ['2', '2026-11-23', 1],
  ]);
});
