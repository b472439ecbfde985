import { DomainError } from '@app/kernel';
import { decodeBase64Url, encodeBase64Url } from './base64url.js';
import { encodeCompactJws, verifyCompactJws, type Sign } from './compact-jws.js';
import { compress, inflate } from './compression.js';
import type { PublicJwk } from './jwk.js';
import { bytesFor, type StatusBits, type StatusWidth } from './status-bits.js';
import { couldNotCheck, gapOf, messageState, MIN_STATUS_ENTRIES, type StatusCheck } from './status-list.js';

/** W3C Bitstring Status List v1.0. */
const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
const MEDIA_TYPE = 'vc+jwt';
/** Multibase base64url without padding. */
const MULTIBASE = 'u';

export type StatusPurpose = 'revocation' | 'message';

/** §2.1: how a credential points to its place in a list. */
export interface BitstringStatusListEntry {
  id: string;
  type: 'BitstringStatusListEntry';
  statusPurpose: StatusPurpose;
  /** Decimal. */
  statusListIndex: string;
  statusListCredential: string;
  /** Bits of a status; 1 when absent. */
  statusSize?: number;
  statusMessage?: readonly { status: string; message: string }[];
}

/** What the values of a `message` list mean. */
const MESSAGES = [
  { status: '0x0', message: 'valid' },
  { status: '0x1', message: 'revoked' },
  { status: '0x2', message: 'cancelled' },
  { status: '0x3', message: 'replaced' },
] as const;

/** Where the two lists of a page of the register are published, and a certificate's place in both. */
export interface StatusPlace {
  revocationList: string;
  messageList: string;
  index: number;
}

export function statusEntries({ revocationList, messageList, index }: StatusPlace): BitstringStatusListEntry[] {
  const entry = (purpose: StatusPurpose, list: string): BitstringStatusListEntry => ({
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(index),
    statusListCredential: list,
  });
  return [
    entry('revocation', revocationList),
    { ...entry('message', messageList), statusSize: 2, statusMessage: MESSAGES },
  ];
}

/** §3.3. @throws DomainError `credential/malformed` for fewer than 131,072 entries */
export async function encodeBitstring({ bytes, width }: StatusBits): Promise<string> {
  if (bytes.length < bytesFor(MIN_STATUS_ENTRIES, width)) throw new DomainError('credential/malformed');
  return MULTIBASE + encodeBase64Url(await compress(bytes, 'gzip'));
}

/**
 * §3.4, inflating to exactly the bytes of `entries`.
 * @throws DomainError `credential/malformed`
 */
export async function decodeBitstring(text: string, width: StatusWidth, entries: number): Promise<StatusBits> {
  if (!text.startsWith(MULTIBASE)) throw new DomainError('credential/malformed');
  const wanted = bytesFor(entries, width);
  const bytes = await inflate(decodeBase64Url(text.slice(1)), 'gzip', wanted);
  if (bytes.length !== wanted) throw new DomainError('credential/malformed');
  return { width, order: 'most-first', bytes };
}

export interface BitstringStatusListFacts {
  /** Address of the list, and its id. */
  url: string;
  issuer: string;
  purpose: StatusPurpose;
  /** RFC 3339. */
  validFrom: string;
  validUntil: string;
  kid: string;
}

/** §2.2 as a compact JWS, `vc+jwt`. */
export async function encodeBitstringStatusList(
  facts: BitstringStatusListFacts,
  list: StatusBits,
  sign: Sign,
): Promise<string> {
  const { url, issuer, purpose, validFrom, validUntil, kid } = facts;
  const credential = {
    '@context': [VC_CONTEXT],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom,
    validUntil,
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: await encodeBitstring(list),
    },
  };
  return encodeCompactJws({ alg: 'ES256', typ: MEDIA_TYPE, cty: 'vc', kid }, credential, sign);
}

export interface ExpectedBitstring {
  url: string;
  issuer: string;
  purpose: StatusPurpose;
  entries: number;
  now: Date;
}

interface ListCredential {
  id?: unknown;
  type?: unknown;
  issuer?: unknown;
  validFrom?: unknown;
  validUntil?: unknown;
  credentialSubject?: { type?: unknown; statusPurpose?: unknown; encodedList?: unknown };
}

/** A moment, or `NaN` for what is none, which every comparison refuses. */
const moment = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN);

/**
 * A list whose signature, issuer, purpose, size and times are good.
 * @throws DomainError `credential/malformed`, `credential/algorithm`, `credential/key`, `credential/signature`,
 *   `credential/issuer`, `credential/expired`
 */
export async function verifyBitstringStatusList(
  jwt: string,
  key: PublicJwk,
  expected: ExpectedBitstring,
): Promise<StatusBits> {
  const { header, payload } = await verifyCompactJws(jwt, key);
  const { id, type, issuer, validFrom, validUntil, credentialSubject = {} } = (payload ?? {}) as ListCredential;
  const isList = Array.isArray(type) && type.includes('BitstringStatusListCredential') && id === expected.url;
  const { statusPurpose, encodedList } = credentialSubject;
  if (header.typ !== MEDIA_TYPE || !isList || typeof encodedList !== 'string')
    throw new DomainError('credential/malformed');
  if (statusPurpose !== expected.purpose) throw new DomainError('credential/malformed');
  if (issuer !== expected.issuer) throw new DomainError('credential/issuer');
  const now = expected.now.getTime();
  const current = moment(validFrom) <= now && (validUntil === undefined || moment(validUntil) > now);
  if (!current) throw new DomainError('credential/expired');
  return decodeBitstring(encodedList, expected.purpose === 'message' ? 2 : 1, expected.entries);
}

/**
 * The status of one certificate from the list with purpose `message`. Never throws and never says valid for want of an
 * answer.
 * @param fetchList answers the credential's text; what it throws means unreachable
 */
export async function checkBitstringStatus(
  fetchList: () => Promise<string>,
  key: PublicJwk,
  expected: Omit<ExpectedBitstring, 'purpose'> & { index: number },
): Promise<StatusCheck> {
  let jwt: string;
  try {
    jwt = await fetchList();
  } catch {
    return couldNotCheck('unreachable');
  }
  try {
    return messageState(await verifyBitstringStatusList(jwt, key, { ...expected, purpose: 'message' }), expected.index);
  } catch (error) {
    return couldNotCheck(gapOf(error));
  }
}
