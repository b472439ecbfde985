import type * as credential from '../../libs/credential/src/index.ts';
import { fileFinding, type Findings } from './audit-log-finding.ts';
import type { LogSource } from './audit-log-source.ts';

type Credential = typeof credential;

export interface TreeMeans {
  lib: Credential;
  hash: credential.Hash;
  source: LogSource;
  findings: Findings;
  size: number;
}

/** One bundle of the log with its tile, as they were read. */
export interface Bundle {
  index: number;
  start: number;
  width: number;
  /** undefined when the file is missing or no bundle of this width. */
  entries: Uint8Array[] | undefined;
  /** undefined when the file is missing or too short. */
  tile: Uint8Array | undefined;
}

/** Bundles that are read while one is checked. */
const READ_AHEAD = 16;

/** The file at its width, or the beginning of the full one: a log may drop the partial one then. */
async function readWidth(source: LogSource, path: (width?: number) => string, width: number, full: number) {
  const bytes = width === full ? undefined : await source.read(path(width));
  return bytes ? { bytes, isFull: false } : { bytes: await source.read(path()), isFull: true };
}

async function readBundle({ lib, source, size }: TreeMeans, index: number): Promise<Bundle> {
  const { TILE_WIDTH, HASH_BYTES } = lib;
  const start = index * TILE_WIDTH;
  const width = Math.min(TILE_WIDTH, size - start);
  const [entriesFile, tileFile] = await Promise.all([
    readWidth(source, (partial) => lib.entriesPath(index, partial), width, TILE_WIDTH),
    readWidth(source, (partial) => lib.tilePath(0, index, partial), width, TILE_WIDTH),
  ]);
  let entries: Uint8Array[] | undefined;
  try {
    const { bytes, isFull } = entriesFile;
    entries = bytes && lib.parseEntryBundle(bytes, isFull ? TILE_WIDTH : width).slice(0, width);
  } catch {
    entries = undefined;
  }
  const needed = width * HASH_BYTES;
  const wholeTile = tileFile.bytes && tileFile.bytes.length >= needed ? tileFile.bytes.subarray(0, needed) : undefined;
  return { index, start, width, entries, tile: wholeTile };
}

/** All bundles in order, some of them read ahead. */
export async function* readBundles(means: TreeMeans): AsyncGenerator<Bundle> {
  const count = Math.ceil(means.size / means.lib.TILE_WIDTH);
  const ahead: Promise<Bundle>[] = [];
  for (let next = 0; ahead.length > 0 || next < count;) {
    for (; next < count && ahead.length < READ_AHEAD; next += 1) {
      const read = readBundle(means, next);
      // It is awaited in its turn; until then its failure is nobody's.
      read.catch(() => undefined);
      ahead.push(read);
    }
    const bundle = await ahead.shift();
    if (bundle) yield bundle;
  }
}

/** Rebuilds the tree from the entries and holds every stored tile against it. */
export class TreeCheck {
  private readonly means: TreeMeans;
  private readonly tree: credential.LogTree;
  /** The right edge of each level above the leaves. */
  private readonly edges = new Map<number, credential.LogTile>();
  /** Leaves of the last bundle on which entry and tile disagree: only the root tells which of them is wrong. */
  private inDoubt: { bundle: Bundle; leaves: number[] } | undefined;
  /** Without a bundle and its tile there is no tree any more; what is missing is named. */
  private isLost = false;
  private isReached = false;

  constructor(means: TreeMeans) {
    this.means = means;
    this.tree = means.lib.LogTree.empty(means.hash);
  }

  get size(): number {
    return this.tree.size;
  }

  root(): Uint8Array {
    return this.tree.root();
  }

  /** @param until called when the tree has exactly `at` leaves, if that lies within this bundle */
  async take(bundle: Bundle, until: { at: number; reached: () => void }): Promise<void> {
    const { lib, hash, findings } = this.means;
    const { index, start, width, tile } = bundle;
    const said = bundle.entries?.map((entry) => lib.leafHash(entry, hash));
    const stored = tile && Array.from({ length: width }, (_, at) => hashAt(tile, at, lib.HASH_BYTES));
    if (!said) findings.add(fileFinding('file-missing', lib.entriesPath(index), { index: start }));
    if (!stored) findings.add(fileFinding('file-missing', lib.tilePath(0, index), { index: start }));
    const hashes = said && stored ? await this.agreed(bundle, said, stored) : (said ?? stored);
    this.isLost ||= !hashes;
    if (!hashes || this.isLost) return;
    const split = Math.max(0, Math.min(width, until.at - start));
    for (const part of [hashes.slice(0, split), hashes.slice(split)]) {
      if (part.length > 0) await this.append(part);
      if (this.isReached || this.tree.size !== until.at) continue;
      this.isReached = true;
      until.reached();
    }
  }

