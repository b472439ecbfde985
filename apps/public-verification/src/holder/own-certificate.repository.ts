import type { EntityManager } from 'typeorm';
import type { Certificate } from '../certificate/certificate.js';
import { FOUND_FIELDS, type FoundCertificate } from '../certificate/certificate.repository.js';

/** Versions of all certificates of one person. */
export const OWN_CERTIFICATES_MAX = 200;

/** A certificate as its holder sees it, and as far as an extract may show it. */
export type OwnCertificate = FoundCertificate & Pick<Certificate, 'nameIndex' | 'replacedBy'>;

const OWN = `
  SELECT ${FOUND_FIELDS}, c.name_index AS "nameIndex", c.replaced_by AS "replacedBy"
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
