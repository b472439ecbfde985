import { DomainError } from '@app/kernel';
import { levelByDigit, parseCertificateNumber, type LevelDigit } from '@app/standards';

export const CERTIFICATE_STATUSES = ['valid', 'revoked', 'cancelled', 'replaced'] as const;
export type CertificateStatus = (typeof CERTIFICATE_STATUSES)[number];

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
  /** 1, and one more with each correction or reissue; the number may stay. */
  version: number;
  /** What it rests on: `assessment`, `direct-recognition`, … */
  basis: string;
  status: CertificateStatus;
  /** When it stopped being valid, why (a class, never a text), and what took its place. */
  statusOn: string | null;
  statusReason: string;
  replacedBy: string | null;
  /** Entry of the status lists; list 0 for a certificate from before them. */
  statusList: number;
  statusIndex: number;
  /** Batch of the transparency log. */
  batchId: string | null;
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
  basis?: string;
  version?: number;
  statusList?: number;
  statusIndex?: number;
  batchId?: string;
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
    version: fact.version || 1,
    basis: fact.basis || 'assessment',
    status: 'valid',
    statusOn: null,
    statusReason: '',
    replacedBy: null,
    statusList: fact.statusList ?? 0,
    statusIndex: fact.statusIndex ?? 0,
    batchId: fact.batchId || null,
  };
}

/** What the issuing service tells of a certificate that is no longer the valid one. */
export interface StatusFact {
  certificateId: string;
  status: string;
  reason: string;
  changedOn: string;
  replacedBy: string;
}

export interface StatusChange {
  certificateId: string;
  status: CertificateStatus;
  reason: string;
  on: string;
  replacedBy: string | null;
}

/** @throws DomainError `certificate/bad-event` with the field that is missing or wrong */
export function statusChangeOf(fact: StatusFact): StatusChange {
  const status = CERTIFICATE_STATUSES.find((each) => each === fact.status && each !== 'valid') ?? refuse('status');
  if (fact.certificateId === '') refuse('certificateId');
  if (fact.changedOn === '') refuse('changedOn');
  if (status === 'replaced' && fact.replacedBy === '') refuse('replacedBy');
  const { certificateId, reason, changedOn: on } = fact;
  return { certificateId, status, reason, on, replacedBy: fact.replacedBy || null };
}

const SERIAL_FROM = 16;
const SERIAL_SHOWN = 2;

/** `S000023000123223****01`: enough to compare with the paper in hand, too little to look it up by. */
export function maskCertificateNumber(number: string): string {
  const hidden = number.length - SERIAL_FROM - SERIAL_SHOWN;
  return number.slice(0, SERIAL_FROM) + '*'.repeat(hidden) + number.slice(-SERIAL_SHOWN);
}
