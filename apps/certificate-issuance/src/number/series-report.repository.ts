import type { Visibility } from '@app/platform';
import type { EntityManager } from 'typeorm';

/** Serials from the first to the last, both included. */
export interface SerialRange {
  first: number;
  last: number;
}

/** What became of every serial of one site, year and level. */
export interface SeriesLine {
  siteCode: string;
  organisationId: string | null;
  agencyName: string | null;
  year: number;
  level: string;
  /** Drawn here, or brought by a body that filed with the Ministry. */
  origin: 'drawn' | 'imported';
  lastSerial: number;
  issued: number;
  voided: number;
  importedFree: number;
  /** Serials that were given out and that nothing accounts for; at most `RANGES_MAX` ranges. */
  gaps: SerialRange[];
  /** Serials that a certificate bears and that nobody gave out, or that were voided. */
  strays: SerialRange[];
}

export interface SeriesQuery extends Visibility {
  year: number;
  siteCode?: string;
  /** Site code and level of the last line of the page before. */
  after?: readonly [siteCode: string, level: string];
  limit: number;
}

const RANGES_MAX = 100;

/**
 * Nothing is believed here that another table does not confirm: issued serials are read off the certificates' numbers,
 * gaps are what the counter gave out beyond certificates and voids, strays are the other way round.
 */
const REPORT = `
  WITH site AS (
    SELECT DISTINCT ON (1) s ->> 'siteCode' AS site_code, organisation_id, agency_name, supervised_in
    FROM filed_scope, jsonb_array_elements(sites) AS s ORDER BY 1, filed_on DESC),
  series AS (
    -- The bounds are made here: a plain comparison may use the index before the wall is asked about each row.
    SELECT k.site_code, k.level, n.last_serial, site.organisation_id, site.agency_name,
      k.site_code || lpad(($1::int % 100)::text, 2, '0') || k.level || '000000' AS low,
      k.site_code || lpad(($1::int % 100)::text, 2, '0') || k.level || '999999' AS high
    FROM (
      SELECT site_code, level FROM number_series WHERE year = $1
      UNION SELECT site_code, level FROM imported_number WHERE year = $1
      UNION SELECT site_code, level FROM number_void WHERE year = $1
      UNION SELECT site_code, substr(number, 16, 1) FROM certificate
        WHERE issued_on BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31)) AS k
    LEFT JOIN number_series AS n ON n.site_code = k.site_code AND n.year = $1 AND n.level = k.level
    LEFT JOIN site ON site.site_code = k.site_code
    WHERE ($2::text IS NULL OR k.site_code = $2) AND ($3::text IS NULL OR $3 = ANY (site.supervised_in))
      AND ($4::text IS NULL OR (k.site_code, k.level) > ($4, $5::text))
      AND ($7::text IS NULL OR site.organisation_id = $7)
    ORDER BY 1, 2 LIMIT $6)
  SELECT s.site_code AS "siteCode", s.organisation_id AS "organisationId", s.agency_name AS "agencyName",
    $1::int AS year, s.level, CASE WHEN s.last_serial IS NULL AND i.total > 0 THEN 'imported' ELSE 'drawn' END AS origin,
    coalesce(s.last_serial, i.last, 0) AS "lastSerial", c.total AS issued, v.total AS voided, i.free AS "importedFree",
    g.ranges AS gaps, t.ranges AS strays
  FROM series AS s
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, coalesce(array_agg(serial), '{}') AS serials FROM (
      SELECT DISTINCT right(number, 6)::int AS serial FROM certificate
      WHERE number BETWEEN s.low AND s.high) AS x) AS c
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, coalesce(array_agg(serial), '{}') AS serials FROM number_void AS v
    WHERE v.site_code = s.site_code AND v.year = $1 AND v.level = s.level) AS v
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, max(serial) AS last, coalesce(array_agg(serial), '{}') AS serials,
      count(*) FILTER (WHERE certificate_id IS NULL AND voided_at IS NULL)::int AS free,
      coalesce(array_agg(serial) FILTER (WHERE certificate_id IS NOT NULL OR voided_at IS NOT NULL), '{}') AS gone
    FROM imported_number AS i WHERE i.site_code = s.site_code AND i.year = $1 AND i.level = s.level) AS i
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('first', first, 'last', last) ORDER BY first), '[]') AS ranges FROM (
      SELECT min(serial) AS first, max(serial) AS last FROM (
        SELECT serial, serial - row_number() OVER (ORDER BY serial) AS run FROM (
          SELECT generate_series(1, coalesce(s.last_serial, 0)) AS serial UNION SELECT unnest(i.gone)
          EXCEPT (SELECT unnest(c.serials) UNION SELECT unnest(v.serials))) AS x) AS y
      GROUP BY run ORDER BY 1 LIMIT ${RANGES_MAX}) AS z) AS g
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('first', first, 'last', last) ORDER BY first), '[]') AS ranges FROM (
      SELECT min(serial) AS first, max(serial) AS last FROM (
        SELECT serial, serial - row_number() OVER (ORDER BY serial) AS run FROM (
          SELECT unnest(c.serials) AS serial EXCEPT (
            SELECT serial FROM (SELECT generate_series(1, coalesce(s.last_serial, 0)) AS serial
              UNION SELECT unnest(i.serials)) AS known
            EXCEPT SELECT unnest(v.serials))) AS x) AS y
      GROUP BY run ORDER BY 1 LIMIT ${RANGES_MAX}) AS z) AS t
  ORDER BY 1, s.level`;

/** In the order of site code and level, one line more than `limit`. */
export function listSeries(tx: EntityManager, query: SeriesQuery): Promise<SeriesLine[]> {
  const { year, siteCode, jurisdiction, organisationId, after, limit } = query;
  return tx.query<SeriesLine[]>(REPORT, [
    year,
    siteCode ?? null,
    jurisdiction ?? null,
    after?.[0] ?? null,
    after?.[1] ?? null,
    limit + 1,
    organisationId ?? null,
  ]);
}
