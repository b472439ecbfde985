import { DomainError } from '@app/kernel';
import { encodeBase64Url } from '../base64url.js';
import { jwkThumbprint, verifyEs256, type PublicJwk } from '../jwk.js';
import { sameBytes, type Hash } from '../tlog/index.js';
import { DER, derChildren, derElements, oidBytes, type DerElement } from './der.js';

const OID = {
  signedData: oidBytes('1.2.840.113549.1.7.2'),
  messageDigest: oidBytes('1.2.840.113549.1.9.4'),
  signingCertificateV2: oidBytes('1.2.840.113549.1.9.16.2.47'),
};
/** ecPublicKey on prime256v1: what comes before the point in a SubjectPublicKeyInfo. */
const P256_ALGORITHM = Uint8Array.of(6, 7, 42, 134, 72, 206, 61, 2, 1, 6, 8, 42, 134, 72, 206, 61, 3, 1, 7);
const CONTEXT_0 = 0xa0;
const COORDINATE_BYTES = 32;
const CMS_HEX_MAX = 64_000;
const CERTIFICATES_MAX = 4;
const RANGES_MAX = 2;

export type FileSignature =
  | { outcome: 'unsigned' | 'changed' }
  /** As it was signed, by the key of this thumbprint. */
  | { outcome: 'unchanged'; kid: string };

interface Placed {
  covered: Uint8Array<ArrayBuffer>;
  cms: Uint8Array<ArrayBuffer>;
}

/** Signed bytes and signature; null when the range is not the whole file but the signature. */
function placed(bytes: Uint8Array, range: string): Placed | null {
  const numbers = range.trim().split(/\s+/).map(Number);
  const [from = -1, length = -1, second = -1, rest = -1] = numbers;
  const hex = new TextDecoder('latin1').decode(bytes.subarray(length, Math.min(second, length + CMS_HEX_MAX)));
  const isWhole = numbers.length === 4 && from === 0 && second > length && second + rest === bytes.length;
  if (!isWhole || !/^<([0-9A-Fa-f]{2})+>$/.test(hex) || hex.length !== second - length) return null;
  const cms = Uint8Array.from(hex.slice(1, -1).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const covered = new Uint8Array(length + rest);
  covered.set(bytes.subarray(0, length));
  covered.set(bytes.subarray(second), length);
  return { covered, cms };
}

/** Point of a certificate's P-256 key. @throws DomainError `offline/der` */
function keyOf(certificate: Uint8Array): PublicJwk {
  const [tbs] = derChildren(derElements(certificate, 1)[0], DER.sequence);
  const fields = derChildren(tbs, DER.sequence);
  const spki = fields[fields[0]?.tag === CONTEXT_0 ? 6 : 5];
  const [algorithm, bits] = derChildren(spki, DER.sequence);
  const point = bits?.content ?? new Uint8Array();
  const isP256 = algorithm !== undefined && sameBytes(algorithm.content, P256_ALGORITHM);
  if (!isP256 || point.length !== 2 + 2 * COORDINATE_BYTES || point[1] !== 4) throw new DomainError('offline/der');
  const half = (at: number): string => encodeBase64Url(point.subarray(at, at + COORDINATE_BYTES));
  return { kty: 'EC', crv: 'P-256', x: half(2), y: half(2 + COORDINATE_BYTES) };
}

/** ECDSA as R‖S from its DER form. @throws DomainError `offline/der` */
function rawSignature(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(2 * COORDINATE_BYTES);
  for (const [at, { content }] of derChildren(derElements(der, 1)[0], DER.sequence, 2).entries()) {
    const digits = content[0] === 0 ? content.subarray(1) : content;
    if (digits.length > COORDINATE_BYTES) throw new DomainError('offline/der');
    raw.set(digits, (at + 1) * COORDINATE_BYTES - digits.length);
  }
  return raw;
}

interface Cms {
  certificates: Uint8Array[];
  attributes: DerElement;
  signature: Uint8Array;
}

/** @throws DomainError `offline/der` */
function readCms(bytes: Uint8Array): Cms {
  // The room in the file may be longer than the signature: zeros follow it.
  const length = 4 + ((bytes[2] ?? 0) << 8) + (bytes[3] ?? 0);
  const [type, wrapped] = derChildren(derElements(bytes.subarray(0, length), 1)[0], DER.sequence);
  if (!type || !sameBytes(type.content, OID.signedData)) throw new DomainError('offline/der');
  const content = derChildren(derChildren(wrapped, CONTEXT_0)[0], DER.sequence);
  const certificates = derChildren(
    content.find(({ tag }) => tag === CONTEXT_0),
    CONTEXT_0,
    CERTIFICATES_MAX,
  );
  const infos = derChildren(content.at(-1), DER.set, 1);
  const info = derChildren(infos[0], DER.sequence);
  const attributes = info.find(({ tag }) => tag === CONTEXT_0);
  const signature = info.find(({ tag }) => tag === DER.octets);
  if (!attributes || !signature) throw new DomainError('offline/der');
  return { certificates: certificates.map(({ whole }) => whole), attributes, signature: signature.content };
}

/** Value of a signed attribute. @throws DomainError `offline/der` unless it is there once, with one value */
function attributeOf(attributes: DerElement, type: Uint8Array): DerElement {
  const found = derChildren(attributes, CONTEXT_0)
    .map((each) => derChildren(each, DER.sequence))
    .filter(([oid]) => oid?.tag === DER.oid && sameBytes(oid.content, type));
  const [value, ...more] = derChildren(found[0]?.[1], DER.set);
  if (!value || more.length > 0 || found.length !== 1) throw new DomainError('offline/der');
  return value;
}

async function verified({ covered, cms }: Placed, hash: Hash): Promise<FileSignature> {
  const { certificates, attributes, signature } = readCms(cms);
  const digest = attributeOf(attributes, OID.messageDigest).content;
  const [certIds] = derChildren(attributeOf(attributes, OID.signingCertificateV2), DER.sequence);
  const named = derChildren(derChildren(certIds, DER.sequence)[0], DER.sequence)[0]?.content ?? new Uint8Array();
  const certificate = certificates.find((der) => sameBytes(hash(der), named));
  if (!certificate || !sameBytes(hash(covered), digest)) return { outcome: 'changed' };
  const jwk = keyOf(certificate);
  // RFC 5652 §5.4: signed as a SET, kept as [0].
  const signed = new Uint8Array(attributes.whole);
  signed[0] = DER.set;
  if (!(await verifyEs256(jwk, signed, rawSignature(signature)))) return { outcome: 'changed' };
  return { outcome: 'unchanged', kid: await jwkThumbprint(jwk) };
}

/**
 * The signature of a certificate page (CAdES-B, as the registry makes it): over the whole file but itself. Whose the key
 * is, the reader has to know; the X.509 chain is not followed, for the list of keys says more than it does.
 */
export async function checkFileSignature(bytes: Uint8Array, hash: Hash): Promise<FileSignature> {
  const text = new TextDecoder('latin1').decode(bytes);
  const ranges: RegExpExecArray[] = [];
  for (const range of text.matchAll(/\/ByteRange\s*\[([\d\s]{1,60})\]/g)) {
    if (ranges.push(range) >= RANGES_MAX) break;
  }
  if (ranges.length === 0) return { outcome: text.includes('/ByteRange') ? 'changed' : 'unsigned' };
  const [range] = ranges;
  const parts = ranges.length === 1 ? placed(bytes, range?.[1] ?? '') : null;
  if (!parts) return { outcome: 'changed' };
  try {
    return await verified(parts, hash);
  } catch {
    return { outcome: 'changed' };
  }
}
