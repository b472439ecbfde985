import { describe, expect, it } from '@jest/globals';
import { keepBriefly } from './keep-briefly.js';

const MINUTE_MS = 60_000;

describe('keep briefly', () => {
  it('loads once for all who ask at the same time and afterwards', async () => {
    let loads = 0;
    const kept = keepBriefly(MINUTE_MS, async () => (loads += 1));
    expect(await Promise.all([kept(), kept()])).toEqual([1, 1]);
    expect(await kept()).toBe(1);
  });

  it('loads again when the time is over', async () => {
    let loads = 0;
    const kept = keepBriefly(0, async () => (loads += 1));
    expect([await kept(), await kept()]).toEqual([1, 2]);
  });

  it('does not keep a failure', async () => {
    let loads = 0;
    const kept = keepBriefly(MINUTE_MS, async () => {
      loads += 1;
      if (loads === 1) throw new Error('the database is away');
      return loads;
    });
    await expect(kept()).rejects.toThrow('the database is away');
    expect(await kept()).toBe(2);
  });
});
