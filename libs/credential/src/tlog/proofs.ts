import { DomainError } from '@app/kernel';
import { assertWithin, emptyRoot, foldRoots, HASH_BYTES, perfectRoot, splitPoint, type Hash } from './merkle.js';
import { TILE_WIDTH, type TileReader } from './tiles.js';

/** Levels of the binary tree that one tile spans. */
const TILE_HEIGHT = 8;

/** The perfect subtrees of `[start, end)`, largest first; `start` is a multiple of the first one's span. */
function perfectSpans(start: number, end: number): { height: number; index: number }[] {
  const spans: { height: number; index: number }[] = [];
  for (let at = start; at < end;) {
    let [height, span] = [0, 1];
    while (at + span * 2 <= end && at % (span * 2) === 0) [height, span] = [height + 1, span * 2];
    spans.push({ height, index: at / span });
    at += span;
  }
  return spans;
}

/** Answers subtree hashes of a tree of `size` leaves from its tiles; a tile is read once. */
function subtreeReader(size: number, readTile: TileReader, hash: Hash) {
  const tiles = new Map<string, Promise<Uint8Array>>();

  function tile(level: number, index: number): Promise<Uint8Array> {
    const name = `${level}/${index}`;
    const known = tiles.get(name);
    if (known !== undefined) return known;
    const row = Math.floor(size / TILE_WIDTH ** level);
    const read = readTile(level, index, Math.min(TILE_WIDTH, row - index * TILE_WIDTH));
    tiles.set(name, read);
    return read;
  }

  async function perfect({ height, index }: { height: number; index: number }): Promise<Uint8Array> {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = index * count;
    const tileIndex = Math.floor(first / TILE_WIDTH);
    const start = (first % TILE_WIDTH) * HASH_BYTES;
    const hashes = (await tile(level, tileIndex)).subarray(start, start + count * HASH_BYTES);
    if (hashes.length !== count * HASH_BYTES) throw new DomainError('tlog/tile', { level, index: tileIndex });
    return perfectRoot(hashes, hash);
  }

  return async (start: number, end: number): Promise<Uint8Array> =>
    foldRoots(await Promise.all(perfectSpans(start, end).map(perfect)), hash);
}

/**
 * The root of the first `size` leaves, from tiles.
 * @throws DomainError `tlog/tile` when a tile is too short
 */
export async function treeRoot(size: number, readTile: TileReader, hash: Hash): Promise<Uint8Array> {
  assertWithin(0, size);
  return size === 0 ? emptyRoot(hash) : subtreeReader(size, readTile, hash)(0, size);
}

/**
 * That leaf `index` is in the tree of `size` leaves: RFC 6962 §2.1.1, nearest sibling first.
 * @throws DomainError `tlog/range`, `tlog/tile`
 */
export async function inclusionProof(
  index: number,
  size: number,
  readTile: TileReader,
  hash: Hash,
): Promise<Uint8Array[]> {
  assertWithin(index + 1, size);
  const root = subtreeReader(size, readTile, hash);
  const path: Promise<Uint8Array>[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    const left = index < middle;
    path.push(left ? root(middle, end) : root(start, middle));
    [start, end] = left ? [start, middle] : [middle, end];
  }
  return (await Promise.all(path)).toReversed();
}

/**
 * That the tree of `oldSize` leaves is the beginning of the tree of `newSize` leaves: RFC 6962 §2.1.2. Empty when the
 * sizes are equal or the old tree is empty.
 * @throws DomainError `tlog/range`, `tlog/tile`
 */
export async function consistencyProof(
  oldSize: number,
  newSize: number,
  readTile: TileReader,
  hash: Hash,
): Promise<Uint8Array[]> {
  assertWithin(oldSize, newSize);
  if (oldSize === 0 || oldSize === newSize) return [];
  const root = subtreeReader(newSize, readTile, hash);
  const path: Promise<Uint8Array>[] = [];
  let [start, end] = [0, newSize];
  while (end !== oldSize) {
    const middle = start + splitPoint(end - start);
    const left = oldSize <= middle;
    path.push(left ? root(middle, end) : root(start, middle));
    [start, end] = left ? [start, middle] : [middle, end];
  }
  // A subtree that starts at 0 is the old tree itself, whose root the verifier has.
  if (start > 0) path.push(root(start, end));
  return (await Promise.all(path)).toReversed();
}
