import { certificateCredential, type CertificateCredential } from '@app/credential';
import { DomainError } from '@app/kernel';
import { formatCertificateNumber, levelByDigit, parseSiteCode } from '@app/standards';
import type { AssessedSubject } from '../scope/scope.js';
import type { Holder } from './holder.js';

/** What all certificates of one roll have in common; `issuedOn` is the China day of issue. */
export interface Grant extends AssessedSubject {
  rollId: string;
  planId: string;
  filingId: string;
  organisationId: string;
  jurisdiction: string;
  /** The filed name. */
  agencyName: string;
  siteCode: string;
  issuedOn: string;
}

/** One person who is to get a certificate; `holderSealed` is a sealed `Holder`. */
export interface Grantee {
  certificateId: string;
  candidateId: string;
  holderSealed: string;
  nameIndex: string;
  documentIndex: string;
  nameMasked: string;
  documentMasked: string;
}

export interface Certificate extends Grant, Omit<Grantee, 'certificateId'> {
  id: string;
  number: string;
  /** A vc+jwt, which names the holder. */
  credentialSealed: string;
  /** Hex digest of the vc+jwt. */
  credentialSha256: string;
  tokenSealed: string;
  /** Hex digest of the token as it stands in the QR code. */
  tokenSha256: string;
}

/** The year of a number is the year of issue, not of the exam (domain.md §12 item 5). */
export const yearOf = (day: string): number => Number(day.slice(0, 4));

/** `三级/高级工`, as certificates print it [S-STYLE2]. */
export function levelName(levelDigit: string): string {
  const level = levelByDigit(levelDigit);
  if (!level) throw new DomainError('result-roll/bad-part', { reason: 'levelDigit' });
  return level.display;
}

/**
 * Numbers of a block of serials.
 * @throws DomainError `standards/serial-exhausted` when the series is full
 */
export function numbersOf(grant: Grant, firstSerial: number, count: number): string[] {
  const site = parseSiteCode(grant.siteCode);
  if (!site.ok) throw new DomainError('result-roll/bad-part', { reason: `siteCode: ${site.rule}` });
  const { kind, ministryCode, province, siteSequence } = site.value;
  const year = yearOf(grant.issuedOn);
  return Array.from({ length: count }, (_, index) =>
    formatCertificateNumber({
      kind,
      ministryCode,
      province,
      siteSequence,
      year,
      level: grant.levelDigit,
      serial: firstSerial + index,
    }),
  );
}

export function credentialOf(
  grant: Grant,
  certificateId: string,
  certificateNumber: string,
  holder: Holder,
): CertificateCredential {
  const { organisationId, agencyName, issuedOn, occupationCode, occupationEdition, occupationName } = grant;
  return certificateCredential({
    certificateId,
    certificateNumber,
    organisationId,
    agencyName,
    holderName: holder.name,
    occupationCode,
    occupationEdition,
    occupationName,
    specialty: grant.specialty,
    levelDigit: grant.levelDigit,
    levelName: levelName(grant.levelDigit),
    issuedOn,
  });
}
