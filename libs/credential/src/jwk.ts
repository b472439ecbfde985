import { DomainError } from '@app/kernel';
import { encodeBase64Url } from './base64url.js';

/** A P-256 public key as of RFC 7517 and RFC 7518 §6.2.1; coordinates are 32 bytes in base64url. */
export interface PublicJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid?: string;
}

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const SIGNATURE_BYTES = 64;

type ImportedKey = Awaited<ReturnType<typeof globalThis.crypto.subtle.importKey>>;
// Importing costs as much as verifying, and a verifier has a handful of keys.
const imported = new WeakMap<PublicJwk, Promise<ImportedKey>>();

function importJwk(jwk: PublicJwk): Promise<ImportedKey> {
  const known = imported.get(jwk);
  if (known !== undefined) return known;
  const { kty, crv, x, y } = jwk;
  const key = globalThis.crypto.subtle.importKey('jwk', { kty, crv, x, y }, ES256, false, ['verify']).catch(() => {
    throw new DomainError('credential/key');
  });
  imported.set(jwk, key);
  return key;
}

/**
 * Whether an ES256 signature (64 bytes, R‖S) is good. The key object must not change once it has been used.
 * @throws DomainError `credential/key` when the coordinates are no point of the curve
 */
export async function verifyEs256(
  jwk: PublicJwk,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (signature.length !== SIGNATURE_BYTES) return false;
  return globalThis.crypto.subtle.verify(ES256, await importJwk(jwk), signature, bytes);
}

/** RFC 7638 thumbprint (SHA-256, base64url): the `kid` of our keys, so that a key's name follows from the key. */
export async function jwkThumbprint({ crv, kty, x, y }: PublicJwk): Promise<string> {
  const canonical = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
  return encodeBase64Url(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', canonical)));
}
