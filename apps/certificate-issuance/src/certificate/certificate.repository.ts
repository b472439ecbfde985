import { DomainError } from '@app/kernel';
import { LessThan, type EntityManager } from 'typeorm';
import { hiddenOr, type Visibility } from '@app/platform';
import { CertificateEntity } from './certificate.entity.js';
import type { Certificate, Grant } from './certificate.js';

const INSERT = `
  INSERT INTO certificate (
    roll_id, plan_id, filing_id, organisation_id, jurisdiction, agency_name, site_code,
    occupation_code, occupation_edition, occupation_name, specialty, level_digit, issued_on,
    id, number, candidate_id, holder_sealed, name_index, document_index, name_masked, document_masked,
    credential_sealed, credential_sha256, token_sealed, token_sha256)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, x.*
  FROM unnest($14::uuid[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[],
    $22::text[], $23::text[], $24::text[], $25::text[]) AS x`;

/** One chunk of one grant in one statement. */
export async function insertCertificates(
  tx: EntityManager,
  grant: Grant,
  certificates: readonly Certificate[],
): Promise<void> {
  await tx.query(INSERT, [
    grant.rollId,
    grant.planId,
    grant.filingId,
    grant.organisationId,
    grant.jurisdiction,
    grant.agencyName,
    grant.siteCode,
    grant.occupationCode,
    grant.occupationEdition,
    grant.occupationName,
    grant.specialty,
    grant.levelDigit,
    grant.issuedOn,
    certificates.map((each) => each.id),
    certificates.map((each) => each.number),
    certificates.map((each) => each.candidateId),
    certificates.map((each) => each.holderSealed),
    certificates.map((each) => each.nameIndex),
    certificates.map((each) => each.documentIndex),
    certificates.map((each) => each.nameMasked),
    certificates.map((each) => each.documentMasked),
    certificates.map((each) => each.credentialSealed),
    certificates.map((each) => each.credentialSha256),
    certificates.map((each) => each.tokenSealed),
    certificates.map((each) => each.tokenSha256),
  ]);
}

/** @throws DomainError `certificate/not-found` */
export async function getCertificate(tx: EntityManager, id: string): Promise<Certificate> {
  const certificate = await tx.findOneBy(CertificateEntity, { id });
  if (!certificate) throw await hiddenOr(tx, 'certificate', id, new DomainError('certificate/not-found'));
  return certificate;
}

/** Newest first, one row more than `limit`. */
export function listCertificates(
  tx: EntityManager,
  filter: Visibility & { rollId?: string },
  before: string | undefined,
  limit: number,
): Promise<Certificate[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(CertificateEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** Days of issue, both included. */
export interface WantedCertificates extends Visibility {
  rollId?: string;
  from?: string;
  until?: string;
}

/** One row of a list that leaves the house. */
export type ListedCertificate = Pick<
  Certificate,
  | 'id'
  | 'number'
  | 'nameMasked'
  | 'documentMasked'
  | 'occupationName'
  | 'specialty'
  | 'levelDigit'
  | 'issuedOn'
  | 'agencyName'
>;

const WANTED = `($1::text IS NULL OR organisation_id = $1) AND ($2::text IS NULL OR jurisdiction = $2)
  AND ($3::uuid IS NULL OR roll_id = $3) AND ($4::date IS NULL OR issued_on >= $4)
  AND ($5::date IS NULL OR issued_on <= $5)`;

const wantedParameters = ({ organisationId, jurisdiction, rollId, from, until }: WantedCertificates) =>
  [organisationId, jurisdiction, rollId, from, until].map((value) => value ?? null);

/** How many, and where; a body's certificates all lie in one jurisdiction. */
export async function measureCertificates(
  tx: EntityManager,
  wanted: WantedCertificates,
): Promise<{ rows: number; jurisdiction: string }> {
  const [found] = await tx.query<{ rows: number; jurisdiction: string | null }[]>(
    `SELECT count(*)::int AS rows, min(jurisdiction) AS jurisdiction FROM certificate WHERE ${WANTED}`,
    wantedParameters(wanted),
  );
  return { rows: found?.rows ?? 0, jurisdiction: found?.jurisdiction ?? '' };
}

/** Oldest first, from the one after `after`. */
export function certificatesAfter(
  tx: EntityManager,
  wanted: WantedCertificates,
  after: string | undefined,
  limit: number,
): Promise<ListedCertificate[]> {
  return tx.query<ListedCertificate[]>(
    `SELECT id, number, name_masked AS "nameMasked", document_masked AS "documentMasked",
       occupation_name AS "occupationName", specialty, level_digit AS "levelDigit",
       issued_on::text AS "issuedOn", agency_name AS "agencyName"
     FROM certificate WHERE ${WANTED} AND ($6::uuid IS NULL OR id > $6) ORDER BY id LIMIT $7`,
    [...wantedParameters(wanted), after ?? null, limit],
  );
}
