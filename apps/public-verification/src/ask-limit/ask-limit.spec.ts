import { describe, expect, it } from '@jest/globals';
import { AskCounter } from './ask-counter.js';
import { decideAsk, subjectsOf } from './ask-limit.js';
import { networkOf } from './network.js';
import { SPENT_PROOFS_MAX, SpentProofs } from './spent-proofs.js';

const limits = { freePerAddress: 60, ceilingPerAddress: 600, freePerSubject: 20, proofBits: 14 };

describe('whom an address stands for', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s: %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('what an ask has to bring', () => {
  it.each([
    [{ address: 60, subject: 20 }, { kind: 'free' }],
    [
      { address: 60.5, subject: 1 },
      { kind: 'prove', bits: 14 },
    ],
    [
      { address: 120, subject: 1 },
      { kind: 'prove', bits: 15 },
    ],
    [
      { address: 480, subject: 1 },
      { kind: 'prove', bits: 17 },
    ],
    [
      { address: 1, subject: 21 },
      { kind: 'prove', bits: 14 },
    ],
    [
      { address: 1, subject: 65_000 },
      { kind: 'prove', bits: 22 },
    ],
    [{ address: 601, subject: 1 }, { kind: 'refuse' }],
  ])('%j: %j', (counts, decision) => {
    expect(decideAsk(counts, limits)).toEqual(decision);
  });

  it('a fact is the same however it is typed, and a fact of another kind is another', () => {
    expect(subjectsOf({}, { certificateNumber: ' y0000２3', documentNumber: 'Y000023', name: '张三' })).toEqual([
      'certificateNumber Y000023',
      'documentNumber Y000023',
    ]);
    expect(subjectsOf({ token: 'Ab_1' }, undefined)).toEqual(['token Ab_1']);
    expect(subjectsOf(null, { certificateNumber: ['x'], documentNumber: 3 })).toEqual([]);
    expect(subjectsOf({}, { certificateNumber: 'x'.repeat(1_000_000) })[0]?.length).toBeLessThan(100);
  });
});

describe('the counter', () => {
  const counter = (): AskCounter => new AskCounter(1000, [11, 22]);

  it('slides: what was counted in the window before weighs less and less, and then nothing', () => {
    const asks = counter();
    for (let each = 0; each < 10; each += 1) asks.count('a', 5000);
    expect(asks.count('a', 5999)).toBe(11);
    expect(asks.count('a', 6500)).toBeCloseTo(1 + 11 / 2);
    expect(asks.count('a', 9000)).toBe(1);
  });

  it('a flood of 100,000 other names makes nobody’s count too low, and few too high', () => {
    const asks = counter();
    for (let each = 0; each < 5; each += 1) asks.count('a', 5000);
    for (let each = 0; each < 100_000; each += 1) asks.count(`flood ${each}`, 5000);
    expect(asks.count('a', 5000)).toBeGreaterThanOrEqual(6);
    const fresh = Array.from({ length: 1000 }, (_, each) => asks.count(`new ${each}`, 5000));
    expect(fresh.filter((count) => count > 3).length).toBeLessThan(20);
  });
});

describe('spent proofs', () => {
  it('are spent once, for as long as the challenge lives, and no more are taken than can be remembered', () => {
    const spent = new SpentProofs(1000);
    expect([spent.spend('a', 5000), spent.spend('a', 5000), spent.spend('a', 6500)]).toEqual([true, false, false]);
    expect(spent.spend('a', 9000)).toBe(true);
    for (let each = 1; each < SPENT_PROOFS_MAX; each += 1) spent.spend(String(each), 9000);
    expect(spent.spend('one too many', 9000)).toBe(false);
  });
});
