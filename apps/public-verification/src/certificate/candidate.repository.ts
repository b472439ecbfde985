import type { EntityManager } from 'typeorm';
import type { Comparable } from './comparison.js';
import type { FoundCertificate } from './certificate.repository.js';
import type { IssuingSite } from './verdict.js';

/** More certificates than any person is known to hold, and more versions than any certificate has. */
const CANDIDATES_MAX = 50;

/** A certificate that an inquiry may mean, with what the inquiry is compared with. */
export type Candidate = FoundCertificate & Comparable;

/** Facts of one inquiry; `key` finds its candidates again. */
export interface CandidateQuery {
  key: number;
  /** The number or the document's blind index that is looked up. */
  sought: string;
  nameIndex: string | null;
  documentIndex: string | null;
}

/** A version counts from its day of issue, or from the day of the change that put it in the place of the one before. */
const CANDIDATE = `
  SELECT c.certificate_id AS "certificateId", c.certificate_number AS "certificateNumber",
    c.name_masked AS "nameMasked", c.document_masked AS "documentMasked", c.name_index AS "nameIndex",
    c.document_index AS "documentIndex", c.occupation_code AS "occupationCode", c.occupation_name AS "occupationName",
    c.specialty, c.level_digit AS "levelDigit", c.agency_name AS "agencyName", c.issued_on::text AS "issuedOn",
    c.version, c.status, c.status_on::text AS "statusOn", c.status_reason AS "statusReason",
    greatest(c.issued_on, CASE WHEN c.version > 1 THEN
      (SELECT p.status_on FROM certificate p WHERE p.replaced_by = c.certificate_id) END)::text AS "inForceFrom",
    EXISTS (
      SELECT 1 FROM filed_scope_line l
      WHERE l.site_code = c.site_code AND l.occupation_code = c.occupation_code
        AND l.occupation_edition = c.occupation_edition AND l.specialty = c.specialty AND l.level_digit = c.level_digit
        AND c.issued_on BETWEEN l.filed_on AND l.valid_until) AS "bodyFiledOnIssueDate"
  FROM certificate c`;

/** With `exact` a candidate that differs in the second fact is not even read: a stranger's miss costs what a miss costs. */
const lateral = (column: string, order: string): string => `
  SELECT k.key, f.* FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS k(key, sought, name_index, document_index)
  CROSS JOIN LATERAL (${CANDIDATE}
    WHERE c.${column} = k.sought AND (NOT $5::boolean OR
      ((k.name_index IS NULL OR c.name_index = k.name_index)
       AND (k.document_index IS NULL OR c.document_index = k.document_index)))
    ORDER BY ${order} LIMIT ${CANDIDATES_MAX}) f`;

const BY_NUMBER = lateral('certificate_number', 'c.version DESC');
const BY_DOCUMENT = lateral('document_index', 'c.issued_on DESC, c.certificate_number, c.version DESC');
const BY_TOKEN = `${CANDIDATE} WHERE c.token_sha256 = decode($1, 'hex')`;

type CandidateRow = Candidate & { key: number };

async function candidates(
  tx: EntityManager,
  statement: string,
  queries: readonly CandidateQuery[],
  exact: boolean,
): Promise<Map<number, Candidate[]>> {
  if (queries.length === 0) return new Map();
  const rows = await tx.query<CandidateRow[]>(statement, [
    queries.map(({ key }) => key),
    queries.map(({ sought }) => sought),
    queries.map(({ nameIndex }) => nameIndex),
    queries.map(({ documentIndex }) => documentIndex),
    exact,
  ]);
  const found = new Map<number, Candidate[]>();
  for (const { key, ...candidate } of rows) {
    const others = found.get(key);
    if (others) others.push(candidate);
    else found.set(key, [candidate]);
  }
  return found;
}

/** All versions under each number, newest first. */
export const candidatesByNumber = (tx: EntityManager, queries: readonly CandidateQuery[], exact: boolean) =>
  candidates(tx, BY_NUMBER, queries, exact);

/** All certificates under each document, newest first. */
export const candidatesByDocument = (tx: EntityManager, queries: readonly CandidateQuery[], exact: boolean) =>
  candidates(tx, BY_DOCUMENT, queries, exact);

/** @param tokenSha256 lower-case hex */
export async function candidateByToken(tx: EntityManager, tokenSha256: string): Promise<Candidate | undefined> {
  const [candidate] = await tx.query<Candidate[]>(BY_TOKEN, [tokenSha256]);
  return candidate;
}

/** The filed sites among these site codes. */
export async function issuingSites(tx: EntityManager, siteCodes: readonly string[]): Promise<Map<string, IssuingSite>> {
  if (siteCodes.length === 0) return new Map();
  const sites = await tx.query<IssuingSite[]>(
    `SELECT site_code AS "siteCode", agency_name AS "agencyName", site_name AS "siteName", region_code AS "regionCode",
       public_phone AS "publicPhone", public_address AS "publicAddress"
     FROM filed_site WHERE site_code = ANY ($1)`,
    [siteCodes],
  );
  return new Map(sites.map((site) => [site.siteCode, site]));
}
