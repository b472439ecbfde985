import { DomainError } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { ImportableNumber, KnownRule } from './number-import.js';
import type { VoidedNumber, VoidReason } from './number-void.js';

/** A filed site with whom it belongs to. */
export interface FiledSite {
  siteCode: string;
  organisationId: string;
  supervisedIn: string[];
}

/** Sites of one organisation, or all; of a site in several filings the latest counts. */
export function listSites(
  tx: EntityManager,
  { organisationId, siteCode }: { organisationId?: string; siteCode?: string },
): Promise<FiledSite[]> {
  return tx.query<FiledSite[]>(
    `SELECT DISTINCT ON (1) s ->> 'siteCode' AS "siteCode", organisation_id AS "organisationId",
       supervised_in AS "supervisedIn"
     FROM filed_scope, jsonb_array_elements(sites) AS s
     WHERE ($1::text IS NULL OR organisation_id = $1) AND ($2::text IS NULL OR s ->> 'siteCode' = $2)
     ORDER BY 1, filed_on DESC`,
    [organisationId ?? null, siteCode ?? null],
  );
}

/** @throws DomainError `number/site-not-found` */
export async function getSite(tx: EntityManager, siteCode: string): Promise<FiledSite> {
  const [site] = await listSites(tx, { siteCode });
  if (!site) throw new DomainError('number/site-not-found', { siteCode });
  return site;
}

/** What the register knows of these numbers; the others may go in. */
export async function knownNumbers(tx: EntityManager, numbers: readonly string[]): Promise<Map<string, KnownRule>> {
  const rows = await tx.query<{ number: string; rule: KnownRule }[]>(
    `SELECT n AS number, CASE
         WHEN v.number IS NOT NULL THEN 'voided'
         WHEN i.certificate_id IS NOT NULL OR EXISTS (SELECT 1 FROM certificate AS c WHERE c.number = n) THEN 'already-used'
         ELSE 'already-imported' END AS rule
     FROM unnest($1::text[]) AS n LEFT JOIN imported_number AS i ON i.number = n LEFT JOIN number_void AS v ON v.number = n
     WHERE i.number IS NOT NULL OR v.number IS NOT NULL OR EXISTS (SELECT 1 FROM certificate AS c WHERE c.number = n)`,
    [numbers],
  );
  return new Map(rows.map(({ number, rule }) => [number, rule]));
}

/** @returns the numbers that went in: one that another import brings at the same time goes in once */
export async function insertImported(
  tx: EntityManager,
  numbers: readonly ImportableNumber[],
  sites: ReadonlyMap<string, FiledSite>,
  by: { subject: string; now: Date },
): Promise<Set<string>> {
  const rows = await tx.query<{ number: string }[]>(
    `INSERT INTO imported_number
       (number, site_code, year, level, serial, organisation_id, supervised_in, imported_by, imported_at)
     SELECT n, s, y, l, r, o, string_to_array(j, ','), $7, $8
     FROM unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::int[], $6::text[], $9::text[]) AS x(n, s, y, l, r, o, j)
     ORDER BY n ON CONFLICT ON CONSTRAINT imported_number_pk DO NOTHING RETURNING number`,
    [
      numbers.map(({ number }) => number.number),
      numbers.map(({ number }) => number.siteCode),
      numbers.map(({ number }) => number.year),
      numbers.map(({ number }) => number.level),
      numbers.map(({ number }) => number.serial),
      numbers.map(({ number }) => sites.get(number.siteCode)?.organisationId ?? ''),
      by.subject,
      by.now,
      numbers.map(({ number }) => (sites.get(number.siteCode)?.supervisedIn ?? []).join(',')),
    ],
  );
  return new Set(rows.map(({ number }) => number));
}

/**
 * Takes a free imported number out of use.
 * @throws DomainError `number/not-free`: never imported, borne by a certificate, or voided before
 */
export async function retireImported(tx: EntityManager, number: string, now: Date): Promise<VoidedNumber> {
  // Of an UPDATE the driver gives rows and their count.
  const [rows] = await tx.query<[VoidedNumber[], number]>(
    `UPDATE imported_number SET voided_at = $2 WHERE number = $1 AND certificate_id IS NULL AND voided_at IS NULL
     RETURNING number, site_code AS "siteCode", year, level, serial`,
    [number, now],
  );
  const [retired] = rows;
  if (!retired) throw new DomainError('number/not-free');
  return retired;
}

export async function insertVoids(
  tx: EntityManager,
  voids: readonly VoidedNumber[],
  site: FiledSite,
  by: { subject: string; now: Date; reason: VoidReason; note: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO number_void (number, site_code, year, level, serial, reason, note, voided_by, voided_at,
       organisation_id, supervised_in)
     SELECT n, $2, y, l, r, $6, $7, $8, $9, $10, $11 FROM unnest($1::text[], $3::int[], $4::text[], $5::int[]) AS x(n, y, l, r)`,
    [
      voids.map(({ number }) => number),
      site.siteCode,
      voids.map(({ year }) => year),
      voids.map(({ level }) => level),
      voids.map(({ serial }) => serial),
      by.reason,
      by.note,
      by.subject,
      by.now,
      site.organisationId,
      site.supervisedIn,
    ],
  );
}
