import { DomainError } from '@app/kernel';
import type { CertificateCredential } from './certificate-credential.js';
import { decodeCompactJws, encodeCompactJws, verifyCompactJws, type JwsHeader, type Sign } from './compact-jws.js';
import type { PublicJwk } from './jwk.js';

const MEDIA_TYPE = 'vc+jwt';

export interface VcJwt {
  header: JwsHeader;
  claims: CertificateCredential;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Whether a payload has the members that every reader of a certificate credential relies on. */
function isCertificateCredential(payload: unknown): payload is CertificateCredential {
  const { id, type, issuer, validFrom, credentialSubject } = (payload ?? {}) as Partial<CertificateCredential>;
  return (
    isText(id) &&
    isText(validFrom) &&
    Array.isArray(type) &&
    type.includes('VerifiableCredential') &&
    isText(issuer?.id) &&
    isText(issuer.name) &&
    isText(credentialSubject?.name) &&
    isText(credentialSubject.licenseNumber) &&
    isText(credentialSubject.achievement?.name)
  );
}

function readVcJwt(header: JwsHeader, payload: unknown): VcJwt {
  if (header.typ !== MEDIA_TYPE || !isCertificateCredential(payload)) throw new DomainError('credential/malformed');
  return { header, claims: payload };
}

/** W3C VC 2.0 secured by JOSE (VC-JOSE-COSE §3.1.1): a compact JWS, `typ: vc+jwt`, ES256. */
export function encodeVcJwt(claims: CertificateCredential, key: { kid: string }, sign: Sign): Promise<string> {
  return encodeCompactJws({ alg: 'ES256', typ: MEDIA_TYPE, cty: 'vc', kid: key.kid }, claims, sign);
}

/**
 * Reads a credential without verifying it: to find the key by `kid`, never to believe it.
 * @throws DomainError `credential/malformed`, `credential/algorithm`
 */
export function decodeVcJwt(jwt: string): VcJwt {
  const { header, payload } = decodeCompactJws(jwt);
  return readVcJwt(header, payload);
}

/**
 * The claims of a credential whose signature is good. It says nothing about revocation.
 * @throws DomainError `credential/malformed`, `credential/algorithm`, `credential/key`, `credential/signature`
 */
export async function verifyVcJwt(jwt: string, publicJwk: PublicJwk): Promise<VcJwt> {
  const { header, payload } = await verifyCompactJws(jwt, publicJwk);
  return readVcJwt(header, payload);
}
