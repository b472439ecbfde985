import { DomainError } from '@app/kernel';
import { levelByDigit, parseCertificateNumber, type LevelDigit } from '@app/standards';

/** `revoked`, `cancelled` and `replaced` come with their events. */
export type CertificateStatus = 'valid';

/** What the public register keeps of a certificate: nothing in it names the holder in clear. */
export interface Certificate {
  certificateId: string;
  /** 22 characters. */
  certificateNumber: string;
  /** Blind indexes, 43 characters of base64url. */
  nameIndex: string;
  documentIndex: string;
  /** Lower-case hex digest of the token's text in the QR code. */
  tokenSha256: string;
  nameMasked: string;
  documentMasked: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  /** 工种; '' when the occupation has none. */
  specialty: string;
  levelDigit: LevelDigit;
  agencyName: string;
  /** The first 13 characters of the number. */
  siteCode: string;
  /** YYYY-MM-DD, China. */
  issuedOn: string;
  status: CertificateStatus;
}

/** What the issuing service tells. proto3 omits defaults, so every text may be ''. */
export interface IssuedFact {
  certificateId: string;
  certificateNumber: string;
  agencyName: string;
  siteCode: string;
  subject?: {
    occupationCode: string;
    occupationEdition: string;
    occupationName: string;
    specialty: string;
    levelDigit: string;
  };
  issuedOn: string;
  nameMasked: string;
  documentMasked: string;
  nameIndex: string;
  documentIndex: string;
  tokenSha256: string;
}

const BLIND_INDEX = /^[\w-]{43}$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;
const MASKED = /\*/;
const ANYTHING = /./;

const refuse = (field: string): never => {
  throw new DomainError('certificate/bad-event', { field });
};

/**
 * The register's row of an issued certificate.
 * @throws DomainError `certificate/bad-event` with the field that is missing or wrong
 */
export function certificateOf(fact: IssuedFact): Certificate {
  const forms = {
    certificateId: ANYTHING,
    agencyName: ANYTHING,
    issuedOn: ANYTHING,
    nameMasked: ANYTHING,
    // A document number in clear must not enter the register, whoever made the mistake.
    documentMasked: MASKED,
    nameIndex: BLIND_INDEX,
    documentIndex: BLIND_INDEX,
    tokenSha256: SHA256_HEX,
  } as const;
  for (const [field, form] of Object.entries(forms)) {
    if (!form.test(fact[field as keyof typeof forms])) refuse(field);
  }
  const number = parseCertificateNumber(fact.certificateNumber);
  if (!number.ok) return refuse('certificateNumber');
  if (number.value.siteCode !== fact.siteCode) refuse('siteCode');
  const subject = fact.subject ?? refuse('subject');
  return {
    certificateId: fact.certificateId,
    certificateNumber: number.value.number,
    nameIndex: fact.nameIndex,
    documentIndex: fact.documentIndex,
    tokenSha256: fact.tokenSha256,
    nameMasked: fact.nameMasked,
    documentMasked: fact.documentMasked,
    occupationCode: subject.occupationCode || refuse('subject.occupationCode'),
    occupationEdition: subject.occupationEdition,
    occupationName: subject.occupationName,
    specialty: subject.specialty,
    levelDigit: levelByDigit(subject.levelDigit)?.digit ?? refuse('subject.levelDigit'),
    agencyName: fact.agencyName,
    siteCode: fact.siteCode,
    issuedOn: fact.issuedOn,
    status: 'valid',
  };
}

const SERIAL_FROM = 16;
const SERIAL_SHOWN = 2;

/** `S000023000123223****01`: enough to compare with the paper in hand, too little to look it up by. */
export function maskCertificateNumber(number: string): string {
  const hidden = number.length - SERIAL_FROM - SERIAL_SHOWN;
  return number.slice(0, SERIAL_FROM) + '*'.repeat(hidden) + number.slice(-SERIAL_SHOWN);
}
