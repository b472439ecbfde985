import { DomainError } from '@app/kernel';
import { issuerIdOf, type CertificateFacts } from './certificate-credential.js';
import type { Sign } from './compact-jws.js';
import type { PublicJwk } from './jwk.js';
import { issueSdJwt, verifySdJwt, type Claims, type ExpectedBinding, type VerifiedSdJwt } from './sd-jwt.js';

/** draft-ietf-oauth-sd-jwt-vc §3.2.1. */
const MEDIA_TYPE = 'dc+sd-jwt';
/** §3.2.2.2: what decides validity cannot be withheld. */
const NEVER_DISCLOSED = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status'];
/** More than a certificate has claims, so that their number does not tell whether there is a specialty. */
const DIGESTS = 12;

/** The type of our credential. */
export const CERTIFICATE_VCT = 'urn:jiangzheng:vct:skill-level-certificate:1';

export interface SdJwtVcOptions {
  kid: string;
  /** POSIX seconds. */
  issuedAt: number;
  /** Where the Token Status List is, and the certificate's place in it. It is the same in every presentation. */
  status: { uri: string; index: number };
  /** The key that presentations are bound to. */
  holderKey?: PublicJwk;
}

/** Claims of a certificate, each of which the holder shows or keeps. */
export function certificateClaims(facts: CertificateFacts): Claims {
  return {
    certificate_id: facts.certificateId,
    certificate_number: facts.certificateNumber,
    holder_name: facts.holderName,
    issuing_body: facts.agencyName,
    issued_on: facts.issuedOn,
    level: { digit: facts.levelDigit, name: facts.levelName },
    occupation: { code: facts.occupationCode, edition: facts.occupationEdition, name: facts.occupationName },
    ...(facts.specialty === '' ? {} : { specialty: facts.specialty }),
  };
}

/** A certificate as an SD-JWT VC; what is always seen is who issued it, when, its type and where its status is. */
export function issueSdJwtVc(facts: CertificateFacts, options: SdJwtVcOptions, sign: Sign): Promise<string> {
  const { kid, issuedAt, status, holderKey } = options;
  const plain = {
    iss: issuerIdOf(facts.organisationId),
    iat: issuedAt,
    vct: CERTIFICATE_VCT,
    status: { status_list: { idx: status.index, uri: status.uri } },
    ...(holderKey === undefined ? {} : { cnf: { jwk: holderKey } }),
  };
  const header = { alg: 'ES256', typ: MEDIA_TYPE, kid };
  return issueSdJwt({ header, plain, disclosable: certificateClaims(facts), digests: DIGESTS }, sign);
}

export interface VerifiedSdJwtVc extends VerifiedSdJwt {
  issuer: string;
  /** Where to ask about revocation; absent when the credential has no status list. */
  status: { uri: string; index: number } | undefined;
}

function readStatus(claims: Claims): VerifiedSdJwtVc['status'] {
  if (claims['status'] === undefined) return undefined;
  const { status_list: list } = claims['status'] as { status_list?: { idx?: unknown; uri?: unknown } };
  const { idx, uri } = list ?? {};
  if (typeof idx !== 'number' || !Number.isSafeInteger(idx) || idx < 0 || typeof uri !== 'string') {
    throw new DomainError('credential/malformed');
  }
  return { uri, index: idx };
}

/** Whom a reader trusts for what, and how it reads. */
export interface SdJwtVcReader {
  /** The `iss` that the key belongs to. */
  issuer: string;
  vct: string;
  /** POSIX seconds. */
  now: number;
  binding?: Omit<ExpectedBinding, 'now'>;
}

/**
 * What a holder shows of a credential. Says nothing about revocation: ask `status`.
 * @throws DomainError as `verifySdJwt`; `credential/malformed` (another type, a claim that may not be withheld was),
 *   `credential/issuer`, `credential/expired`
 */
export async function verifySdJwtVc(
  text: string,
  issuerKey: PublicJwk,
  reader: SdJwtVcReader,
): Promise<VerifiedSdJwtVc> {
  const { now, binding } = reader;
  const verified = await verifySdJwt(text, issuerKey, binding === undefined ? undefined : { ...binding, now });
  const { header, claims, disclosed } = verified;
  const { iss, vct, nbf, exp } = claims;
  const withheld = disclosed.some((name) => NEVER_DISCLOSED.includes(name));
  if (header.typ !== MEDIA_TYPE || vct !== reader.vct || withheld) throw new DomainError('credential/malformed');
  if (iss !== reader.issuer) throw new DomainError('credential/issuer');
  const times = [nbf, exp].every((time) => time === undefined || typeof time === 'number');
  if (!times) throw new DomainError('credential/malformed');
  if (Number(nbf ?? 0) > now || Number(exp ?? now + 1) <= now) throw new DomainError('credential/expired');
  return { ...verified, issuer: reader.issuer, status: readStatus(claims) };
}
