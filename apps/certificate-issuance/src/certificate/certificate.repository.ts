import { DomainError } from '@app/kernel';
import { LessThan, type EntityManager } from 'typeorm';
import { arrayParameter, hiddenOr, type Visibility } from '@app/platform';
import { CertificateEntity } from './certificate.entity.js';
import type { Certificate, EarlierParts, Grant } from './certificate.js';

/** What all rows of one insert share, and what each has of its own; columns and types beside the members they come from. */
const SHARED = {
  basis: 'basis',
  roll_id: 'rollId',
  plan_id: 'planId',
  award_id: 'awardId',
  filing_id: 'filingId',
  organisation_id: 'organisationId',
  jurisdiction: 'jurisdiction',
  agency_name: 'agencyName',
  site_code: 'siteCode',
  occupation_code: 'occupationCode',
  occupation_edition: 'occupationEdition',
  occupation_name: 'occupationName',
  specialty: 'specialty',
  level_digit: 'levelDigit',
  issued_on: 'issuedOn',
} as const satisfies Record<string, keyof Grant>;
const OWN = {
  id: ['uuid', 'id'],
  number: ['text', 'number'],
  version: ['int', 'version'],
  replaces: ['uuid', 'replaces'],
  candidate_id: ['text', 'candidateId'],
  holder_sealed: ['text', 'holderSealed'],
  name_index: ['text', 'nameIndex'],
  document_index: ['text', 'documentIndex'],
  name_masked: ['text', 'nameMasked'],
  document_masked: ['text', 'documentMasked'],
  status_list: ['int', 'statusList'],
  status_index: ['int', 'statusIndex'],
  signing_kid: ['text', 'signingKid'],
  paper_sealed: ['text', 'paperSealed'],
  batch_id: ['uuid', 'batchId'],
  batch_offset: ['int', 'batchOffset'],
  token_sha256: ['text', 'tokenSha256'],
} as const satisfies Record<string, readonly [type: string, member: keyof Certificate]>;

const sharedMembers = Object.values(SHARED);
const ownMembers = Object.values(OWN);
const INSERT = `
  INSERT INTO certificate (${[...Object.keys(SHARED), ...Object.keys(OWN)].join(', ')})
  SELECT ${sharedMembers.map((_, index) => `$${index + 1}`).join(', ')},
    ${ownMembers.map(([type], index) => `unnest($${sharedMembers.length + index + 1}::${type}[])`).join(', ')}`;

/** One block of one grant in one statement. */
export async function insertCertificates(
  tx: EntityManager,
  grant: Grant,
  certificates: readonly Certificate[],
): Promise<void> {
  await tx.query(INSERT, [
    ...sharedMembers.map((member) => grant[member]),
    ...ownMembers.map(([type, member]) =>
      arrayParameter(
        type,
        certificates.map((each) => each[member]),
      ),
    ),
  ]);
}

/** @throws DomainError `certificate/not-found` */
export async function getCertificate(tx: EntityManager, id: string): Promise<Certificate & EarlierParts> {
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
