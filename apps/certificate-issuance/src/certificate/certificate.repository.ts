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
