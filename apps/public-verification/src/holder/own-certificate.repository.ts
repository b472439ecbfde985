import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate.js';

/** Versions of all certificates of one person. */
export const OWN_CERTIFICATES_MAX = 200;

/** A certificate as its holder sees it, and as far as an extract may show it. */
export type OwnCertificate = Pick<
  Certificate,
  | 'certificateId'
  | 'certificateNumber'
  | 'nameIndex'
  | 'nameMasked'
  | 'documentMasked'
  | 'occupationCode'
  | 'occupationName'
  | 'specialty'
  | 'levelDigit'
  | 'agencyName'
  | 'issuedOn'
  | 'version'
  | 'status'
  | 'statusOn'
  | 'statusReason'
  | 'replacedBy'
> & { bodyFiledOnIssueDate: boolean };

const OWN = `
  SELECT c.certificate_id AS "certificateId", c.certificate_number AS "certificateNumber", c.name_index AS "nameIndex",
    c.name_masked AS "nameMasked", c.document_masked AS "documentMasked", c.occupation_code AS "occupationCode",
    c.occupation_name AS "occupationName", c.specialty, c.level_digit AS "levelDigit", c.agency_name AS "agencyName",
    c.issued_on::text AS "issuedOn", c.version, c.status, c.status_on::text AS "statusOn", c.status_reason AS "statusReason", c.replaced_by AS "replacedBy",
    EXISTS (
      SELECT 1 FROM filed_scope_line l
      WHERE l.site_code = c.site_code AND l.occupation_code = c.occupation_code
        AND l.occupation_edition = c.occupation_edition AND l.specialty = c.specialty AND l.level_digit = c.level_digit
        AND c.issued_on BETWEEN l.filed_on AND l.valid_until) AS "bodyFiledOnIssueDate"
  FROM certificate c
  WHERE c.document_index = $1`;

/** Newest first, every version and whatever became of it: also those under a name that was corrected since. */
export function listOwnCertificates(tx: EntityManager, documentIndex: string): Promise<OwnCertificate[]> {
  return tx.query<OwnCertificate[]>(
    `${OWN} ORDER BY c.issued_on DESC, c.certificate_number, c.version DESC LIMIT ${OWN_CERTIFICATES_MAX}`,
    [documentIndex],
  );
}

/** Those of these that are the person's, in the order of the ids. */
export function findOwnCertificates(
  tx: EntityManager,
  documentIndex: string,
  ids: readonly string[],
): Promise<OwnCertificate[]> {
  return tx.query<OwnCertificate[]>(
    `${OWN} AND c.certificate_id = ANY ($2::uuid[]) ORDER BY array_position($2::uuid[], c.certificate_id)`,
    [documentIndex, ids],
  );
}
