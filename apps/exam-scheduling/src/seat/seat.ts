import { chinaDate, DomainError } from '@app/kernel';
import { movePlan, type Actor, type Plan, type Room } from '../plan/plan.js';

/** Sitters of one site on one day; five digits of the 准考证号. */
export const ADMISSION_SEQUENCE_MAX = 99_999;

export interface Seat {
  candidateId: string;
  room: string;
  seat: number;
  admissionNumber: string;
}

/** Numbers from 0 up to below `bound`, each as likely as any other. */
export type Draw = (bound: number) => number;

const WORD = 0x1_0000_0000;
const WARM_UP = 12;

/**
 * sfc32 (Chris Doty-Humphrey, PractRand): a small generator whose sequence follows from the seed alone, on every machine.
 * @param seed 32 hex digits
 */
export function drawFrom(seed: string): Draw {
  let [a = 0, b = 0, c = 0, counter = 0] = [0, 8, 16, 24].map((at) => Number.parseInt(seed.slice(at, at + 8), 16) | 0);
  const word = (): number => {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + result;
    return result >>> 0;
  };
  for (let round = 0; round < WARM_UP; round += 1) word();
  return (bound) => {
    // Words above the last whole multiple would favour small numbers.
    const limit = WORD - (WORD % bound);
    let value = word();
    while (value >= limit) value = word();
    return value % bound;
  };
}

/** Fisher–Yates on a copy. */
export function shuffled<T>(items: readonly T[], draw: Draw): T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}

/**
 * 准考证号, 18 characters: letter and sequence of the site (`Y000001`), exam day (`261212`), five digits that count the
 * sitters of that site on that day over all its plans. It says nothing about the person. The form is local
 * (domain.md §9.5).
 */
export function admissionNumber(siteCode: string, examOn: string, sequence: number): string {
  const site = siteCode.charAt(0) + siteCode.slice(7);
  return site + examOn.slice(2).replaceAll('-', '') + String(sequence).padStart(5, '0');
}

function* placesOf(rooms: readonly Room[]): Generator<{ room: string; seat: number }> {
  for (const { name, seats } of rooms) for (let seat = 1; seat <= seats; seat += 1) yield { room: name, seat };
}

/** Gives every candidate a seat, rooms filled in their order; the same input and seed give the same seats. */
export function seatCandidates(
  plan: Plan,
  candidateIds: readonly string[],
  seed: string,
  firstSequence: number,
): Seat[] {
  const order = shuffled([...candidateIds].sort(), drawFrom(seed));
  const places = placesOf(plan.rooms);
  return order.map((candidateId, index) => {
    const place = places.next();
    if (place.done) throw new DomainError('seat/too-few-seats', { candidates: order.length, seats: index });
    return {
      candidateId,
      ...place.value,
      admissionNumber: admissionNumber(plan.siteCode, plan.examOn, firstSequence + index),
    };
  });
}

/** @throws DomainError `seat/no-paper`, `seat/no-candidates`, `seat/too-few-seats`, `plan/exam-day-past` */
export function seatPlan(plan: Plan, candidates: number, seed: string, actor: Actor): Plan {
  const moved = movePlan(plan, 'seated', actor);
  if (chinaDate(actor.now) > plan.examOn) throw new DomainError('plan/exam-day-past');
  if (!plan.paper) throw new DomainError('seat/no-paper');
  if (candidates === 0) throw new DomainError('seat/no-candidates');
  const seats = plan.rooms.reduce((sum, room) => sum + room.seats, 0);
  if (candidates > seats) throw new DomainError('seat/too-few-seats', { candidates, seats });
  return { ...moved, seatingSeed: seed };
}
