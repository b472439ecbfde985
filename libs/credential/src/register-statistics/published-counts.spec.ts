import { describe, expect, it } from '@jest/globals';
import { countsText, publishCounts, type Carried } from './published-counts.js';
import { RegisterFacts, type FactCount } from './register-facts.js';

const DAY = '2026-11-02';
const fact = (
  site: string,
  code: string,
  count: number,
  level = '3',
  kind: FactCount['kind'] = 'issued',
): FactCount => ({
  day: DAY,
  kind,
  site,
  code,
  edition: '2022',
  level,
  count,
});
const lines = (facts: FactCount[], carried: Carried[] = []) =>
  countsText(DAY, publishCounts(facts, carried).counts).trimEnd().split('\n').slice(1);

describe('published counts', () => {
  it('shows five alone, puts smaller ones together by site, then by level, and carries on what is still too little', () => {
    expect(
      lines([fact('A', 'x', 5), fact('A', 'y', 4), fact('A', 'z', 1), fact('B', 'x', 4), fact('C', 'x', 1)]),
    ).toEqual(['issued A x 2022 3 5', 'issued A - - 3 5', 'issued - - - 3 5']);
    expect(publishCounts([fact('A', 'x', 4), fact('B', 'x', 2, '4')], [])).toEqual({
      counts: [],
      carried: [
        { kind: 'issued', level: '3', count: 4 },
        { kind: 'issued', level: '4', count: 2 },
      ],
    });
  });

  it('publishes what earlier days left over once it is enough, with no site and no occupation', () => {
    const earlier: Carried[] = [
      { kind: 'issued', level: '3', count: 4 },
      { kind: 'revoked', level: '3', count: 3 },
    ];
    const { counts, carried } = publishCounts([fact('A', 'x', 1)], earlier);
    expect(counts).toEqual([{ kind: 'issued', site: '', code: '', edition: '', level: '3', count: 5 }]);
    expect(carried).toEqual([{ kind: 'revoked', level: '3', count: 3 }]);
  });

  it('loses nothing and shows nothing below five, whatever the counts are', () => {
    let seed = 7;
    const draw = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    let carried: Carried[] = [];
    for (let day = 0; day < 300; day += 1) {
      const facts = Array.from({ length: draw(9) }, (_, index) =>
        fact(
          'ABC'.charAt(draw(3)),
          `${index}`,
          1 + draw(7),
          '543'.charAt(draw(3)),
          draw(4) === 0 ? 'revoked' : 'issued',
        ),
      );
      const before = [...facts, ...carried].reduce((total, { count }) => total + count, 0);
      const published = publishCounts(facts, carried);
      const after = [...published.counts, ...published.carried].reduce((total, { count }) => total + count, 0);
      expect(after).toBe(before);
      expect(published.counts.every(({ count }) => count >= 5)).toBe(true);
      expect(published.carried.every(({ count }) => count < 5)).toBe(true);
      carried = published.carried;
    }
  });

  it('does not depend on the order in which the facts came', () => {
    const facts = [fact('B', 'x', 6), fact('A', 'y', 3), fact('A', 'x', 9), fact('C', 'z', 4, '5')];
    expect(publishCounts(facts.toReversed(), []).counts).toEqual(publishCounts(facts, []).counts);
  });
});

describe('facts of the register', () => {
  const at = '2026-11-02T02:00:00Z';
  const block = (issuedOn: string) =>
    ({
      type: 'certificate-block',
      basis: 'assessment',
      filing: 'f',
      site: 'Y000023000001',
      subject: ['6-18-02-04', '2022', '电焊工', '3'],
      issuedOn,
      count: 1,
      kid: 'k',
      at,
    }) as const;
  const certificate = (id: string, replaces?: string) =>
    ({ type: 'certificate', id, candidate: 'c', paper: 'p', facts: 'f', ...(replaces ? { replaces } : {}) }) as const;
  const status = (id: string, to: 'revoked' | 'replaced') =>
    ({ type: 'certificate-status', id, status: to, reason: 'fraud', on: '2026-11-03', at }) as const;
  const cell = { site: 'Y000023000001', code: '6-18-02-04', edition: '2022', level: '3' };

  it('counts a certificate once however often it is corrected, and each end where the certificate was issued', () => {
    const facts = new RegisterFacts();
    for (const entry of [block('2026-11-02'), certificate('a'), certificate('b')]) facts.add(entry);
    for (const entry of [status('a', 'replaced'), block('2026-11-02'), certificate('c', 'a')]) facts.add(entry);
    facts.add(status('c', 'revoked'));
    facts.add(status('from-before-the-log', 'revoked'));
    expect(facts.takeUntil('2026-11-02')).toEqual([{ day: '2026-11-02', kind: 'issued', ...cell, count: 2 }]);
    expect(facts.takeUntil('2026-11-03')).toEqual([
      { day: '2026-11-03', kind: 'replaced', ...cell, count: 1 },
      { day: '2026-11-03', kind: 'revoked', ...cell, count: 1 },
    ]);
    expect(facts.takeUntil('2026-11-03')).toEqual([]);
  });

  it('gives a fact that came too late for its own day with the next', () => {
    const facts = new RegisterFacts();
    for (const entry of [block('2026-11-02'), certificate('a')]) facts.add(entry);
    expect(facts.takeUntil('2026-11-01')).toEqual([]);
    expect(facts.takeUntil('2026-11-04')).toHaveLength(1);
  });
});
