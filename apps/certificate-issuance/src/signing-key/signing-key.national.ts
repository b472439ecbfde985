import { hash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import type { Sealing } from './signing-key.holder.js';
import type { NationalJwk } from './signing-key.js';

/** The user id that GM/T 0009 gives when the parties have agreed on no other. */
const USER_ID = '1234567812345678';
const COORDINATE_BYTES = 32;
const SIGNATURE_FORM = /^[\w-]{86}$/;

/** A second signature beside a credential, over the same bytes as the first. */
export interface NationalSignature {
  alg: 'SM2-SM3';
  kid: string;
  /** R‖S, 64 bytes in base64url. */
  signature: string;
}

export function makeNationalKey(sealing: Sealing): { nationalJwk: NationalJwk; nationalSealed: string } {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const point = Buffer.from(publicKey, 'hex').subarray(1);
  const x = point.subarray(0, COORDINATE_BYTES).toString('base64url');
  const y = point.subarray(COORDINATE_BYTES).toString('base64url');
  // As RFC 7638 has it; SM2 has no entry among the registered curves, so the name is that of OpenSSL and of GB/T 32918.
  const kid = hash('sha256', JSON.stringify({ crv: 'SM2', kty: 'EC', x, y }), 'base64url');
  return { nationalJwk: { kty: 'EC', crv: 'SM2', x, y, kid }, nationalSealed: sealing.seal(privateKey) };
}

const pointOf = ({ x, y }: Pick<NationalJwk, 'x' | 'y'>): string =>
  `04${Buffer.from(x, 'base64url').toString('hex')}${Buffer.from(y, 'base64url').toString('hex')}`;

/** SM2 with SM3, some thousands a second: for credentials made on demand, not for a batch. */
export function nationalSigner(jwk: NationalJwk, privateKey: string): (bytes: Uint8Array) => NationalSignature {
  const publicKey = pointOf(jwk);
  return (bytes) => {
    const hex = sm2.doSignature(bytes, privateKey, { hash: true, publicKey, userId: USER_ID });
    return { alg: 'SM2-SM3', kid: jwk.kid, signature: Buffer.from(hex, 'hex').toString('base64url') };
  };
}

export function verifyNational(
  jwk: NationalJwk,
  bytes: Uint8Array,
  { alg, kid, signature }: NationalSignature,
): boolean {
  if (alg !== 'SM2-SM3' || kid !== jwk.kid || !SIGNATURE_FORM.test(signature)) return false;
  const hex = Buffer.from(signature, 'base64url').toString('hex');
  try {
    return sm2.doVerifySignature(bytes, hex, pointOf(jwk), { hash: true, userId: USER_ID });
  } catch {
    // Numbers outside the group's order.
    return false;
  }
}
