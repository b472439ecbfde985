import { setImmediate } from 'node:timers/promises';
import { gather } from './gather.js';

describe('gather', () => {
  /** Doubles its keys when it is told to. */
  function doubler() {
    const loads: { keys: readonly number[]; answer: () => void; fail: () => void }[] = [];
    const ask = gather<number, number>(
      (keys) =>
        new Promise((resolve, reject) => {
          loads.push({
            keys,
            answer: () => resolve(keys.map((key) => 2 * key)),
            fail: () => reject(new Error('down')),
          });
        }),
    );
    return { ask, loads };
  }

  it('answers keys of one turn by one load, each with its own value', async () => {
    const { ask, loads } = doubler();
    const answers = Promise.all([ask(1), ask(2), ask(2)]);
    await setImmediate();
    expect(loads.map(({ keys }) => keys)).toEqual([[1, 2, 2]]);
    loads[0]?.answer();
    await expect(answers).resolves.toEqual([2, 4, 4]);
  });

  it('has two loads under way at most, of 200 keys at most; the rest waits and comes together', async () => {
    const { ask, loads } = doubler();
    const answers = Promise.all(Array.from({ length: 500 }, (_, key) => ask(key)));
    await setImmediate();
    const later = ask(1_000);
    await setImmediate();
    expect(loads.map(({ keys }) => keys.length)).toEqual([200, 200]);
    loads[0]?.answer();
    await setImmediate();
    expect(loads.map(({ keys }) => keys.length)).toEqual([200, 200, 101]);
    loads[1]?.answer();
    loads[2]?.answer();
    await expect(answers).resolves.toEqual(Array.from({ length: 500 }, (_, key) => 2 * key));
    await expect(later).resolves.toBe(2_000);
  });

  it('tells every asker of a load that failed, and goes on with the next', async () => {
    const { ask, loads } = doubler();
    const lost = Promise.allSettled([ask(1), ask(2)]);
    await setImmediate();
    loads[0]?.fail();
    expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const answer = ask(3);
    await setImmediate();
    loads[1]?.answer();
    await expect(answer).resolves.toBe(6);
  });

  it('refuses when too many wait', async () => {
    const { ask, loads } = doubler();
    const answers = Array.from({ length: 10_400 }, (_, key) => ask(key).catch(() => -1));
    await expect(ask(0)).rejects.toMatchObject({ code: 'service/unavailable' });
    await setImmediate();
    for (let at = 0; at < 60; at += 1) {
      loads[at]?.answer();
      await setImmediate();
    }
    expect((await Promise.all(answers)).filter((value) => value >= 0)).toHaveLength(10_000);
  });
});
