import { createPublicKey, hash } from 'node:crypto';
import type { PublicJwk } from '@app/credential';
import { BitString, fromBER, Integer, OctetString, PrintableString, Sequence, Set as AsnSet, Utf8String } from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
  Time,
} from 'pkijs';

const OID = {
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;
/** RFC 5280 §4.2.1.3; the second number is how many bits of the byte are not used. */
const SIGNS_DOCUMENTS = [0b1100_0000, 6] as const;
const SIGNS_CERTIFICATES = [0b0000_0110, 1] as const;
const SERIAL_BYTES = 16;
const KEY_ID_BYTES = 20;
const COORDINATE_BYTES = 32;
/** A registry's certificates have to be readable for as long as its paper: keys are rotated long before. */
const CA_YEARS = 20;
const BODY_YEARS = 10;
const REGISTRY = { commonName: '匠证登记机构 Jiangzheng Registry CA', organisation: '匠证 Jiangzheng' };

/** ES256 over the bytes: 64 bytes, R‖S. */
type SignNow = (bytes: Uint8Array) => Uint8Array;

/** The issuer of body certificates. */
export interface Authority {
  certificateDer: Uint8Array;
  signNow: SignNow;
}

/** DER of an ECDSA signature that came as R‖S, as X.509 and CMS have it. */
export function derSignature(raw: Uint8Array): Uint8Array {
  const numbers = [raw.subarray(0, COORDINATE_BYTES), raw.subarray(COORDINATE_BYTES)].map((half) =>
    Integer.fromBigInt(bigintOf(half)),
  );
  return new Uint8Array(new Sequence({ value: numbers }).toBER());
}

/** The certificate of the registry's own key, signed by itself. */
export function caCertificate(publicJwk: PublicJwk, kid: string, signNow: SignNow, now: Date): Uint8Array {
  const certificate = draft(publicJwk, kid);
  certificate.subject = nameOf(REGISTRY);
  certificate.issuer = certificate.subject;
  lastYears(certificate, now, CA_YEARS);
  const constraints = new BasicConstraints({ cA: true, pathLenConstraint: 0 });
  addExtension(certificate, OID.basicConstraints, true, constraints.toSchema().toBER());
  addKeyUsage(certificate, SIGNS_CERTIFICATES);
  addKeyIds(certificate, certificate);
  return signed(certificate, signNow);
}

/** The certificate of a service that signs its own documents, signed by itself: whoever checks compares it with the published one. */
export function serviceCertificate(
  { publicJwk, kid, name }: { publicJwk: PublicJwk; kid: string; name: string },
  signNow: SignNow,
  now: Date,
): Uint8Array {
  const certificate = draft(publicJwk, kid);
  certificate.subject = nameOf({ commonName: name, organisation: REGISTRY.organisation });
  certificate.issuer = certificate.subject;
  lastYears(certificate, now, CA_YEARS);
  addExtension(certificate, OID.basicConstraints, true, new BasicConstraints().toSchema().toBER());
  addKeyUsage(certificate, SIGNS_DOCUMENTS);
  addKeyIds(certificate, certificate);
  return signed(certificate, signNow);
}

/** 机构证书: says that the key signs for the filed body of this name. */
export function bodyCertificate(
  { publicJwk, kid, filedName }: { publicJwk: PublicJwk; kid: string; filedName: string },
  authority: Authority,
  now: Date,
): Uint8Array {
  const issuer = Certificate.fromBER(bytesOf(authority.certificateDer));
  const certificate = draft(publicJwk, kid);
  certificate.subject = nameOf({ commonName: filedName, organisation: filedName });
  certificate.issuer = issuer.subject;
  lastYears(certificate, now, BODY_YEARS);
  // Validity nests: nothing outlives what vouches for it.
  if (certificate.notAfter.value > issuer.notAfter.value) certificate.notAfter = issuer.notAfter;
  addExtension(certificate, OID.basicConstraints, true, new BasicConstraints().toSchema().toBER());
  addKeyUsage(certificate, SIGNS_DOCUMENTS);
  addKeyIds(certificate, issuer);
  return signed(certificate, authority.signNow);
}

function draft(publicJwk: PublicJwk, kid: string): Certificate {
  const { kty, crv, x, y } = publicJwk;
  const spki = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' }).export({ format: 'der', type: 'spki' });
  const certificate = new Certificate();
  // Version 3.
  certificate.version = 2;
  // 128 bits of the thumbprint: unique as the key is, and it tells which key of the key set this is.
  certificate.serialNumber = Integer.fromBigInt(bigintOf(Buffer.from(kid, 'base64url').subarray(0, SERIAL_BYTES)));
  certificate.subjectPublicKeyInfo = new PublicKeyInfo({ schema: fromBER(bytesOf(spki)).result });
  certificate.signature = new AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 });
  certificate.signatureAlgorithm = certificate.signature;
  certificate.extensions = [];
  return certificate;
}

/** One attribute in each part of the name; pkijs by itself would put all of them into one part. */
function nameOf({ commonName, organisation }: { commonName: string; organisation: string }) {
  const attributes = [
    new AttributeTypeAndValue({ type: OID.country, value: new PrintableString({ value: 'CN' }) }),
    new AttributeTypeAndValue({ type: OID.organisation, value: new Utf8String({ value: organisation }) }),
    new AttributeTypeAndValue({ type: OID.commonName, value: new Utf8String({ value: commonName }) }),
  ];
  const name = new Sequence({ value: attributes.map((each) => new AsnSet({ value: [each.toSchema()] })) });
  return new RelativeDistinguishedNames({ schema: fromBER(name.toBER()).result });
}

function lastYears(certificate: Certificate, now: Date, years: number): void {
  const end = new Date(now);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  certificate.notBefore = timeOf(now);
  certificate.notAfter = timeOf(end);
}

/** RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050. */
const timeOf = (value: Date): Time => new Time({ type: value.getUTCFullYear() < 2050 ? 0 : 1, value });

function addExtension(certificate: Certificate, extnID: string, critical: boolean, extnValue: ArrayBuffer): void {
  certificate.extensions?.push(new Extension({ extnID, critical, extnValue }));
}

function addKeyUsage(certificate: Certificate, [bits, unusedBits]: readonly [number, number]): void {
  const usage = new BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits });
  addExtension(certificate, OID.keyUsage, true, usage.toBER());
}

function addKeyIds(certificate: Certificate, issuer: Certificate): void {
  const own = new OctetString({ valueHex: keyIdOf(certificate) });
  addExtension(certificate, OID.subjectKeyIdentifier, false, own.toBER());
  const authority = new AuthorityKeyIdentifier({ keyIdentifier: new OctetString({ valueHex: keyIdOf(issuer) }) });
  addExtension(certificate, OID.authorityKeyIdentifier, false, authority.toSchema().toBER());
}

/** RFC 7093 §2 method 1: the leftmost 160 bits of the SHA-256 of the public key. */
function keyIdOf({ subjectPublicKeyInfo }: Certificate): ArrayBuffer {
  const key = new Uint8Array(subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView);
  return bytesOf(hash('sha256', key, 'buffer').subarray(0, KEY_ID_BYTES));
}

function signed(certificate: Certificate, signNow: SignNow): Uint8Array {
  const body = new Uint8Array(certificate.encodeTBS().toBER());
  certificate.tbsView = body;
  certificate.signatureValue = new BitString({ valueHex: bytesOf(derSignature(signNow(body))) });
  return new Uint8Array(certificate.toSchema().toBER());
}

const bigintOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
