import { DomainError } from '@app/kernel';
import { decodeBase64Url, encodeBase64Url } from './base64url.js';
import { encodeCompactJws, verifyCompactJws, type Sign } from './compact-jws.js';
import { compress, inflate } from './compression.js';
import type { PublicJwk } from './jwk.js';
import { bytesFor, isStatusWidth, type StatusBits } from './status-bits.js';
import { couldNotCheck, gapOf, tokenState, type StatusCheck } from './status-list.js';

/** draft-ietf-oauth-status-list §5.1. */
const MEDIA_TYPE = 'statuslist+jwt';
/** How far the issuer's clock may run ahead, seconds. */
const CLOCK_SKEW = 60;
/** A list of 2^20 entries of 8 bits. */
const MAX_LIST_BYTES = 2 ** 20;

/** The `status_list` claim. */
export interface EncodedStatusList {
  bits: number;
  /** base64url of the ZLIB form. */
  lst: string;
}

export async function encodeStatusList({ width, bytes }: StatusBits): Promise<EncodedStatusList> {
  return { bits: width, lst: encodeBase64Url(await compress(bytes, 'deflate')) };
}

/**
 * Inflates to at most `maxBytes`.
 * @throws DomainError `credential/malformed`
 */
export async function decodeStatusList(
  list: EncodedStatusList,
  maxBytes: number = MAX_LIST_BYTES,
): Promise<StatusBits> {
  const { bits, lst } = list;
  if (!isStatusWidth(bits) || typeof lst !== 'string') throw new DomainError('credential/malformed');
  return { width: bits, order: 'least-first', bytes: await inflate(decodeBase64Url(lst), 'deflate', maxBytes) };
}

export interface TokenStatusListFacts {
  /** Where the token is published: the `uri` of the credentials. */
  uri: string;
  issuer: string;
  kid: string;
  /** POSIX seconds. */
  issuedAt: number;
  expiresAt: number;
  /** Seconds a reader may keep it. */
  ttl: number;
}

export async function encodeTokenStatusList(
  facts: TokenStatusListFacts,
  list: StatusBits,
  sign: Sign,
): Promise<string> {
  const { uri, issuer, kid, issuedAt, expiresAt, ttl } = facts;
  const claims = {
    iss: issuer,
    sub: uri,
    iat: issuedAt,
    exp: expiresAt,
    ttl,
    status_list: await encodeStatusList(list),
  };
  return encodeCompactJws({ alg: 'ES256', typ: MEDIA_TYPE, kid }, claims, sign);
}

/** Which list a reader expects. */
export interface ExpectedList {
  uri: string;
  /** POSIX seconds. */
  now: number;
  /** How many entries the register says its lists have; a list that inflates to more or fewer is refused. */
  entries?: number;
}

/**
 * A list whose signature, type, address and times are good.
 * @throws DomainError `credential/malformed`, `credential/algorithm`, `credential/key`, `credential/signature`,
 *   `credential/expired`
 */
export async function verifyTokenStatusList(
  jwt: string,
  key: PublicJwk,
  { uri, now, entries }: ExpectedList,
): Promise<{ list: StatusBits; ttl: number | undefined }> {
  const { header, payload } = await verifyCompactJws(jwt, key);
  const { sub, iat, exp, ttl, status_list: encoded } = (payload ?? {}) as Record<string, unknown>;
  if (header.typ !== MEDIA_TYPE || sub !== uri || typeof iat !== 'number')
    throw new DomainError('credential/malformed');
  if (exp !== undefined && typeof exp !== 'number') throw new DomainError('credential/malformed');
  if (iat > now + CLOCK_SKEW || (exp !== undefined && exp <= now)) throw new DomainError('credential/expired');
  const { bits, lst } = (encoded ?? {}) as EncodedStatusList;
  if (!isStatusWidth(bits)) throw new DomainError('credential/malformed');
  const wanted = entries === undefined ? MAX_LIST_BYTES : bytesFor(entries, bits);
  const list = await decodeStatusList({ bits, lst }, wanted);
  if (entries !== undefined && list.bytes.length !== wanted) throw new DomainError('credential/malformed');
  return { list, ttl: typeof ttl === 'number' && ttl > 0 ? ttl : undefined };
}

/**
 * The status of one certificate. Never throws and never says valid for want of an answer.
 * @param fetchList answers the token's text; what it throws means unreachable
 */
export async function checkTokenStatus(
  fetchList: () => Promise<string>,
  key: PublicJwk,
  expected: ExpectedList & { index: number },
): Promise<StatusCheck> {
  let jwt: string;
  try {
    jwt = await fetchList();
  } catch {
    return couldNotCheck('unreachable');
  }
  try {
    const { list } = await verifyTokenStatusList(jwt, key, expected);
    return tokenState(list, expected.index);
  } catch (error) {
    return couldNotCheck(gapOf(error));
  }
}
