import { createCipheriv } from 'node:crypto';

/** Entries of one list: the fewest that Bitstring Status List allows, for the sake of herd privacy. */
export const STATUS_LIST_ENTRIES = 131_072;
/** What seeds one list's order. */
export const STATUS_SEED_BYTES = 32;
const WORD_BYTES = 4;

/**
 * The order in which a list's entries are given out: a Fisher–Yates shuffle of 0 … 131,071 from AES-256-CTR, so that
 * neighbours in a batch are strangers in the list and no entry is given out twice. The same seed gives the same order.
 * @param seed 32 bytes
 */
export function statusOrder(seed: Buffer): Uint32Array {
  const stream = createCipheriv('aes-256-ctr', seed, Buffer.alloc(16));
  // One word an entry: the bias of the remainder is below 2^-14 and of no use to anyone without the seed.
  const words = stream.update(Buffer.alloc(STATUS_LIST_ENTRIES * WORD_BYTES));
  const order = Uint32Array.from({ length: STATUS_LIST_ENTRIES }, (_, index) => index);
  for (let last = STATUS_LIST_ENTRIES - 1; last > 0; last -= 1) {
    const other = words.readUInt32BE(last * WORD_BYTES) % (last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** Where a certificate's status stands: list from 1, index from 0. */
export interface StatusEntry {
  list: number;
  index: number;
}

/** Entries of a list that are taken together. */
export interface StatusBlock {
  list: number;
  first: number;
  count: number;
}

/**
 * Cuts `count` entries off the lists: what the newest list has left, then new lists.
 * @param newest the newest list and how many of its entries are taken
 */
export function takeStatusBlocks(newest: { list: number; taken: number }, count: number): StatusBlock[] {
  const blocks: StatusBlock[] = [];
  let { list, taken } = newest;
  let left = count;
  while (left > 0) {
    if (taken === STATUS_LIST_ENTRIES) {
      list += 1;
      taken = 0;
    }
    const size = Math.min(left, STATUS_LIST_ENTRIES - taken);
    blocks.push({ list, first: taken, count: size });
    taken += size;
    left -= size;
  }
  return blocks;
}
