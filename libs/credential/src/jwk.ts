import { encodeBase64Url } from './base64url.js';

/** A P-256 public key as of RFC 7517 and RFC 7518 §6.2.1; coordinates are 32 bytes in base64url. */
export interface PublicJwk {
  kty: 'EC';
  crv: 'P-256';
  x: string;
  y: string;
  kid?: string;
}

/** RFC 7638 thumbprint (SHA-256, base64url): the `kid` of our keys, so that a key's name follows from the key. */
export async function jwkThumbprint({ crv, kty, x, y }: PublicJwk): Promise<string> {
  const canonical = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
  return encodeBase64Url(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', canonical)));
}
