import { arrayParameter, type ArrayType } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { countIssuedSql } from '../statistics/statistics.repository.js';
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

/** What all certificates of a batch share, and what each has of its own; columns and types beside the members they come from. */
const SHARED = {
  occupation_code: 'occupationCode',
  occupation_edition: 'occupationEdition',
  occupation_name: 'occupationName',
  specialty: 'specialty',
  level_digit: 'levelDigit',
  agency_name: 'agencyName',
  site_code: 'siteCode',
  issued_on: 'issuedOn',
  basis: 'basis',
  status: 'status',
  batch_id: 'batchId',
} as const satisfies Record<string, keyof Certificate>;
const OWN = {
  certificate_id: ['uuid', 'certificateId'],
  certificate_number: ['text', 'certificateNumber'],
  token_sha256: ['bytea', 'tokenSha256'],
  name_index: ['text', 'nameIndex'],
  document_index: ['text', 'documentIndex'],
  name_masked: ['text', 'nameMasked'],
  document_masked: ['text', 'documentMasked'],
  version: ['int', 'version'],
  status_list: ['int', 'statusList'],
  status_index: ['int', 'statusIndex'],
} as const satisfies Record<string, readonly [type: ArrayType, member: keyof Certificate]>;

const shared = Object.values(SHARED);
const own = Object.values(OWN);
const KEEP = `
  WITH kept AS (
    INSERT INTO certificate (recorded_at, ${[...Object.keys(SHARED), ...Object.keys(OWN)].join(', ')})
    SELECT $1, ${shared.map((_, index) => `$${index + 2}`).join(', ')},
      ${own.map(([type], index) => `unnest($${shared.length + index + 2}::${type}[])`).join(', ')}
    ON CONFLICT ON CONSTRAINT certificate_pk DO NOTHING
    RETURNING issued_on, site_code, occupation_code, occupation_edition, level_digit, version, batch_id)
  ${countIssuedSql('kept')}`;

/**
 * Keeps and counts the certificates of one batch that are not yet known, in one statement. A second certificate under the
 * same number and version, or under the same token, is an error of the issuer and fails, so that it reaches the dead letters.
 */
export async function keepCertificates(
  tx: EntityManager,
  certificates: readonly Certificate[],
  recordedAt: Date,
): Promise<void> {
  const [first] = certificates;
  if (!first) return;
  await tx.query(KEEP, [
    recordedAt,
    ...shared.map((member) => first[member]),
    ...own.map(([type, member]) =>
      arrayParameter(
        type,
        certificates.map((each) => each[member]),
      ),
    ),
  ]);
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
