import { DomainError } from '@app/kernel';
import { decodeBase45, encodeBase45 } from './base45.js';
import { decodeBase64Url } from './base64url.js';
import { decodeCoseSign1, prepareCoseSign1, type UnsignedCoseSign1 } from './cose-sign1.js';
import { jwkThumbprint, verifyEs256, type PublicJwk } from './jwk.js';
import { decodePaperPayload, encodePaperClaims, type CutField, type PaperClaims } from './paper-claims.js';

/** Names the format, and keeps the text in the alphanumeric mode of QR. */
export const PAPER_PREFIX = 'JZ1:';
/** Capacity of a QR symbol of version 13 (69 modules) at level Q in alphanumeric mode, ISO/IEC 18004 table 7. */
export const PAPER_MAX_CHARS = 352;
/** The key id is the beginning of the key's thumbprint: enough to find the key, not to trust it. */
export const PAPER_KID_BYTES = 8;
/** Whole groups of base64url that hold them; the rest of the thumbprint need not be decoded for every paper. */
const PAPER_KID_CHARS = 12;
/** What COSE_Sign1 adds to the payload: tag, array, headers with a key id of 8 bytes, lengths, signature. */
const ENVELOPE_BYTES = 85;
const MAX_COSE_BYTES = Math.floor((PAPER_MAX_CHARS - PAPER_PREFIX.length) / 3) * 2;
export const PAPER_MAX_PAYLOAD_BYTES = MAX_COSE_BYTES - ENVELOPE_BYTES;

/** Drops the last character as people count them, so that no mark is torn from its letter. */
function withoutLast(text: string): string {
  const starts = Array.from(new Intl.Segmenter('zh').segment(text), ({ index }) => index);
  return text.slice(0, starts.at(-1));
}

/**
 * The cut rule. When the payload is too long for the symbol, the specialty loses characters from its end until it fits,
 * and when it is gone, the holder's name does (never its first character). What was cut is named in `cut`, so a reader
 * shows it as a beginning (`张三…`) and the full text comes from the register or the digital credential.
 * @throws DomainError `credential/malformed`
 */
export const fitPaperClaims = (claims: PaperClaims): PaperClaims => fit(claims).claims;

function fit(claims: PaperClaims): { claims: PaperClaims; payload: Uint8Array<ArrayBuffer> } {
  let fitted = claims;
  let payload = encodePaperClaims(fitted);
  const cut = new Set<CutField>(claims.cut);
  while (payload.length > PAPER_MAX_PAYLOAD_BYTES) {
    const field: CutField = fitted.specialty === '' ? 'holderName' : 'specialty';
    cut.add(field);
    fitted = { ...fitted, [field]: withoutLast(fitted[field]), cut: [...cut].sort() };
    payload = encodePaperClaims(fitted);
  }
  return { claims: fitted, payload };
}

/** The payload of the printed code, at most `PAPER_MAX_PAYLOAD_BYTES`, texts cut by `fitPaperClaims`. */
export const encodePaperPayload = (claims: PaperClaims): Uint8Array<ArrayBuffer> => fit(claims).payload;

/** The key id of a key in a printed code. `thumbprint` is the one of RFC 7638, base64url. */
export const paperKid = (thumbprint: string): Uint8Array =>
  decodeBase64Url(thumbprint.slice(0, PAPER_KID_CHARS)).slice(0, PAPER_KID_BYTES);

/** The message to sign for a certificate; then `assembleCoseSign1` and `paperText`. */
export const preparePaperCredential = (claims: PaperClaims, thumbprint: string): UnsignedCoseSign1 =>
  prepareCoseSign1(encodePaperPayload(claims), paperKid(thumbprint));

/**
 * The text to print as a QR code (alphanumeric mode, level Q).
 * @throws DomainError `credential/too-long`: the message does not fit version 13
 */
export function paperText(cose: Uint8Array): string {
  const text = PAPER_PREFIX + encodeBase45(cose);
  if (text.length > PAPER_MAX_CHARS) throw new DomainError('credential/too-long', { chars: text.length });
  return text;
}

/**
 * The message in a scanned text, not verified.
 * @throws DomainError `credential/malformed`
 */
export function paperMessage(text: string): Uint8Array<ArrayBuffer> {
  if (!text.startsWith(PAPER_PREFIX)) throw new DomainError('credential/malformed');
  return decodeBase45(text.slice(PAPER_PREFIX.length), PAPER_MAX_CHARS - PAPER_PREFIX.length);
}

/** A key that may sign printed codes, and for whom. */
export interface PaperKey {
  jwk: PublicJwk;
  issuer: { organisationId: string; name: string };
  /** How the certificate numbers of this issuer begin: the 13 characters of each site. */
  numberPrefixes: readonly string[];
  /** First and last day of issue, `YYYY-MM-DD`, that the key may sign for; open when absent. */
  firstDay?: string;
  lastDay?: string;
}

/** Keys by the beginning of their thumbprint; two keys may share one. */
export type PaperKeySet = ReadonlyMap<string, readonly PaperKey[]>;

const kidName = (kid: Uint8Array): string => kid.join('.');

export async function paperKeySet(keys: readonly PaperKey[]): Promise<PaperKeySet> {
  const set = new Map<string, PaperKey[]>();
  for (const key of keys) {
    const name = kidName(paperKid(await jwkThumbprint(key.jwk)));
    set.set(name, [...(set.get(name) ?? []), key]);
  }
  return set;
}

export interface VerifiedPaper {
  claims: PaperClaims;
  key: PaperKey;
}

function mayHaveIssued({ numberPrefixes, firstDay = '', lastDay = '9999' }: PaperKey, claims: PaperClaims): boolean {
  const own = numberPrefixes.some((prefix) => prefix !== '' && claims.certificateNumber.startsWith(prefix));
  return own && claims.issuedOn >= firstDay && claims.issuedOn <= lastDay;
}

/**
 * What a printed code says and who signed it. It says nothing about revocation.
 * @throws DomainError `credential/malformed`, `credential/version`, `credential/algorithm`, `credential/key` (nobody's
 *   key), `credential/signature`, `credential/issuer` (signed well, by a key that may not issue this number or day)
 */
export async function verifyPaperText(text: string, keys: PaperKeySet): Promise<VerifiedPaper> {
  const { kid, kidIsProtected, payload, signature, toBeSigned } = decodeCoseSign1(paperMessage(text));
  if (kid?.length !== PAPER_KID_BYTES || !kidIsProtected) throw new DomainError('credential/malformed');
  const claims = decodePaperPayload(payload);
  const candidates = keys.get(kidName(kid)) ?? [];
  if (candidates.length === 0) throw new DomainError('credential/key');
  for (const key of candidates) {
    if (!(await verifyEs256(key.jwk, toBeSigned, signature))) continue;
    if (!mayHaveIssued(key, claims)) throw new DomainError('credential/issuer');
    return { claims, key };
  }
  throw new DomainError('credential/signature');
}
