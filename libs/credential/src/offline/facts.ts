import { issuerIdOf, logCommitmentOf, type CertificateCredential } from '../certificate-credential.js';
import type { PaperClaims } from '../paper-claims.js';
import type { Claims } from '../sd-jwt.js';

/** What a document says of a certificate. Whatever is not said, or withheld by the holder, is absent. */
export interface ReadFacts {
  certificateId?: string;
  certificateNumber?: string;
  holderName?: string;
  /** Last four characters of the document number. */
  documentTail?: string;
  agencyName?: string;
  organisationId?: string;
  occupationCode?: string;
  occupationName?: string;
  specialty?: string;
  levelDigit?: string;
  /** `YYYY-MM-DD` */
  issuedOn?: string;
  /** Only the beginnings of these are said. */
  cut?: readonly ('holderName' | 'specialty')[];
  /** Opens the link's token and the leaf; never shown. */
  salt?: Uint8Array;
}

export function paperFacts(claims: PaperClaims): ReadFacts {
  const { certificateId, certificateNumber, holderName, documentTail, occupationCode } = claims;
  const { specialty, levelDigit, issuedOn, cut, salt } = claims;
  return {
    certificateId,
    certificateNumber,
    holderName,
    documentTail,
    occupationCode,
    specialty,
    levelDigit,
    issuedOn,
    salt,
    ...(cut ? { cut } : {}),
  };
}

const DAY = 10;
const ID_PREFIX = 'urn:uuid:';

/** @throws DomainError `credential/malformed` */
export function credentialFacts(credential: CertificateCredential): ReadFacts {
  const { id, issuer, validFrom, credentialSubject } = credential;
  const { achievement } = credentialSubject;
  const salt = logCommitmentOf(credential)?.salt;
  return {
    certificateId: id.replace(ID_PREFIX, ''),
    certificateNumber: credentialSubject.licenseNumber,
    holderName: credentialSubject.name,
    agencyName: issuer.name,
    organisationId: issuer.id.replace(issuerIdOf(''), ''),
    occupationCode: achievement.humanCode,
    occupationName: achievement.fieldOfStudy,
    specialty: achievement.specialization ?? '',
    levelDigit: achievement.level?.digit,
    issuedOn: validFrom.slice(0, DAY),
    ...(salt ? { salt } : {}),
  };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** What the holder chose to show. */
export function disclosedFacts(claims: Claims): ReadFacts {
  const [level, occupation] = [claims['level'], claims['occupation']].map((value) => Object(value) as Claims);
  const shown = {
    certificateId: text(claims['certificate_id']),
    certificateNumber: text(claims['certificate_number']),
    holderName: text(claims['holder_name']),
    agencyName: text(claims['issuing_body']),
    organisationId: text(claims['iss'])?.replace(issuerIdOf(''), ''),
    occupationCode: text(occupation?.['code']),
    occupationName: text(occupation?.['name']),
    specialty: text(claims['specialty']),
    levelDigit: text(level?.['digit']),
    issuedOn: text(claims['issued_on']),
  };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}
