import { DomainError } from '@app/kernel';
import { decodeBase64Url, encodeBase64Url } from './base64url.js';
import { verifyEs256, type PublicJwk } from './jwk.js';

const SIGNATURE_BYTES = 64;

export interface JwsHeader {
  alg: string;
  typ?: string;
  cty?: string;
  kid?: string;
}

export interface DecodedJws {
  header: JwsHeader;
  payload: unknown;
  signature: Uint8Array<ArrayBuffer>;
  /** The bytes the signature is made over: RFC 7515 §5.1 step 5. */
  signingInput: Uint8Array<ArrayBuffer>;
}

/** Makes the 64-byte ES256 signature (R‖S, RFC 7518 §3.4) of the bytes. */
export type Sign = (bytes: Uint8Array) => Promise<Uint8Array>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const encodeJson = (value: unknown): string => encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));

function decodeJson(text: string): unknown {
  const bytes = decodeBase64Url(text);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new DomainError('credential/malformed');
  }
}

export async function encodeCompactJws(header: JwsHeader, payload: object, sign: Sign): Promise<string> {
  const input = `${encodeJson(header)}.${encodeJson(payload)}`;
  const signature = await sign(new TextEncoder().encode(input));
  if (signature.length !== SIGNATURE_BYTES) throw new Error(`an ES256 signature has ${SIGNATURE_BYTES} bytes`);
  return `${input}.${encodeBase64Url(signature)}`;
}

/**
 * Takes a compact JWS apart without verifying it.
 * @throws DomainError `credential/malformed`
 */
export function decodeCompactJws(jws: string): DecodedJws {
  const parts = jws.split('.');
  const [head, body, tail] = parts;
  if (parts.length !== 3 || !head || !body || tail === undefined) throw new DomainError('credential/malformed');
  const header = decodeJson(head);
  if (!isObject(header) || typeof header['alg'] !== 'string') throw new DomainError('credential/malformed');
  // RFC 7515 §4.1.11: an extension that is not understood makes the JWS invalid, and none is.
  if ('crit' in header) throw new DomainError('credential/algorithm');
  return {
    header: header as unknown as JwsHeader,
    payload: decodeJson(body),
    signature: decodeBase64Url(tail),
    signingInput: new TextEncoder().encode(`${head}.${body}`),
  };
}

/**
 * Verifies an ES256 signature; the algorithm is ours to choose, the header only has to agree.
 * @throws DomainError `credential/malformed`, `credential/algorithm`, `credential/key` (the `kid` names another key),
 *   `credential/signature`
 */
export async function verifyCompactJws(jws: string, publicJwk: PublicJwk): Promise<DecodedJws> {
  const decoded = decodeCompactJws(jws);
  if (decoded.header.alg !== 'ES256') throw new DomainError('credential/algorithm');
  const { kid } = publicJwk;
  if (kid !== undefined && decoded.header.kid !== kid) throw new DomainError('credential/key');
  const valid = await verifyEs256(publicJwk, decoded.signingInput, decoded.signature);
  if (!valid) throw new DomainError('credential/signature');
  return decoded;
}
