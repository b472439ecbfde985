import { decode } from 'cborg';
import { DomainError } from '@app/kernel';
import { encodeCbor, type CborValue } from './encode-cbor.js';

/** What a hostile text may cost. */
export interface CborLimits {
  maxBytes: number;
  /** Arrays and maps inside one another; a plain value has depth 0. */
  maxDepth: number;
}

function depthOf(value: unknown, limit: number): number {
  const inner = value instanceof Map ? [...value.keys(), ...value.values()] : Array.isArray(value) ? value : undefined;
  if (inner === undefined) return 0;
  if (limit <= 0) return 1;
  return 1 + inner.reduce<number>((deepest, item) => Math.max(deepest, depthOf(item, limit - 1)), 0);
}

/**
 * Reads one value that is encoded deterministically: shortest lengths, definite lengths, keys sorted and none twice,
 * nothing after it. Maps have integer keys and come back as `Map`. No tags, floats, booleans, null or integers beyond
 * 2^53.
 * @throws DomainError `credential/malformed`
 */
export function decodeCbor(bytes: Uint8Array, { maxBytes, maxDepth }: CborLimits): unknown {
  const refused = new DomainError('credential/malformed');
  if (bytes.length > maxBytes) throw refused;
  let value: CborValue;
  let canonical: Uint8Array;
  try {
    value = decode(bytes, {
      allowIndefinite: false,
      allowUndefined: false,
      allowInfinity: false,
      allowNaN: false,
      allowBigInt: false,
      strict: true,
      useMaps: true,
      rejectDuplicateMapKeys: true,
    }) as CborValue;
    // The decoder does not check the order of keys; encoding again does.
    canonical = encodeCbor(value);
  } catch {
    throw refused;
  }
  const same = canonical.length === bytes.length && canonical.every((byte, at) => byte === bytes[at]);
  if (!same || depthOf(value, maxDepth) > maxDepth) throw refused;
  return value;
}
