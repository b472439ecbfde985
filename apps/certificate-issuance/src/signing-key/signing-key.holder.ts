import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKeyInput } from 'node:crypto';
import { promisify } from 'node:util';
import type { PublicJwk, Sign } from '@app/credential';
import type { KeyHolderName } from './signing-key.js';

/** ES256 over the bytes: 64 bytes, R‖S (RFC 7518 §3.4, RFC 9053 §2.1), at once. */
export type SignNow = (bytes: Uint8Array) => Uint8Array;

/** A private key ready to sign: at once, or beside the event loop where its holder can. */
export interface OpenKey {
  signNow: SignNow;
  sign: Sign;
}

/** Where a private key is: one of the two. */
export interface HeldKey {
  /** Sealed. */
  privateSealed: string | null;
  /** Name of it in the token. */
  tokenKey: string | null;
}

/** Keeps private keys and signs with them. */
export interface KeyHolder {
  readonly name: KeyHolderName;
  make(): HeldKey & { publicJwk: PublicJwk };
  open(key: HeldKey): OpenKey;
  /** A key that was made and is not used after all. */
  discard(key: HeldKey): void;
}

/** What seals and opens a text: the vault, with its purpose fixed. */
export interface Sealing {
  seal(text: string): string;
  open(sealed: string): string;
}

const HALF_BYTES = 32;

/** R‖S, 64 bytes, of an ECDSA signature on P-256 in DER: a SEQUENCE of two INTEGERs, each shorter than 128 bytes. */
export function rawSignature(der: Uint8Array): Uint8Array {
  const raw = new Uint8Array(2 * HALF_BYTES);
  let at = 2;
  for (const end of [HALF_BYTES, 2 * HALF_BYTES]) {
    const start = at + 2;
    at = start + (der[at + 1] ?? 0);
    // A leading zero keeps the number positive; leading zeros of the number itself are left out.
    const number = der.subarray(Math.max(start, at - HALF_BYTES), at);
    raw.set(number, end - number.length);
  }
  return raw;
}

const signLater = promisify(sign);

/** The key is a JWK, sealed in the row and open in the memory of the process. */
export function softwareHolder(sealing: Sealing): KeyHolder {
  return {
    name: 'software',
    make: () => {
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const privateSealed = sealing.seal(JSON.stringify(privateKey.export({ format: 'jwk' })));
      return { publicJwk: { kty: 'EC', crv: 'P-256', x, y }, privateSealed, tokenKey: null };
    },
    open: ({ privateSealed }) => {
      const jwk = JSON.parse(sealing.open(privateSealed ?? '')) as JsonWebKeyInput['key'];
      const key = createPrivateKey({ key: jwk, format: 'jwk' });
      // The key alone: with options beside it, node:crypto takes three times as long for a signature.
      return {
        signNow: (bytes) => rawSignature(sign('sha256', bytes, key)),
        sign: async (bytes) => rawSignature(await signLater('sha256', bytes, key)),
      };
    },
    discard: () => undefined,
  };
}