  /** The partial tiles above the leaves, and the root. */
  async end(root: Uint8Array): Promise<void> {
    const { lib, findings } = this.means;
    if (this.isLost) return;
    for (const tile of this.edges.values()) await this.compare(tile);
    const isRoot = lib.sameBytes(this.tree.root(), root);
    if (this.inDoubt) this.name(this.inDoubt.bundle, this.inDoubt.leaves, isRoot);
    else if (!isRoot) findings.add(fileFinding('root-differs', 'checkpoint', { index: this.tree.size }));
  }

  /** Names leaves on which entry and tile disagree, and goes on with what the tile above says. */
  private async agreed(bundle: Bundle, said: Uint8Array[], stored: Uint8Array[]): Promise<Uint8Array[]> {
    const { lib, hash } = this.means;
    if (Buffer.concat(said).equals(Buffer.concat(stored))) return said;
    const leaves = said.flatMap((leaf, at) => (lib.sameBytes(leaf, stored[at] ?? new Uint8Array()) ? [] : [at]));
    const above = bundle.width === lib.TILE_WIDTH ? await this.above(bundle.index) : undefined;
    if (!above) {
      this.inDoubt = { bundle, leaves };
      return said;
    }
    const isRootOf = (hashes: Uint8Array[]): boolean => {
      const tree = lib.LogTree.empty(hash);
      tree.append(hashes);
      return lib.sameBytes(above, tree.root());
    };
    this.name(bundle, leaves, isRootOf(said));
    return isRootOf(stored) ? stored : said;
  }

  private name({ index, start, width }: Bundle, leaves: readonly number[], isTile: boolean): void {
    const { lib, findings } = this.means;
    const file = isTile ? lib.tilePath(0, index, width) : lib.entriesPath(index, width);
    const rule = isTile ? 'tile-altered' : 'entry-altered';
    findings.add(...leaves.map((at) => fileFinding(rule, file, { index: start + at, detail: `leaf ${start + at}` })));
  }

  /** The hash of a full bundle in the tile above. */
  private async above(index: number): Promise<Uint8Array | undefined> {
    const { lib, source, size } = this.means;
    const { TILE_WIDTH, HASH_BYTES } = lib;
    const parent = Math.floor(index / TILE_WIDTH);
    const width = Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH) - parent * TILE_WIDTH);
    const { bytes } = await readWidth(source, (partial) => lib.tilePath(1, parent, partial), width, TILE_WIDTH);
    const at = index % TILE_WIDTH;
    return bytes && bytes.length >= (at + 1) * HASH_BYTES ? hashAt(bytes, at, HASH_BYTES) : undefined;
  }

  private async append(hashes: readonly Uint8Array[]): Promise<void> {
    for (const tile of this.tree.append(hashes)) {
      if (tile.level === 0) continue;
      if (tile.width < this.means.lib.TILE_WIDTH) this.edges.set(tile.level, tile);
      else {
        this.edges.delete(tile.level);
        await this.compare(tile);
      }
    }
  }

  private async compare({ level, index, width, bytes }: credential.LogTile): Promise<void> {
    const { lib, source, findings } = this.means;
    const path = (partial?: number): string => lib.tilePath(level, index, partial);
    const { bytes: stored } = await readWidth(source, path, width, lib.TILE_WIDTH);
    if (!stored || stored.length < bytes.length) findings.add(fileFinding('file-missing', path(width)));
    else if (!lib.sameBytes(stored.subarray(0, bytes.length), bytes))
      findings.add(fileFinding('tile-altered', path(width)));
  }
}

function hashAt(bytes: Uint8Array, at: number, length: number): Uint8Array {
  return bytes.subarray(at * length, (at + 1) * length);
}
