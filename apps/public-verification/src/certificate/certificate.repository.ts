import type { EntityManager } from 'typeorm';
import type { Certificate, StatusChange } from './certificate.js';
import { CertificateEntity } from './certificate.entity.js';

/** A certificate as far as the public may see it. */
export type FoundCertificate = Pick<
  Certificate,
  | 'certificateId'
  | 'certificateNumber'
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
> & {
  /** The site was filed for this occupation, 工种 and level on the day of issue. */
  bodyFiledOnIssueDate: boolean;
};

/** Of `certificate c`: what is shown of it, with its scope line. */
export const FOUND_FIELDS = `    c.certificate_id AS "certificateId", c.certificate_number AS "certificateNumber", c.name_masked AS "nameMasked", c.document_masked AS "documentMasked",
    c.occupation_code AS "occupationCode", c.occupation_name AS "occupationName", c.specialty, c.level_digit AS "levelDigit",
    c.agency_name AS "agencyName", c.issued_on::text AS "issuedOn", c.version, c.status, c.status_on::text AS "statusOn",
    c.status_reason AS "statusReason",
    EXISTS (
      SELECT 1 FROM filed_scope_line l
      WHERE l.site_code = c.site_code AND l.occupation_code = c.occupation_code
        AND l.occupation_edition = c.occupation_edition AND l.specialty = c.specialty AND l.level_digit = c.level_digit
        AND c.issued_on BETWEEN l.filed_on AND l.valid_until) AS "bodyFiledOnIssueDate"`;
/** When the latest fact known here was recorded; null before the first. */
export async function latestRecordedAt(tx: EntityManager): Promise<Date | null> {
  const [row] = await tx.query<{ latest: Date | null }[]>(
    'SELECT greatest((SELECT max(recorded_at) FROM certificate), (SELECT max(recorded_at) FROM filed_site)) AS latest',
  );
  return row?.latest ?? null;
}

/** Columns and types beside the members they come from. */
const COLUMNS = {
  certificate_id: ['uuid', 'certificateId'],
  certificate_number: ['text', 'certificateNumber'],
  name_index: ['text', 'nameIndex'],
  document_index: ['text', 'documentIndex'],
  name_masked: ['text', 'nameMasked'],
  document_masked: ['text', 'documentMasked'],
  occupation_code: ['text', 'occupationCode'],
  occupation_edition: ['text', 'occupationEdition'],
  occupation_name: ['text', 'occupationName'],
  specialty: ['text', 'specialty'],
  level_digit: ['text', 'levelDigit'],
  agency_name: ['text', 'agencyName'],
  site_code: ['text', 'siteCode'],
  issued_on: ['date', 'issuedOn'],
  version: ['int', 'version'],
  basis: ['text', 'basis'],
  status: ['text', 'status'],
  status_list: ['int', 'statusList'],
  status_index: ['int', 'statusIndex'],
  batch_id: ['uuid', 'batchId'],
} as const satisfies Record<string, readonly [type: string, member: keyof Certificate]>;

const columns = Object.values(COLUMNS);
const KEEP = `
  INSERT INTO certificate (recorded_at, token_sha256, ${Object.keys(COLUMNS).join(', ')})
  SELECT $1, decode(x.token, 'hex'), ${Object.keys(COLUMNS)
    .map((column) => `x.${column}`)
    .join(', ')}
  FROM unnest($2::text[], ${columns.map(([type], index) => `$${index + 3}::${type}[]`).join(', ')})
    AS x(token, ${Object.keys(COLUMNS).join(', ')})
  ON CONFLICT ON CONSTRAINT certificate_pk DO NOTHING RETURNING certificate_id AS id`;

/**
 * Keeps the certificates that are not yet known, in one statement. A second certificate under the same number and version,
 * or under the same token, is an error of the issuer and fails, so that it reaches the dead letters.
 * @returns ids of those that were not known
 */
export async function keepCertificates(
  tx: EntityManager,
  certificates: readonly Certificate[],
  recordedAt: Date,
): Promise<string[]> {
  const kept = await tx.query<{ id: string }[]>(KEEP, [
    recordedAt,
    certificates.map((each) => each.tokenSha256),
    ...columns.map(([, member]) => certificates.map((each) => each[member])),
  ]);
  return kept.map(({ id }) => id);
}

/**
 * Notes that a certificate is no longer the valid one.
 * @returns false when the certificate has not arrived
 */
export async function changeStatus(tx: EntityManager, change: StatusChange, recordedAt: Date): Promise<boolean> {
  const { certificateId, status, reason, on, replacedBy } = change;
  const { affected } = await tx
    .createQueryBuilder()
    .update(CertificateEntity)
    .set({ status, statusReason: reason, statusOn: on, replacedBy, recordedAt })
    .where({ certificateId })
    .execute();
  return affected === 1;
}
