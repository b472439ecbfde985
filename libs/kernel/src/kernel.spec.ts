import { describe, expect, it } from '@jest/globals';
import { assertTransition, chinaDate, DomainError, newId, startOfChinaDay, unreachableStates } from './index.js';

describe('kernel', () => {
  it('counts days in China: 16:00 UTC is the next day', () => {
    expect(chinaDate(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12-31');
    expect(chinaDate(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
    expect(startOfChinaDay('2027-01-01').toISOString()).toBe('2026-12-31T16:00:00.000Z');
  });

  it('ids of one process sort in the order they were made, ten thousand in the same few milliseconds too', () => {
    const ids = Array.from({ length: 10_000 }, () => newId());
    expect(ids.toSorted()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
  });

  it('makes UUIDs of version 7 that sort by time', () => {
    const earlier = newId(1_700_000_000_000);
    const later = newId(1_700_000_000_001);
    expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(earlier < later).toBe(true);
    expect(parseInt(earlier.replaceAll('-', '').slice(0, 12), 16)).toBe(1_700_000_000_000);
  });

  it('refuses a move the table does not list, naming both states', () => {
    const table = { a: ['b'], b: [], c: ['a'] } as const;
    expect(() => assertTransition('thing', table, 'a', 'b')).not.toThrow();
    expect(() => assertTransition('thing', table, 'b', 'a')).toThrow(new DomainError('thing/illegal-transition'));
    expect(unreachableStates(table, 'a')).toEqual(['c']);
  });
});
