import { describe, expect, it } from '@jest/globals';
import type { DomainError } from '@app/kernel';
import type { Plan } from '../plan/plan.js';
import { admissionNumber, drawFrom, seatCandidates, seatPlan, shuffled } from './seat.js';

const SEED = '000102030405060708090a0b0c0d0e0f';
const plan = {
  state: 'approved',
  history: [],
  siteCode: 'Y000023000001',
  examOn: '2026-12-12',
  rooms: [
    { name: '一', seats: 2 },
    { name: '二', seats: 3 },
  ],
  paper: { paperId: 'p', contentSha256: '', itemCount: 1, sealedAt: '' },
} as unknown as Plan;
const actor = { subject: 'clerk', now: new Date('2026-12-01T02:00:00Z') };

describe('seat', () => {
  it('gives the same seats for the same seed, whatever order the candidates come in, and others for another seed', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const seats = seatCandidates(plan, ids, SEED, 7);
    expect(seatCandidates(plan, ids.toReversed(), SEED, 7)).toEqual(seats);
    expect(seats.map(({ room, seat }) => `${room}${seat}`)).toEqual(['一1', '一2', '二1', '二2', '二3']);
    expect(seats.map((seat) => seat.admissionNumber.slice(-5))).toEqual(['00007', '00008', '00009', '00010', '00011']);
    expect(seats.map((seat) => seat.candidateId).sort()).toEqual(ids);
    const orders = new Set(
      Array.from({ length: 20 }, (_, index) =>
        seatCandidates(plan, ids, SEED.replace('0f', String(index + 10)), 1)
          .map((seat) => seat.candidateId)
          .join(''),
      ),
    );
    expect(orders.size).toBeGreaterThan(10);
  });

  it('puts everyone in every place about equally often', () => {
    const draw = drawFrom(SEED);
    const firsts = new Map<string, number>();
    for (let round = 0; round < 6_000; round += 1) {
      const [first = ''] = shuffled(['a', 'b', 'c'], draw);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // Three standard deviations of 6,000 draws of probability 1/3 are 110.
    for (const count of firsts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(110);
  });

  it('makes admission numbers of site, day and sequence, different for the two kinds of body', () => {
    expect(admissionNumber('Y000023000001', '2026-12-12', 42)).toBe('Y00000126121200042');
    expect(admissionNumber('S000023000001', '2026-12-12', 42)).not.toBe(
      admissionNumber('Y000023000001', '2026-12-12', 42),
    );
  });

  it('needs a paper, a candidate and a seat for each', () => {
    const codeOf = (change: Partial<Plan>, candidates: number): string => {
      try {
        return seatPlan({ ...plan, ...change }, candidates, SEED, actor).state;
      } catch (error) {
        return (error as DomainError).code;
      }
    };
    expect(codeOf({ paper: null }, 1)).toBe('seat/no-paper');
    expect(codeOf({}, 0)).toBe('seat/no-candidates');
    expect(codeOf({}, 6)).toBe('seat/too-few-seats');
    expect(codeOf({}, 5)).toBe('seated');
  });
});
