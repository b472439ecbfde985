import { DomainError } from '@app/kernel';
import type { Sign } from './compact-jws.js';
import { encodeCbor } from './encode-cbor.js';
import { verifyEs256, type PublicJwk } from './jwk.js';
import { decodeCbor } from './strict-cbor.js';

/** RFC 9052 §2, §3.1 and RFC 9053 §2.1. */
const SIGN1_TAG = 0xd2;
const ALG = 1;
const CONTENT_TYPE = 3;
const KID = 4;
const ES256 = -7;
const CONTEXT = 'Signature1';
const SIGNATURE_BYTES = 64;
const MAX_BYTES = 4096;
const MAX_DEPTH = 2;
const NOTHING = new Uint8Array(0);

/** A message without its signature; sign `toBeSigned`, then `assembleCoseSign1`. */
export interface UnsignedCoseSign1 {
  protectedHeader: Uint8Array;
  payload: Uint8Array;
  /** The Sig_structure of RFC 9052 §4.4, encoded. */
  toBeSigned: Uint8Array<ArrayBuffer>;
}

export interface DecodedCoseSign1 extends UnsignedCoseSign1 {
  kid: Uint8Array | undefined;
  /** False when the key id stands outside the signature. */
  kidIsProtected: boolean;
  payload: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

/** The bytes that RFC 9052 §4.4 has signed. */
export function coseToBeSigned(
  protectedHeader: Uint8Array,
  payload: Uint8Array,
  externalData: Uint8Array = NOTHING,
): Uint8Array<ArrayBuffer> {
  return encodeCbor([CONTEXT, protectedHeader, externalData, payload]);
}

/** A message to sign by ES256, synchronously, wherever the key is. */
export function prepareCoseSign1(payload: Uint8Array, kid: Uint8Array): UnsignedCoseSign1 {
  const header = encodeCbor(new Map<number, number | Uint8Array>().set(ALG, ES256).set(KID, kid));
  return { protectedHeader: header, payload, toBeSigned: coseToBeSigned(header, payload) };
}

/** The tagged message. `signature` has 64 bytes, R‖S: `ieee-p1363` in node:crypto. */
export function assembleCoseSign1(unsigned: UnsignedCoseSign1, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  if (signature.length !== SIGNATURE_BYTES) throw new Error(`an ES256 signature has ${SIGNATURE_BYTES} bytes`);
  const message = encodeCbor([unsigned.protectedHeader, new Map(), unsigned.payload, signature]);
  const tagged = new Uint8Array(1 + message.length);
  tagged[0] = SIGN1_TAG;
  tagged.set(message, 1);
  return tagged;
}

export async function encodeCoseSign1(
  payload: Uint8Array,
  key: { kid: Uint8Array },
  sign: Sign,
): Promise<Uint8Array<ArrayBuffer>> {
  const unsigned = prepareCoseSign1(payload, key.kid);
  return assembleCoseSign1(unsigned, await sign(unsigned.toBeSigned));
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

function readHeaders(protectedHeader: Uint8Array, unprotected: Map<unknown, unknown>) {
  const header = decodeCbor(protectedHeader, { maxBytes: MAX_BYTES, maxDepth: 1 });
  if (!(header instanceof Map)) throw new DomainError('credential/malformed');
  const known = [...header.keys()].every((label) => label === ALG || label === CONTENT_TYPE || label === KID);
  // A label we do not know might be critical, and `crit` (2) says so of one.
  if (!known || header.get(ALG) !== ES256) throw new DomainError('credential/algorithm');
  if ([...unprotected.keys()].some((label) => label !== KID)) throw new DomainError('credential/algorithm');
  const kids = [header, unprotected].filter((map) => map.has(KID)).map((map): unknown => map.get(KID));
  const [kid] = kids;
  if (kids.length > 1 || (kid !== undefined && !isBytes(kid))) throw new DomainError('credential/malformed');
  return { kid, kidIsProtected: header.has(KID) };
}

/**
 * Takes a tagged COSE_Sign1 of at most 4,096 bytes apart without verifying it. Only ES256 and the headers `alg`,
 * `content type` and `kid` are known.
 * @throws DomainError `credential/malformed`, `credential/algorithm`
 */
export function decodeCoseSign1(message: Uint8Array, externalData: Uint8Array = NOTHING): DecodedCoseSign1 {
  if (message[0] !== SIGN1_TAG) throw new DomainError('credential/malformed');
  const parts = decodeCbor(message.subarray(1), { maxBytes: MAX_BYTES, maxDepth: MAX_DEPTH });
  if (!Array.isArray(parts) || parts.length !== 4) throw new DomainError('credential/malformed');
  const [protectedHeader, unprotected, payload, signature] = parts as unknown[];
  if (!isBytes(protectedHeader) || !(unprotected instanceof Map) || !isBytes(payload) || !isBytes(signature)) {
    throw new DomainError('credential/malformed');
  }
  if (signature.length !== SIGNATURE_BYTES) throw new DomainError('credential/malformed');
  return {
    ...readHeaders(protectedHeader, unprotected),
    protectedHeader,
    payload: new Uint8Array(payload),
    signature: new Uint8Array(signature),
    toBeSigned: coseToBeSigned(protectedHeader, payload, externalData),
  };
}

/**
 * The message, when its signature is good. Choosing the key by `kid` is the caller's part.
 * @throws DomainError `credential/malformed`, `credential/algorithm`, `credential/signature`
 */
export async function verifyCoseSign1(
  message: Uint8Array,
  publicJwk: PublicJwk,
  externalData: Uint8Array = NOTHING,
): Promise<DecodedCoseSign1> {
  const decoded = decodeCoseSign1(message, externalData);
  const valid = await verifyEs256(publicJwk, decoded.toBeSigned, decoded.signature);
  if (!valid) throw new DomainError('credential/signature');
  return decoded;
}
