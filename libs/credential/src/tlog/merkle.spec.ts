import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '@app/kernel';
import {
  bundleSpans,
  consistencyProof,
  emptyRoot,
  entriesPath,
  entryBundle,
  inclusionProof,
  leafHash,
  LogTree,
  nodeHash,
  parseEntryBundle,
  parseTilePath,
  tilePath,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
  type Hash,
  type TileReader,
} from './index.js';
import published from './vectors/reference-tree.json' with { type: 'json' };

const sha256: Hash = (data) => hash('sha256', data, 'buffer');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const leafOf = (at: number): Uint8Array => leafHash(new TextEncoder().encode(`leaf ${at}`), sha256);
const leaves = (count: number, from = 0): Uint8Array[] => Array.from({ length: count }, (_, at) => leafOf(from + at));

/** RFC 6962 §2.1 as it is written. */
function naiveRoot(hashes: readonly Uint8Array[]): Uint8Array {
  const [only] = hashes;
  if (only === undefined) return emptyRoot(sha256);
  if (hashes.length === 1) return only;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(naiveRoot(hashes.slice(0, split)), naiveRoot(hashes.slice(split)), sha256);
}

/** A log whose tiles lie in a map, as they would on disk. */
function grow(sizes: readonly number[]) {
  const files = new Map<string, Uint8Array>();
  const tree = LogTree.empty(sha256);
  for (const size of sizes) {
    for (const { path, bytes } of tree.append(leaves(size - tree.size, tree.size))) files.set(path, bytes);
  }
  const readTile: TileReader = (level, index, width) => {
    const bytes = files.get(tilePath(level, index, width)) ?? files.get(tilePath(level, index));
    return bytes === undefined ? Promise.reject(new Error(`no tile ${level}/${index}`)) : Promise.resolve(bytes);
  };
  return { files, tree, readTile };
}

