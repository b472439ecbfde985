import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { der, oid, TAG } from './certificate-der.pdf.js';

const OID = {
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  organisationIdentifier: '2.5.4.97',
  commonName: '2.5.4.3',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  authorityKeyIdentifier: '2.5.29.35',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const;
/** Bits of keyUsage, from the left; nonRepudiation is what says that a signature binds. */
const KEY_USAGE = { digitalSignatureAndNonRepudiation: 0xc0, keyCertSignAndCrlSign: 0x06 } as const;
const UNUSED_BITS = { 0xc0: 6, 0x06: 1 } as const;

/** Whom a certificate names. */
export interface X509Name {
  /** As filed. */
  name: string;
  /** The registry's own identifier of it, in `organizationIdentifier`. */
  organisationId?: string;
}

export interface X509Key {
  subject: X509Name;
  /** SubjectPublicKeyInfo of a P-256 key, DER. */
  publicKeyDer: Uint8Array;
}

/** A key that issues certificates; it may sit in a token. */
export interface X509Issuer extends X509Key {
  /** ECDSA with SHA-256 over the bytes, DER. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

export interface Validity {
  notBefore: Date;
  notAfter: Date;
}

const view = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
const octets = (bytes: Uint8Array): asn1js.OctetString => new asn1js.OctetString({ valueHex: view(bytes) });
const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** One attribute a set: pkijs by itself would put all of them into one. */
function nameOf({ name, organisationId }: X509Name): pkijs.RelativeDistinguishedNames {
  const attribute = (type: string, tag: number, value: string): Buffer =>
    der(TAG.set, der(TAG.sequence, oid(type), der(tag, Buffer.from(value))));
  const parts = [
    attribute(OID.country, TAG.printable, 'CN'),
    attribute(OID.organisation, TAG.utf8, name),
    ...(organisationId === undefined ? [] : [attribute(OID.organisationIdentifier, TAG.utf8, organisationId)]),
    attribute(OID.commonName, TAG.utf8, name),
  ];
  return pkijs.RelativeDistinguishedNames.fromBER(view(der(TAG.sequence, ...parts)));
}

const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock): pkijs.Extension =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER(false) });

function keyUsage(bits: keyof typeof UNUSED_BITS): pkijs.Extension {
  const unusedBits = UNUSED_BITS[bits];
  return extension(OID.keyUsage, true, new asn1js.BitString({ valueHex: view(Uint8Array.of(bits)), unusedBits }));
}

/** RFC 7093 method 1: the leftmost 160 bits of SHA-256 of the key. */
function keyIdentifier(publicKeyDer: Uint8Array): Buffer {
  const info = pkijs.PublicKeyInfo.fromBER(view(publicKeyDer));
  return sha256(new Uint8Array(info.subjectPublicKey.valueBlock.valueHexView)).subarray(0, 20);
}

/** Deterministic, positive and not to be guessed in order: of the two keys and the first day. */
function serialOf(issuer: X509Key, key: X509Key, { notBefore }: Validity): asn1js.Integer {
  const bytes = sha256(issuer.publicKeyDer, key.publicKeyDer, notBefore.toISOString()).subarray(0, 16);
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return new asn1js.Integer({ valueHex: view(bytes) });
}

async function issue(
  issuer: X509Issuer,
  key: X509Key,
  validity: Validity,
  extensions: pkijs.Extension[],
): Promise<Buffer> {
  const algorithm = new pkijs.AlgorithmIdentifier({ algorithmId: OID.ecdsaWithSha256 });
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: serialOf(issuer, key, validity),
    signature: algorithm,
    issuer: nameOf(issuer.subject),
    notBefore: new pkijs.Time({ type: 0, value: validity.notBefore }),
    notAfter: new pkijs.Time({ type: 0, value: validity.notAfter }),
    subject: nameOf(key.subject),
    subjectPublicKeyInfo: pkijs.PublicKeyInfo.fromBER(view(key.publicKeyDer)),
    signatureAlgorithm: algorithm,
    extensions: [
      ...extensions,
      extension(OID.subjectKeyIdentifier, false, octets(keyIdentifier(key.publicKeyDer))),
      extension(
        OID.authorityKeyIdentifier,
        false,
        new pkijs.AuthorityKeyIdentifier({ keyIdentifier: octets(keyIdentifier(issuer.publicKeyDer)) }).toSchema(),
      ),
    ],
  });
  const toBeSigned = new Uint8Array(certificate.encodeTBS().toBER(false));
  certificate.tbsView = toBeSigned;
  certificate.signatureValue = new asn1js.BitString({ valueHex: view(await issuer.sign(toBeSigned)) });
  return Buffer.from(certificate.toSchema(true).toBER(false));
}

/**
 * The certificate of a body's signing key: for signatures that bind, and nothing else. All but the signature is the
 * same whenever it is made.
 * @returns X.509 version 3, DER
 */
export function bodyCertificate(issuer: X509Issuer, body: X509Key, validity: Validity): Promise<Buffer> {
  return issue(issuer, body, validity, [
    extension(OID.basicConstraints, true, new pkijs.BasicConstraints({ cA: false }).toSchema()),
    keyUsage(KEY_USAGE.digitalSignatureAndNonRepudiation),
  ]);
}

/** The registry's own certificate, signed by itself: it issues certificates of bodies, and no further issuers. */
export function registryCertificate(registry: X509Issuer, validity: Validity): Promise<Buffer> {
  const constraints = new pkijs.BasicConstraints({ cA: true, pathLenConstraint: 0 });
  return issue(registry, registry, validity, [
    extension(OID.basicConstraints, true, constraints.toSchema()),
    keyUsage(KEY_USAGE.keyCertSignAndCrlSign),
  ]);
}
