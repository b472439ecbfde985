import { describe, expect, it } from '@jest/globals';
import { setImmediate } from 'node:timers/promises';
import { gather } from './gather.js';

/** A round begins at the end of a turn. */
async function turn(): Promise<void> {
  await setImmediate();
  await setImmediate();
}

describe('gather', () => {
  /** Doubles its keys when it is told to. */
  function doubler() {
    const rounds: { keys: readonly number[]; answer: () => void; fail: () => void }[] = [];
    const ask = gather<number, number>(
      200,
      (keys) =>
        new Promise((resolve, reject) => {
          rounds.push({
            keys,
            answer: () => resolve(keys.map((key) => 2 * key)),
            fail: () => reject(new Error('down')),
          });
        }),
    );
    return { ask, rounds };
  }

  it('does in one round, and no empty one, what is asked in one turn, each with its own result', async () => {
    const { ask, rounds } = doubler();
    const answers = Promise.all([ask(1), ask(2), ask(2)]);
    await turn();
    expect(rounds.map(({ keys }) => keys)).toEqual([[1, 2, 2]]);
    rounds[0]?.answer();
    await expect(answers).resolves.toEqual([2, 4, 4]);
  });

  it('has two rounds under way at most, of 200 at most; the rest waits and comes together', async () => {
    const { ask, rounds } = doubler();
    const answers = Promise.all(Array.from({ length: 500 }, (_, key) => ask(key)));
    await turn();
    const later = ask(1_000);
    await turn();
    expect(rounds.map(({ keys }) => keys.length)).toEqual([200, 200]);
    rounds[0]?.answer();
    await turn();
    expect(rounds.map(({ keys }) => keys.length)).toEqual([200, 200, 101]);
    rounds[1]?.answer();
    rounds[2]?.answer();
    await expect(answers).resolves.toEqual(Array.from({ length: 500 }, (_, key) => 2 * key));
    await expect(later).resolves.toBe(2_000);
  });

  it('tells everyone of a round that failed, and goes on with the next', async () => {
    const { ask, rounds } = doubler();
    const lost = Promise.allSettled([ask(1), ask(2)]);
    await turn();
    rounds[0]?.fail();
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const answer = ask(3);
    await turn();
    rounds[1]?.answer();
    await expect(answer).resolves.toBe(6);
  });

  it('refuses when too many wait', async () => {
    const { ask, rounds } = doubler();
    const answers = Array.from({ length: 10_400 }, (_, key) => ask(key).catch(() => -1));
    await expect(ask(0)).rejects.toMatchObject({ code: 'service/unavailable' });
    await turn();
    for (let at = 0; at < 60; at += 1) {
      rounds[at]?.answer();
      await turn();
    }
    expect((await Promise.all(answers)).filter((value) => value >= 0)).toHaveLength(10_000);
  });
});