describe('the published reference tree', () => {
  const hashes = published.entries.map((entry) => leafHash(Buffer.from(entry, 'hex'), sha256));
  const root = (size: number): Uint8Array => Buffer.from(published.roots[size - 1] ?? '', 'hex');

  it('has the published root after each entry, and the hash of nothing before', () => {
    const tree = LogTree.empty(sha256);
    expect(hex(tree.root())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    const roots = hashes.map((leaf) => {
      tree.append([leaf]);
      return hex(tree.root());
    });
    expect(roots).toEqual(published.roots);
  });

  it('gives and takes the published proofs', async () => {
    const tree = LogTree.empty(sha256);
    const files = new Map(hashes.flatMap((leaf) => tree.append([leaf])).map(({ path, bytes }) => [path, bytes]));
    const readTile: TileReader = (level, index, width) =>
      Promise.resolve(files.get(tilePath(level, index, width)) ?? new Uint8Array(0));
    for (const { index, size, proof } of published.inclusion) {
      const made = await inclusionProof(index, size, readTile, sha256);
      expect(made.map(base64)).toEqual(proof);
      const claim = { index, size, leafHash: hashes[index] ?? new Uint8Array(0), root: root(size), proof: made };
      expect(verifyInclusion(claim, sha256)).toBe(true);
    }
    for (const { oldSize, newSize, proof } of published.consistency) {
      const made = await consistencyProof(oldSize, newSize, readTile, sha256);
      expect(made.map(base64)).toEqual(proof);
      const claim = { oldSize, newSize, oldRoot: root(oldSize), newRoot: root(newSize), proof: made };
      expect(verifyConsistency(claim, sha256)).toBe(true);
    }
  });
});

describe('a log grown in batches', () => {
  it('has at every size the root of the plain recursion, from memory, from tiles and after a restart', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sizes, async (steps) => {
        const { tree, readTile } = grow(steps.sort((a, b) => a - b));
        const expected = hex(naiveRoot(leaves(tree.size)));
        expect(hex(tree.root())).toBe(expected);
        expect(hex(await treeRoot(tree.size, readTile, sha256))).toBe(expected);
        const restarted = await LogTree.load(tree.size, readTile, sha256);
        expect(hex(restarted.root())).toBe(expected);
        restarted.append(leaves(3, tree.size));
        tree.append(leaves(3, tree.size));
        expect(hex(restarted.root())).toBe(hex(tree.root()));
      }),
      { numRuns: 8 },
    );
  });

  it('proves every old size and any leaf, and nothing else', async () => {
    const size = 600;
    const { tree, readTile } = grow([size]);
    const root = tree.root();
    const cases = fc.record({ index: fc.nat(size - 1), old: fc.integer({ min: 1, max: size }), bit: fc.nat(255) });
    const roots = new Map<number, Uint8Array>();
    await fc.assert(
      fc.asyncProperty(cases, async ({ index, old, bit }) => {
        const oldRoot = roots.get(old) ?? naiveRoot(leaves(old));
        roots.set(old, oldRoot);
        const inclusion = {
          index,
          size,
          leafHash: leafOf(index),
          root,
          proof: await inclusionProof(index, size, readTile, sha256),
        };
        const consistency = {
          oldSize: old,
          oldRoot,
          newSize: size,
          newRoot: root,
          proof: await consistencyProof(old, size, readTile, sha256),
        };
        expect(verifyInclusion(inclusion, sha256)).toBe(true);
        expect(verifyConsistency(consistency, sha256)).toBe(true);
        const flip = (bytes: Uint8Array): Uint8Array =>
          bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        const spoil = (proof: Uint8Array[]): Uint8Array[][] =>
          [
            proof.slice(1),
            proof.slice(0, -1),
            [...proof, root],
            [root, ...proof],
            ...proof.map((_, at) => proof.map((node, other) => (at === other ? flip(node) : node))),
          ].filter(({ length }) => length > 0 || proof.length > 0);
        for (const proof of spoil(inclusion.proof))
          expect(verifyInclusion({ ...inclusion, proof }, sha256)).toBe(false);
        for (const proof of spoil(consistency.proof))
          expect(verifyConsistency({ ...consistency, proof }, sha256)).toBe(false);
        expect(verifyInclusion({ ...inclusion, index: index + 1 }, sha256)).toBe(false);
        expect(verifyInclusion({ ...inclusion, leafHash: flip(leafOf(index)) }, sha256)).toBe(false);
        expect(verifyConsistency({ ...consistency, oldRoot: flip(oldRoot) }, sha256)).toBe(false);
        expect(verifyConsistency({ ...consistency, newRoot: flip(root) }, sha256)).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  it('has the tiles that the specification counts for 70,000 leaves', () => {
    const leaf = leafOf(0);
    const paths = LogTree.empty(sha256)
      .append(Array.from({ length: 70_000 }, () => leaf))
      .map((tile) => tile.path);
    const full = paths.filter((path) => !path.includes('.p/'));
    expect(full.filter((path) => path.startsWith('tile/0/'))).toHaveLength(273);
    expect(full.filter((path) => path.startsWith('tile/1/'))).toEqual(['tile/1/000']);
    expect(paths.filter((path) => path.includes('.p/')).sort()).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
  });

  it('names a tile that is cut short, and a leaf hash of another length changes nothing', async () => {
    const { tree, readTile } = grow([300]);
    const short: TileReader = async (level, index, width) => (await readTile(level, index, width)).slice(1);
    await expect(LogTree.load(300, short, sha256)).rejects.toMatchObject({ code: 'tlog/tile' });
    await expect(inclusionProof(299, 300, short, sha256)).rejects.toMatchObject({ code: 'tlog/tile' });
    expect(() => tree.append([leafOf(0), new Uint8Array(31)])).toThrow(DomainError);
    expect(tree.size).toBe(300);
    await expect(inclusionProof(300, 300, readTile, sha256)).rejects.toMatchObject({ code: 'tlog/range' });
  });
});

describe('paths and bundles', () => {
  it('writes the paths of the specification', () => {
    expect(tilePath(0, 1_234_067)).toBe('tile/0/x001/x234/067');
    expect(tilePath(1, 0, 17)).toBe('tile/1/000.p/17');
    expect(entriesPath(273, 112)).toBe('tile/entries/273.p/112');
    expect(entriesPath(1000)).toBe('tile/entries/x001/000');
  });

  it('reads back exactly the paths it writes', () => {
    const address = fc.record({
      level: fc.nat(63),
      index: fc.nat(Number.MAX_SAFE_INTEGER),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(address, ({ level, index, width }) => {
        expect(parseTilePath(tilePath(level, index, width))).toEqual({ kind: 'tile', level, index, width });
        expect(parseTilePath(entriesPath(index, width))).toEqual({ kind: 'entries', index, width });
      }),
    );
    for (const path of [
      'tile/0/x000/001',
      'tile/00/001',
      'tile/64/001',
      'tile/0/1',
      'tile/0/001.p/256',
      'tile/0/001.p/0',
      'tile/0/001.p/01',
      '../tile/0/001',
      'tile/0/001/',
      'tile/8/0/001',
    ]) {
      expect([path, parseTilePath(path)]).toEqual([path, null]);
    }
  });

  it('packs entries behind their lengths and refuses what is cut or left over', () => {
    expect([...entryBundle([Uint8Array.of(7), new Uint8Array(0), new Uint8Array(258)])].slice(0, 7)).toEqual([
      0, 1, 7, 0, 0, 1, 2,
    ]);
    const entries = fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 });
    fc.assert(
      fc.property(entries, (values) => expect(parseEntryBundle(entryBundle(values), values.length)).toEqual(values)),
    );
    const bundle = entryBundle([Uint8Array.of(1, 2)]);
    expect(() => parseEntryBundle(bundle.slice(0, 3), 1)).toThrow(DomainError);
    expect(() => parseEntryBundle(Uint8Array.of(...bundle, 0), 1)).toThrow(DomainError);
    expect(() => parseEntryBundle(bundle, 2)).toThrow(DomainError);
    expect(() => entryBundle([new Uint8Array(65_536)])).toThrow(DomainError);
  });

  it('names the bundles that a growing log must write', () => {
    expect(bundleSpans(255, 513).map(({ path, start }) => [path, start])).toEqual([
      ['tile/entries/000', 0],
      ['tile/entries/001', 256],
      ['tile/entries/002.p/1', 512],
    ]);
    expect(bundleSpans(256, 256)).toEqual([]);
  });
});
