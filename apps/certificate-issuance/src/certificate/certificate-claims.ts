import type { CertificateBlockEntry, CommittedFacts, PaperClaims } from '@app/credential';
import { yearOf } from '../number/numbering.js';
import type { Certificate, Grant } from './certificate.js';
import type { Holder } from './holder.js';

/** Characters of the document number that the offline code holds. */
const DOCUMENT_TAIL = 4;

/** Documents of some kinds have brackets and dashes, and old ones fewer characters than four. */
const documentTail = (number: string): string =>
  number
    .replace(/[^0-9A-Z]/g, '')
    .slice(-DOCUMENT_TAIL)
    .padStart(DOCUMENT_TAIL, '0');

type Said = Pick<
  Certificate,
  | 'id'
  | 'number'
  | 'version'
  | 'basis'
  | 'organisationId'
  | 'agencyName'
  | 'documentMasked'
  | 'occupationCode'
  | 'occupationEdition'
  | 'occupationName'
  | 'specialty'
  | 'levelDigit'
  | 'issuedOn'
  | 'statusList'
  | 'statusIndex'
>;

/** What the log commits to. */
export function committedFacts(certificate: Said, holder: Holder): CommittedFacts {
  const { id, number, version, basis, organisationId, agencyName, documentMasked, occupationCode } = certificate;
  const { occupationEdition, occupationName, specialty, levelDigit, issuedOn, statusList, statusIndex } = certificate;
  return {
    certificateId: id,
    certificateNumber: number,
    version,
    basis,
    organisationId,
    agencyName,
    holderName: holder.name,
    documentMasked,
    occupationCode,
    occupationEdition,
    occupationName,
    specialty,
    levelDigit,
    issuedOn,
    statusList,
    statusIndex,
  };
}

/** What the page's offline code says. */
export function paperClaims(certificate: Said, holder: Holder, salt: Uint8Array): PaperClaims {
  const { id, number, occupationCode, occupationEdition, specialty, levelDigit, issuedOn } = certificate;
  return {
    certificateId: id,
    certificateNumber: number,
    holderName: holder.name,
    documentTail: documentTail(holder.documentNumber),
    occupationCode,
    occupationEdition,
    specialty,
    levelDigit,
    issuedOn,
    statusList: certificate.statusList,
    statusIndex: certificate.statusIndex,
    salt,
    ...(certificate.version > 1 ? { reissue: certificate.version - 1 } : {}),
  };
}

/** Heads a block's entries in the log. */
export function blockEntry(
  grant: Grant,
  block: { firstSerial: number | null; count: number; kid: string; at: string },
): CertificateBlockEntry {
  const { basis, filingId, planId, rollId, awardId, siteCode, issuedOn } = grant;
  const { firstSerial, count, kid, at } = block;
  return {
    type: 'certificate-block',
    basis,
    filing: filingId,
    ...(planId ? { plan: planId } : {}),
    ...(rollId ? { roll: rollId } : {}),
    ...(awardId ? { award: awardId } : {}),
    site: siteCode,
    subject: [grant.occupationCode, grant.occupationEdition, grant.specialty, grant.levelDigit],
    issuedOn,
    ...(firstSerial === null ? {} : { series: { year: String(yearOf(issuedOn)).slice(2), firstSerial } }),
    count,
    kid,
    at,
  };
}
