import { describe, expect, it } from '@jest/globals';
import { inBatches } from './batches.js';

async function collect<T>(source: AsyncIterable<T>, size: number): Promise<T[][]> {
  const batches: T[][] = [];
  for await (const batch of inBatches(source, { items: size, weight: 100, weigh: () => 1 })) batches.push(batch);
  return batches;
}

async function* ready(count: number): AsyncGenerator<number> {
  for (let item = 0; item < count; item += 1) yield item;
}

async function* slow(count: number): AsyncGenerator<number> {
  for (let item = 0; item < count; item += 1) {
    yield item;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('batches', () => {
  it('are full when items are ready, and the last one holds the rest', async () => {
    expect(await collect(ready(7), 3)).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  });

  it('take no more once they are heavy enough, and one item however heavy', async () => {
    const batches: number[][] = [];
    const limits = { items: 9, weight: 5, weigh: (item: number) => item };
    for await (const batch of inBatches(ready(8), limits)) batches.push(batch);
    expect(batches).toEqual([[0, 1, 2, 3], [4, 5], [6], [7]]);
  });

  it('hold one item when the next is not there yet', async () => {
    expect(await collect(slow(3), 3)).toEqual([[0], [1], [2]]);
  });

  it('lose nothing that arrives while a batch is worked on', async () => {
    const seen: number[] = [];
    for await (const batch of inBatches(slow(10), { items: 4, weight: 100, weigh: () => 1 })) {
      seen.push(...batch);
      await new Promise((resolve) => setTimeout(resolve, 12));
    }
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('pass on an error of the source', async () => {
    const failing = (async function* () {
      yield 1;
      throw new Error('source');
    })();
    await expect(collect(failing, 2)).rejects.toThrow('source');
  });
});
