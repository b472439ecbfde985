import {
  bundleSpans,
  entriesPath,
  entryBundle,
  formatCheckpoint,
  leafHash,
  LogTree,
  parseCheckpoint,
  parseEntryBundle,
  parseNote,
  sameBytes,
  signNote,
  TILE_WIDTH,
  type LogTile,
  type NoteSigner,
} from '@app/credential';
// Not the platform's: publishing is no part of any request.
import { inTransaction } from '@app/messaging';
import { SERVICE } from '@app/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { CHECKPOINT_FILE, type LogFolder } from './log.folder.js';
import { sha256 } from './log.hash.js';
import type { LogWitnesses } from './log.witnesses.js';
import {
  batchesFrom,
  hasUnpublished,
  keepCheckpoint,
  readLogHead,
  sequenceBatches,
  type LogHead,
} from './log.repository.js';

/** Batches that one round gives their place and publishes. */
const BATCHES_PER_ROUND = 64;

/** What is published so far, as far as the next leaves need it. */
interface Edge {
  tree: LogTree;
  /** Entries of the bundle that is not full. */
  tail: Uint8Array[];
}

/**
 * Publishes the log: gives committed batches their place, writes tiles, then signs a checkpoint. The places are
 * committed before any file is written, so a process that dies in between goes on with the same leaves.
 */
export class LogPublisher {
  private edge: Edge | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly folder: LogFolder,
    private readonly key: { origin: string; noteSigner: () => Promise<NoteSigner> },
    private readonly witnesses: LogWitnesses,
  ) {}

  /**
   * One round. Others of the same service wait for it.
   * @returns leaves that were published
   * @throws Error when the rows of the log do not give the root that was signed: nothing is published then
   */
  async round(): Promise<number> {
    if (!(await hasUnpublished(this.dataSource))) return 0;
    await inTransaction(this.dataSource, SERVICE, async (tx) =>
      sequenceBatches(tx, await readLogHead(tx, true), BATCHES_PER_ROUND),
    );
    try {
      return await inTransaction(this.dataSource, SERVICE, (tx) => this.publish(tx));
    } catch (error) {
      // The tree may be ahead of what was published.
      this.edge = undefined;
      throw error;
    }
  }

  private async publish(tx: EntityManager): Promise<number> {
    const head = await readLogHead(tx, true);
    if (head.published === head.sequenced) return 0;
    const edge = this.edge?.tree.size === head.published ? this.edge : await this.load(tx, head);
    this.edge = edge;
    const full = await this.extend(tx, edge, head.sequenced);
    const note = await this.sign(edge.tree, head.published);
    await this.folder.write(CHECKPOINT_FILE, note);
    await keepCheckpoint(tx, edge.tree.size, note);
    for (const path of full) await this.folder.dropPartials(path);
    return edge.tree.size - head.published;
  }

  /** Writes tiles and bundles up to `size`; gives the paths of those that became full. */
  private async extend(tx: EntityManager, edge: Edge, size: number): Promise<string[]> {
    const full: string[] = [];
    while (edge.tree.size < size) {
      const oldSize = edge.tree.size;
      const entries: Uint8Array[] = [];
      for (const batch of await batchesFrom(tx, oldSize, BATCHES_PER_ROUND)) {
        if (Number(batch.firstIndex) >= size) break;
        if (Number(batch.firstIndex) !== oldSize + entries.length) throw new Error('a batch of the log is missing');
        for (const entry of parseEntryBundle(batch.entries, batch.leaves)) entries.push(entry);
      }
      if (entries.length === 0) throw new Error('a batch of the log is missing');
      const tiles = edge.tree.append(entries.map((entry) => leafHash(entry, sha256)));
      await Promise.all([
        ...tiles.map((tile) => this.folder.write(tile.path, tile.bytes)),
        this.writeBundles(edge, oldSize, entries),
      ]);
      full.push(...fullPaths(tiles));
    }
    return full;
  }

  private async writeBundles(edge: Edge, oldSize: number, entries: readonly Uint8Array[]): Promise<void> {
    const all = [...edge.tail, ...entries];
    const first = oldSize - edge.tail.length;
    const spans = bundleSpans(oldSize, oldSize + entries.length);
    edge.tail = all.slice(Math.floor(all.length / TILE_WIDTH) * TILE_WIDTH);
    for (const { start, width, path } of spans) {
      await this.folder.write(path, entryBundle(all.slice(start - first, start - first + width)));
    }
  }

  private async sign(tree: LogTree, oldSize: number): Promise<string> {
    const text = formatCheckpoint({ origin: this.key.origin, size: tree.size, root: tree.root() });
    const note = await signNote(text, [await this.key.noteSigner()]);
    return this.witnesses.cosign(note, { size: tree.size, published: oldSize, readTile: this.folder.readTile });
  }

  /** From the files; when they are not what was signed, from the rows, which write all files anew. */
  private async load(tx: EntityManager, head: LogHead): Promise<Edge> {
    if (head.published === 0) return { tree: LogTree.empty(sha256), tail: [] };
    const { root } = parseCheckpoint(parseNote(head.checkpoint).text);
    const tree = await LogTree.load(head.published, this.folder.readTile, sha256).catch(() => undefined);
    if (tree && sameBytes(tree.root(), root)) return { tree, tail: await tailOf(tx, head.published) };
    const edge = { tree: LogTree.empty(sha256), tail: [] };
    await this.extend(tx, edge, head.published);
    if (sameBytes(edge.tree.root(), root)) return edge;
    throw new Error('the rows of the transparency log do not give the root that was signed: nothing is published');
  }
}

function fullPaths(tiles: readonly LogTile[]): string[] {
  return tiles.flatMap(({ level, index, width, path }) => {
    if (width < TILE_WIDTH) return [];
    return level === 0 ? [path, entriesPath(index)] : [path];
  });
}

async function tailOf(tx: EntityManager, size: number): Promise<Uint8Array[]> {
  const start = size - (size % TILE_WIDTH);
  if (start === size) return [];
  const entries: Uint8Array[] = [];
  let at = start;
  for (const batch of await batchesFrom(tx, start, TILE_WIDTH)) {
    const parsed = parseEntryBundle(batch.entries, batch.leaves);
    for (const [offset, entry] of parsed.entries()) {
      const index = Number(batch.firstIndex) + offset;
      if (index !== at || index >= size) continue;
      entries.push(entry);
      at += 1;
    }
  }
  return entries;
}
