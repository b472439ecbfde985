const NOTHING_YET = Symbol('nothing yet');

export interface BatchLimits<T> {
  items: number;
  /** A batch that has come to this weight takes no more. */
  weight: number;
  weigh: (item: T) => number;
}

/**
 * What a source has ready, up to its limits at a time: under load batches are full, at rest each holds one item and
 * nothing waits for a second.
 */
export async function* inBatches<T>(source: AsyncIterable<T>, limits: BatchLimits<T>): AsyncGenerator<T[], void> {
  const items = source[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<T>> => {
    const asked = items.next();
    // It may fail while a batch is worked on; the failure is met when the next batch begins.
    asked.catch(() => undefined);
    return asked;
  };
  let next = ask();
  for (;;) {
    const first = await next;
    if (first.done) return;
    const batch = [first.value];
    let weight = limits.weigh(first.value);
    next = ask();
    while (batch.length < limits.items && weight < limits.weight) {
      const more = await Promise.race([next, nothingYet()]);
      if (more === NOTHING_YET || more.done) break;
      batch.push(more.value);
      weight += limits.weigh(more.value);
      next = ask();
    }
    yield batch;
  }
}

function nothingYet(): Promise<typeof NOTHING_YET> {
  return new Promise((resolve) => setImmediate(() => resolve(NOTHING_YET)));
}
