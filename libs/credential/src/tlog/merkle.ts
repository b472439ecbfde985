import { DomainError } from '@app/kernel';

/** SHA-256, 32 bytes. Synchronous and injected: WebCrypto's digest is a promise per node, 50 times slower. */
export type Hash = (data: Uint8Array) => Uint8Array;

export const HASH_BYTES = 32;
const LEAF_PREFIX = 0;
const NODE_PREFIX = 1;

// One buffer for every node: `Hash` is synchronous, so nobody reads it after the call.
const node = new Uint8Array(1 + 2 * HASH_BYTES);
node[0] = NODE_PREFIX;

/** RFC 6962 §2.1: `SHA-256(0x00 ‖ entry)`. */
export function leafHash(entry: Uint8Array, hash: Hash): Uint8Array {
  const data = new Uint8Array(1 + entry.length);
  data[0] = LEAF_PREFIX;
  data.set(entry, 1);
  return hash(data);
}

/** RFC 6962 §2.1: `SHA-256(0x01 ‖ left ‖ right)`. */
export function nodeHash(left: Uint8Array, right: Uint8Array, hash: Hash): Uint8Array {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return hash(node);
}

/** The root of a tree without leaves: the hash of nothing. */
export const emptyRoot = (hash: Hash): Uint8Array => hash(new Uint8Array(0));

/** The root over a power of two of hashes that lie one after another in `hashes`. */
export function perfectRoot(hashes: Uint8Array, hash: Hash): Uint8Array {
  const row = hashes.slice();
  for (let count = row.length / HASH_BYTES; count > 1; count /= 2) {
    for (let pair = 0; pair < count / 2; pair += 1) {
      node.set(row.subarray(pair * 2 * HASH_BYTES, (pair + 1) * 2 * HASH_BYTES), 1);
      row.set(hash(node), pair * HASH_BYTES);
    }
  }
  return row.slice(0, HASH_BYTES);
}

/** The root over perfect subtrees of falling size, left to right: RFC 6962 §2.1 splits at the largest power of two. */
export function foldRoots(roots: readonly Uint8Array[], hash: Hash): Uint8Array {
  return roots.reduceRight((right, left) => nodeHash(left, right, hash));
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** The largest power of two below `count` (≥ 2). Sizes pass 2^31, so no bit operators here or below. */
export function splitPoint(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

const isOdd = (value: number): boolean => value % 2 === 1;
const half = (value: number): number => Math.floor(value / 2);
const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const areHashes = (values: readonly Uint8Array[]): boolean => values.every(({ length }) => length === HASH_BYTES);

function isPowerOfTwo(value: number): boolean {
  return value > 0 && splitPoint(value * 2) === value;
}

export interface InclusionClaim {
  /** Leaf number from 0. */
  index: number;
  size: number;
  leafHash: Uint8Array;
  root: Uint8Array;
  proof: readonly Uint8Array[];
}

/** RFC 9162 §2.1.3.2. */
export function verifyInclusion(claim: InclusionClaim, hash: Hash): boolean {
  const { index, size, proof } = claim;
  if (!isSize(index) || !isSize(size) || index >= size || !areHashes([claim.leafHash, ...proof])) return false;
  let [first, last, root] = [index, size - 1, claim.leafHash];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(first) || first === last) {
      root = nodeHash(sibling, root, hash);
      while (!isOdd(first) && first !== 0) [first, last] = [half(first), half(last)];
    } else {
      root = nodeHash(root, sibling, hash);
    }
    [first, last] = [half(first), half(last)];
  }
  return last === 0 && sameBytes(root, claim.root);
}

export interface ConsistencyClaim {
  oldSize: number;
  oldRoot: Uint8Array;
  newSize: number;
  newRoot: Uint8Array;
  proof: readonly Uint8Array[];
}

/** RFC 9162 §2.1.4.2; from an empty tree and between equal trees the proof is empty. */
export function verifyConsistency(claim: ConsistencyClaim, hash: Hash): boolean {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return false;
  if (!areHashes([oldRoot, newRoot, ...proof])) return false;
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && sameBytes(oldRoot, emptyRoot(hash));
  const [start, ...path] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (start === undefined || proof.length === 0) return false;
  let [first, last] = [oldSize - 1, newSize - 1];
  while (isOdd(first)) [first, last] = [half(first), half(last)];
  let [before, after] = [start, start];
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(first) || first === last) {
      before = nodeHash(sibling, before, hash);
      after = nodeHash(sibling, after, hash);
      while (!isOdd(first) && first !== 0) [first, last] = [half(first), half(last)];
    } else {
      after = nodeHash(after, sibling, hash);
    }
    [first, last] = [half(first), half(last)];
  }
  return last === 0 && sameBytes(before, oldRoot) && sameBytes(after, newRoot);
}

/** @throws DomainError `tlog/range` unless both are whole numbers with `0 ≤ inner ≤ size`. */
export function assertWithin(inner: number, size: number): void {
  if (!isSize(inner) || !isSize(size) || inner > size) throw new DomainError('tlog/range', { inner, size });
}
