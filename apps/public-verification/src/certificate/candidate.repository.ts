import { arrayParameter, prepared } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { Comparable } from './comparison.js';
import { FOUND_FIELDS, type FoundCertificate } from './certificate.repository.js';
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
  SELECT ${FOUND_FIELDS}, c.name_index AS "nameIndex", c.document_index AS "documentIndex",
    greatest(c.issued_on, CASE WHEN c.version > 1 THEN
      (SELECT p.status_on FROM certificate p WHERE p.replaced_by = c.certificate_id) END)::text AS "inForceFrom"
  FROM certificate c`;

const lateral = (condition: string, order: string): string => `
  SELECT k.key, f.* FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS k(key, sought, name_index, document_index)
  CROSS JOIN LATERAL (${CANDIDATE} WHERE ${condition} ORDER BY ${order} LIMIT ${CANDIDATES_MAX}) f`;

const BY_VERSION = 'c.version DESC';
const BY_ISSUE = 'c.issued_on DESC, c.certificate_number, c.version DESC';
const BY_NUMBER = lateral('c.certificate_number = k.sought', BY_VERSION);
const BY_DOCUMENT = lateral('c.document_index = k.sought', BY_ISSUE);
const BY_DOCUMENT_AND_NAME = lateral('c.document_index = k.sought AND c.name_index = k.name_index', BY_ISSUE);
/** The keys of the hash indexes to the letter, never the number alone: a number that exists must not be told by its time. */
const BY_NUMBER_AND_NAME = lateral(
  `c.certificate_number || c.name_index = k.sought || k.name_index
     AND (k.document_index IS NULL OR c.document_index = k.document_index)`,
  BY_VERSION,
);
const BY_NUMBER_AND_DOCUMENT = lateral(
  'c.certificate_number || c.document_index = k.sought || k.document_index',
  BY_VERSION,
);
/** A token is of one certificate; the limit keeps the planner from reading all of a small register to join it. */
const BY_TOKEN = `
  SELECT k.key::int, f.* FROM unnest($1::bytea[]) WITH ORDINALITY AS k(token, key)
  CROSS JOIN LATERAL (${CANDIDATE} WHERE c.token_sha256 = k.token LIMIT 1) f`;

type CandidateRow = Candidate & { key: number };

async function candidates(
  tx: EntityManager,
  statement: string,
  queries: readonly CandidateQuery[],
): Promise<Map<number, Candidate[]>> {
  if (queries.length === 0) return new Map();
  const texts = (['sought', 'nameIndex', 'documentIndex'] as const).map((member) =>
    arrayParameter(
      'text',
      queries.map((query) => query[member]),
    ),
  );
  const keys = queries.map(({ key }) => key);
  const rows = await prepared<CandidateRow>(tx, statement, [arrayParameter('int', keys), ...texts]);
  const found = new Map<number, Candidate[]>();
  for (const { key, ...candidate } of rows) {
    const others = found.get(key);
    if (others) others.push(candidate);
    else found.set(key, [candidate]);
  }
  return found;
}

/** All versions under each number, newest first. With `exact` only those of which the second fact is true are looked for. */
export async function candidatesByNumber(
  tx: EntityManager,
  queries: readonly CandidateQuery[],
  exact: boolean,
): Promise<Map<number, Candidate[]>> {
  if (!exact) return candidates(tx, BY_NUMBER, queries);
  const isNamed = ({ nameIndex }: CandidateQuery): boolean => nameIndex !== null;
  const named = await candidates(tx, BY_NUMBER_AND_NAME, queries.filter(isNamed));
  const others = await candidates(
    tx,
    BY_NUMBER_AND_DOCUMENT,
    queries.filter((query) => !isNamed(query)),
  );
  return new Map([...named, ...others]);
}

/** All certificates under each document, newest first; with `exact` only those under the name too. */
export const candidatesByDocument = (tx: EntityManager, queries: readonly CandidateQuery[], exact: boolean) =>
  candidates(tx, exact ? BY_DOCUMENT_AND_NAME : BY_DOCUMENT, queries);

/**
 * @param tokensSha256 lower-case hex
 * @returns in their order; undefined for a token that no certificate has
 */
export async function candidatesByToken(
  tx: EntityManager,
  tokensSha256: readonly string[],
): Promise<(Candidate | undefined)[]> {
  const found = new Map<number, Candidate>();
  const rows = await prepared<CandidateRow>(tx, BY_TOKEN, [arrayParameter('bytea', tokensSha256)]);
  for (const { key, ...candidate } of rows) found.set(key, candidate);
  return tokensSha256.map((_, at) => found.get(at + 1));
}

/** All filed sites by their codes: some hundreds. */
export async function issuingSites(tx: EntityManager): Promise<Map<string, IssuingSite>> {
  const sites = await tx.query<IssuingSite[]>(
    `SELECT site_code AS "siteCode", agency_name AS "agencyName", site_name AS "siteName", region_code AS "regionCode",
       public_phone AS "publicPhone", public_address AS "publicAddress"
     FROM filed_site`,
  );
  return new Map(sites.map((site) => [site.siteCode, site]));
}
