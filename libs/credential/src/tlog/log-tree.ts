import { DomainError } from '@app/kernel';
import { emptyRoot, foldRoots, HASH_BYTES, perfectRoot, type Hash } from './merkle.js';
import { TILE_WIDTH, tilePath, type TileReader } from './tiles.js';

/** A tile that changed, to be written at `path` below the log's prefix. */
export interface LogTile {
  level: number;
  index: number;
  width: number;
  path: string;
  bytes: Uint8Array;
}

/** The partial tile at the right edge of one level. */
interface EdgeTile {
  index: number;
  width: number;
  bytes: Uint8Array;
}

const FULL_TILE_BYTES = TILE_WIDTH * HASH_BYTES;

const edgeTile = (index: number, width: number): EdgeTile => ({
  index,
  width,
  bytes: new Uint8Array(FULL_TILE_BYTES),
});

/**
 * A growing log that remembers only its right edge: at most 8 kB for every factor of 256 of its size.
 * After a failed write of the tiles that `append` gave, throw the tree away and load it again: it is already ahead.
 */
export class LogTree {
  readonly #hash: Hash;
  readonly #levels: EdgeTile[] = [];
  #size = 0;

  private constructor(hash: Hash) {
    this.#hash = hash;
  }

  static empty(hash: Hash): LogTree {
    return new LogTree(hash);
  }

  /**
   * Reads the right edge of a log of `size` leaves: one tile a level. Compare `root()` with the checkpoint; it depends on
   * every byte that was read.
   * @throws DomainError `tlog/tile` when a tile is shorter than its width
   */
  static async load(size: number, readTile: TileReader, hash: Hash): Promise<LogTree> {
    if (!Number.isSafeInteger(size) || size < 0) throw new DomainError('tlog/range', { size });
    const tree = new LogTree(hash);
    tree.#size = size;
    for (let level = 0, row = size; row > 0; level += 1, row = Math.floor(row / TILE_WIDTH)) {
      const tile = edgeTile(Math.floor(row / TILE_WIDTH), row % TILE_WIDTH);
      if (tile.width > 0) {
        const bytes = await readTile(level, tile.index, tile.width);
        const needed = tile.width * HASH_BYTES;
        if (bytes.length < needed) throw new DomainError('tlog/tile', { level, index: tile.index, width: tile.width });
        tile.bytes.set(bytes.subarray(0, needed));
      }
      tree.#levels.push(tile);
    }
    return tree;
  }

  /** Number of leaves. */
  get size(): number {
    return this.#size;
  }

  /** The Merkle tree hash, RFC 6962 §2.1. */
  root(): Uint8Array {
    const roots: Uint8Array[] = [];
    for (const { bytes, width } of this.#levels.toReversed()) {
      let start = 0;
      for (let count = TILE_WIDTH / 2; count >= 1; count /= 2) {
        if (Math.floor(width / count) % 2 === 0) continue;
        roots.push(perfectRoot(bytes.subarray(start * HASH_BYTES, (start + count) * HASH_BYTES), this.#hash));
        start += count;
      }
    }
    return roots.length === 0 ? emptyRoot(this.#hash) : foldRoots(roots, this.#hash);
  }

  /**
   * Adds leaves and answers every tile that changed: full ones in order, then the partial one of each touched level.
   * @throws DomainError `tlog/malformed` when a leaf hash does not have 32 bytes; then nothing was added
   */
  append(leafHashes: readonly Uint8Array[]): LogTile[] {
    if (leafHashes.some(({ length }) => length !== HASH_BYTES)) throw new DomainError('tlog/malformed');
    if (leafHashes.length === 0) return [];
    const full: LogTile[] = [];
    for (const leaf of leafHashes) this.#push(0, leaf, full);
    this.#size += leafHashes.length;
    const touched = full.reduce((highest, { level }) => Math.max(highest, level + 1), 0);
    const partial = this.#levels
      .slice(0, touched + 1)
      .map(({ index, width, bytes }, level) => ({ level, index, width, bytes: bytes.slice(0, width * HASH_BYTES) }))
      .filter(({ width }) => width > 0)
      .map((tile) => ({ ...tile, path: tilePath(tile.level, tile.index, tile.width) }));
    return [...full, ...partial];
  }

  #push(level: number, value: Uint8Array, full: LogTile[]): void {
    const tile = (this.#levels[level] ??= edgeTile(0, 0));
    tile.bytes.set(value, tile.width * HASH_BYTES);
    tile.width += 1;
    if (tile.width < TILE_WIDTH) return;
    const { index } = tile;
    full.push({ level, index, width: TILE_WIDTH, path: tilePath(level, index), bytes: tile.bytes });
    this.#levels[level] = edgeTile(index + 1, 0);
    this.#push(level + 1, perfectRoot(tile.bytes, this.#hash), full);
  }
}
