import { decode, encode, rfc8949EncodeOptions } from 'cborg';
import { DomainError } from '@app/kernel';

/** What a hostile text may cost. */
export interface CborLimits {
  maxBytes: number;
  /** Arrays and maps inside one another; a plain value has depth 0. */
  maxDepth: number;
}

/** RFC 8949 §4.2.1, core deterministic encoding. Maps have integer keys, so give a `Map`. */
export const encodeCbor = (value: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encode(value, rfc8949EncodeOptions));

function depthOf(value: unknown, limit: number): number {
  const inner = value instanceof Map ? [...value.keys(), ...value.values()] : Array.isArray(value) ? value : undefined;
  if (inner === undefined) return 0;
  if (limit <= 0) return 1;
  return 1 + inner.reduce<number>((deepest, item) => Math.max(deepest, depthOf(item, limit - 1)), 0);
}

/**
 * Reads one value that is encoded deterministically: shortest lengths, definite lengths, keys sorted and none twice,
 * nothing after it. Maps come back as `Map`. No tags, floats, `undefined` or integers beyond 2^53.
 * @throws DomainError `credential/malformed`
 */
export function decodeCbor(bytes: Uint8Array, { maxBytes, maxDepth }: CborLimits): unknown {
  const refused = new DomainError('credential/malformed');
  if (bytes.length > maxBytes) throw refused;
  let value: unknown;
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
    });
    // The decoder does not check the order of keys or the size of floats; encoding again does.
    canonical = encodeCbor(value);
  } catch {
    throw refused;
  }
  const same = canonical.length === bytes.length && canonical.every((byte, at) => byte === bytes[at]);
  if (!same || depthOf(value, maxDepth) > maxDepth) throw refused;
  return value;
}
