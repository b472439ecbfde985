import { setImmediate } from 'node:timers/promises';
import { DomainError } from '@app/kernel';

/** Rounds under way: while they run, the next things come together; with one alone, nobody works while it waits. */
const ROUNDS_AT_ONCE = 2;
/** Things that may wait; beyond it the database does not keep up and requests are refused. */
const WAITING_MAX = 10_000;

interface Asked<T, R> {
  thing: T;
  done: (result: R) => void;
  failed: (error: unknown) => void;
}

/**
 * Does in one round what is asked for at the same time, so that under load each costs a share of a statement.
 * @param atOnce most of one round
 * @param round results in the order of the things; when it fails, all who asked are told
 * @throws DomainError `service/unavailable` when too many wait
 */
export function gather<T, R>(
  atOnce: number,
  round: (things: readonly T[]) => Promise<readonly R[]>,
): (thing: T) => Promise<R> {
  let waiting: Asked<T, R>[] = [];
  let rounds = 0;

  async function doAll(): Promise<void> {
    rounds += 1;
    for (;;) {
      // Requests that have come with this turn of the loop, but were not read yet, join.
      await setImmediate();
      const together = waiting.slice(0, atOnce);
      waiting = waiting.slice(atOnce);
      if (together.length === 0) break;
      try {
        const results = await round(together.map(({ thing }) => thing));
        if (results.length !== together.length) throw new Error('a round without a result for each');
        for (const [at, { done }] of together.entries()) done(results[at] as R);
      } catch (error) {
        for (const { failed } of together) failed(error);
      }
    }
    rounds -= 1;
  }

  return (thing) => {
    if (waiting.length >= WAITING_MAX) return Promise.reject(new DomainError('service/unavailable'));
    return new Promise((done, failed) => {
      waiting.push({ thing, done, failed });
      if (rounds < ROUNDS_AT_ONCE) void doAll();
    });
  };
}
