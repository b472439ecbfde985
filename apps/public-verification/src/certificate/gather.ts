import { DomainError } from '@app/kernel';

/** Keys that one load answers. */
const KEYS_AT_ONCE = 200;
/** Loads at a time: while they run, the next keys come together. */
const LOADS_AT_ONCE = 2;
/** Keys that may wait; beyond it the database does not keep up and requests are refused. */
const WAITING_MAX = 10_000;

interface Asker<K, V> {
  key: K;
  found: (value: V) => void;
  failed: (error: unknown) => void;
}

/**
 * Answers keys that come at the same time by one load, so that under load a look-up costs a share of a statement. It also
 * takes as long for a hit as for a miss: they wait for the same answer.
 * @param load values in the order of the keys; when it fails, each of its askers is told
 * @throws DomainError `service/unavailable` when too many wait
 */
export function gather<K, V>(load: (keys: readonly K[]) => Promise<readonly V[]>): (key: K) => Promise<V> {
  let waiting: Asker<K, V>[] = [];
  let loads = 0;

  async function loadAll(): Promise<void> {
    loads += 1;
    // Let the requests of this turn of the loop join.
    await Promise.resolve();
    while (waiting.length > 0) {
      const askers = waiting.slice(0, KEYS_AT_ONCE);
      waiting = waiting.slice(KEYS_AT_ONCE);
      try {
        const values = await load(askers.map(({ key }) => key));
        if (values.length !== askers.length) throw new Error('a load without a value for each key');
        for (const [at, { found }] of askers.entries()) found(values[at] as V);
      } catch (error) {
        for (const { failed } of askers) failed(error);
      }
    }
    loads -= 1;
  }

  return (key) => {
    if (waiting.length >= WAITING_MAX) return Promise.reject(new DomainError('service/unavailable'));
    return new Promise((found, failed) => {
      waiting.push({ key, found, failed });
      if (loads < LOADS_AT_ONCE) void loadAll();
    });
  };
}
