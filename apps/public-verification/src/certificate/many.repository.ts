import type { EntityManager } from 'typeorm';
import { FOUND_FIELDS, type FoundCertificate } from './certificate.repository.js';
import type { IssuingSite } from './verdict.js';

/** More certificates than any person is known to hold. */
const CERTIFICATES_PER_PERSON_MAX = 50;

/** A certificate under one of many inquiries, and which of the asked facts are its own. */
export type ManyFound = FoundCertificate & {
  at: number;
  documentIndex: string;
  nameFits: boolean;
  documentFits: boolean;
};

export interface AskedNumber {
  at: number;
  number: string;
  nameIndex: string | null;
  documentIndex: string | null;
}

/** Of each number the latest version that fits, or else the latest. */
export function findManyByNumber(tx: EntityManager, asked: readonly AskedNumber[]): Promise<ManyFound[]> {
  return tx.query<ManyFound[]>(
    `SELECT DISTINCT ON (x.at) x.at, c.document_index AS "documentIndex",
       (x.name IS NULL OR c.name_index = x.name) AS "nameFits",
       (x.document IS NULL OR c.document_index = x.document) AS "documentFits", ${FOUND_FIELDS}
     FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS x(at, number, name, document)
     JOIN certificate c ON c.certificate_number = x.number
     ORDER BY x.at, (x.name IS NULL OR c.name_index = x.name) AND (x.document IS NULL OR c.document_index = x.document) DESC,
       c.version DESC`,
    [
      asked.map(({ at }) => at),
      asked.map(({ number }) => number),
      asked.map(({ nameIndex }) => nameIndex),
      asked.map(({ documentIndex }) => documentIndex),
    ],
  );
}

/** Of each document all certificates, those of the asked name first, newest first. */
export function findManyByPerson(
  tx: EntityManager,
  asked: readonly { at: number; nameIndex: string; documentIndex: string }[],
): Promise<ManyFound[]> {
  return tx.query<ManyFound[]>(
    `SELECT x.at, c.document_index AS "documentIndex", c.name_index = x.name AS "nameFits", true AS "documentFits",
       ${FOUND_FIELDS}
     FROM unnest($1::int[], $2::text[], $3::text[]) AS x(at, name, document)
     JOIN LATERAL (SELECT * FROM certificate f WHERE f.document_index = x.document
       ORDER BY f.name_index = x.name DESC, f.issued_on DESC, f.certificate_number
       LIMIT ${CERTIFICATES_PER_PERSON_MAX}) AS c ON true
     ORDER BY x.at, "nameFits" DESC, c.issued_on DESC, c.certificate_number`,
    [
      asked.map(({ at }) => at),
      asked.map(({ nameIndex }) => nameIndex),
      asked.map(({ documentIndex }) => documentIndex),
    ],
  );
}

/** The filed sites of these codes, by code. */
export async function findIssuingSites(
  tx: EntityManager,
  siteCodes: readonly string[],
): Promise<ReadonlyMap<string, IssuingSite>> {
  const sites = await tx.query<IssuingSite[]>(
    `SELECT site_code AS "siteCode", agency_name AS "agencyName", site_name AS "siteName", region_code AS "regionCode"
     FROM filed_site WHERE site_code = ANY ($1)`,
    [[...new Set(siteCodes)]],
  );
  return new Map(sites.map((site) => [site.siteCode, site]));
}
