import { createHash } from 'node:crypto';
import { context, der, elements, oid, TAG } from './der.js';

const OID = {
  data: oid('1.2.840.113549.1.7.1'),
  signedData: oid('1.2.840.113549.1.7.2'),
  contentType: oid('1.2.840.113549.1.9.3'),
  messageDigest: oid('1.2.840.113549.1.9.4'),
  signingCertificateV2: oid('1.2.840.113549.1.9.16.2.47'),
};
/** RFC 5754: without parameters. */
const SHA256 = der(TAG.sequence, oid('2.16.840.1.101.3.4.2.1'));
const ECDSA_SHA256 = der(TAG.sequence, oid('1.2.840.10045.4.3.2'));
const VERSION_1 = der(TAG.integer, Buffer.of(1));
const DIRECTORY_NAME = context(4);

/** Whoever signs documents for a body: a key of any kind that makes ES256 signatures. */
export interface DocumentSigner {
  /** X.509 of the key. */
  certificateDer: Uint8Array;
  /** Its issuers, without the root or with it. */
  chainDer: readonly Uint8Array[];
  /** ECDSA with SHA-256 on P-256 over the bytes, as a DER sequence of r and s. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

/** ECDSA on P-256 in DER: two integers of at most 33 bytes. */
const SIGNATURE_MAX = 72;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
const attribute = (type: Buffer, value: Buffer): Buffer => der(TAG.sequence, type, der(TAG.set, value));

/** What is the same in every signature of a certificate. */
interface Fixed {
  certificates: Buffer;
  issuerAndSerial: Buffer;
  signingCertificate: Buffer;
}

const known = new WeakMap<Uint8Array, Fixed>();

function fixedOf({ certificateDer, chainDer }: DocumentSigner): Fixed {
  const found = known.get(certificateDer);
  if (found) return found;
  const [tbs] = elements(elements(Buffer.from(certificateDer))[0]?.content ?? Buffer.alloc(0));
  const fields = elements(tbs?.content ?? Buffer.alloc(0));
  // The version stands before it in every certificate of version 3.
  const [serial, , issuer] = fields.slice(fields[0]?.tag === context(0) ? 1 : 0);
  if (!serial || !issuer) throw new Error('the signer’s certificate is not X.509');
  const generalNames = der(TAG.sequence, der(DIRECTORY_NAME, issuer.whole));
  const issuerSerial = der(TAG.sequence, generalNames, serial.whole);
  // ESSCertIDv2 (RFC 5035): without an algorithm it is SHA-256.
  const certId = der(TAG.sequence, der(TAG.octets, sha256(certificateDer)), issuerSerial);
  const fixed = {
    certificates: der(context(0), certificateDer, ...chainDer),
    issuerAndSerial: der(TAG.sequence, issuer.whole, serial.whole),
    signingCertificate: attribute(OID.signingCertificateV2, der(TAG.sequence, der(TAG.sequence, certId))),
  };
  known.set(certificateDer, fixed);
  return fixed;
}

function signedData({ certificates, issuerAndSerial }: Fixed, attributes: Buffer, signature: Uint8Array): Buffer {
  const signerInfo = der(
    TAG.sequence,
    VERSION_1,
    issuerAndSerial,
    SHA256,
    attributes,
    ECDSA_SHA256,
    der(TAG.octets, signature),
  );
  const content = der(
    TAG.sequence,
    VERSION_1,
    der(TAG.set, SHA256),
    der(TAG.sequence, OID.data),
    certificates,
    der(TAG.set, signerInfo),
  );
  return der(TAG.sequence, OID.signedData, der(context(0), content));
}

/** Signed attributes in the order of DER. No signing-time: PAdES (EN 319 142-1) has it in the PDF's own `M`. */
function attributesOf(fixed: Fixed, digest: Uint8Array): Buffer[] {
  return [
    attribute(OID.contentType, OID.data),
    attribute(OID.messageDigest, der(TAG.octets, digest)),
    fixed.signingCertificate,
  ].sort((a, b) => Buffer.compare(a, b));
}

/**
 * A detached CAdES-B signature (CMS SignedData, RFC 5652; signing-certificate-v2, RFC 5035). Written by hand: every
 * part but the digest and the signature is the same for all documents of a key, and pkijs takes 4 ms to assemble it,
 * which is as long as pdfkit takes to draw the page; this takes 0.07.
 * @param digest SHA-256 of what is signed
 */
export async function signDetached(signer: DocumentSigner, digest: Uint8Array): Promise<Buffer> {
  const fixed = fixedOf(signer);
  const attributes = attributesOf(fixed, digest);
  // RFC 5652 §5.4: signed as a SET, kept as [0].
  const signature = await signer.sign(der(TAG.set, ...attributes));
  return signedData(fixed, der(context(0), ...attributes), signature);
}

/** The most bytes that a signature of this signer takes. */
export function signatureRoom(signer: DocumentSigner): number {
  const fixed = fixedOf(signer);
  const attributes = der(context(0), ...attributesOf(fixed, Buffer.alloc(32)));
  return signedData(fixed, attributes, Buffer.alloc(SIGNATURE_MAX)).length;
}
