import type { FactCount, FactKind, PublishedCount } from '@app/credential';
import type { EntityManager } from 'typeorm';
import { StatisticsDayEntity } from './statistics.entity.js';

const CELL = 'day, kind, site_code, occupation_code, occupation_edition, level_digit';
const CELL_OF_CERTIFICATE = 'c.site_code, c.occupation_code, c.occupation_edition, c.level_digit';
/** Certificates from before the log are in no count: nobody could recompute them. A correction is no new certificate. */
const issuedIn = (relation: string): string => `
  SELECT c.issued_on AS day, 'issued' AS kind, ${CELL_OF_CERTIFICATE} FROM ${relation} c
  WHERE c.batch_id IS NOT NULL AND c.version = 1`;
const ENDED = `SELECT c.status_on AS day, c.status AS kind, ${CELL_OF_CERTIFICATE} FROM certificate c
  WHERE c.batch_id IS NOT NULL AND c.status <> 'valid'`;
const ADD = 'ON CONFLICT ON CONSTRAINT daily_count_pk DO UPDATE SET count = daily_count.count + excluded.count';

/** The end of a statement that counts certificates as it keeps them; `kept` is a relation with their columns. */
export const countIssuedSql = (kept: string): string =>
  `INSERT INTO daily_count (${CELL}, count) SELECT ${CELL}, count(*) FROM (${issuedIn(kept)}) AS fact GROUP BY ${CELL} ${ADD}`;

/** Counts the end of a certificate whose row has just been changed; a certificate ends once. */
export async function countEnded(tx: EntityManager, certificateId: string): Promise<void> {
  await tx.query(
    `INSERT INTO daily_count (${CELL}, count) SELECT ${CELL}, 1 FROM (${ENDED} AND c.certificate_id = $1) AS fact ${ADD}`,
    [certificateId],
  );
}

/** Counts anew from the certificates, after they were filled in bulk. What was published stays so. */
export async function recountAll(tx: EntityManager): Promise<void> {
  await tx.query('UPDATE daily_count SET count = 0');
  await tx.query(
    `INSERT INTO daily_count (${CELL}, count)
     SELECT ${CELL}, count(*) FROM (${issuedIn('certificate')} UNION ALL ${ENDED}) AS fact GROUP BY ${CELL} ${ADD}`,
  );
}

export async function totalsUntil(tx: EntityManager, day: string): Promise<Record<FactKind, number>> {
  const rows = await tx.query<{ kind: FactKind; count: number }[]>(
    'SELECT kind, sum(count)::int AS count FROM daily_count WHERE day <= $1 GROUP BY kind',
    [day],
  );
  const totals = { issued: 0, revoked: 0, cancelled: 0, replaced: 0 };
  for (const { kind, count } of rows) totals[kind] = count;
  return totals;
}

/** Facts up to `day` that no day was published with, marked as published from now on. */
export async function takeUnpublished(tx: EntityManager, day: string): Promise<FactCount[]> {
  const facts = await tx.query<FactCount[]>(
    `SELECT day::text, kind, site_code AS site, occupation_code AS code, occupation_edition AS edition,
       level_digit AS level, count - published AS count
     FROM daily_count WHERE day <= $1 AND count <> published FOR UPDATE`,
    [day],
  );
  await tx.query('UPDATE daily_count SET published = count WHERE day <= $1 AND count <> published', [day]);
  return facts;
}

export async function lastDay(tx: EntityManager): Promise<StatisticsDayEntity | null> {
  const [day] = await tx.find(StatisticsDayEntity, { order: { day: 'DESC' }, take: 1 });
  return day ?? null;
}

export function findDay(tx: EntityManager, day: string): Promise<StatisticsDayEntity | null> {
  return tx.findOneBy(StatisticsDayEntity, { day });
}

export async function keepDay(
  tx: EntityManager,
  day: StatisticsDayEntity,
  counts: readonly PublishedCount[],
): Promise<void> {
  await tx.insert(StatisticsDayEntity, day);
  await tx.query(
    `INSERT INTO published_count (day, position, kind, site_code, occupation_code, occupation_edition, level_digit, count)
     SELECT $1, x.* FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[]) AS x`,
    [
      day.day,
      counts.map((_count, position) => position),
      counts.map(({ kind }) => kind),
      counts.map(({ site }) => site),
      counts.map(({ code }) => code),
      counts.map(({ edition }) => edition),
      counts.map(({ level }) => level),
      counts.map(({ count }) => count),
    ],
  );
}

/** Newest first, one row more than `limit`. */
export function listDays(tx: EntityManager, before: string | null, limit: number): Promise<StatisticsDayEntity[]> {
  const days = tx
    .createQueryBuilder(StatisticsDayEntity, 'd')
    .orderBy('d.day', 'DESC')
    .limit(limit + 1);
  return (before === null ? days : days.where('d.day < :before', { before })).getMany();
}

export interface CountFilter {
  from: string;
  to: string;
  siteCode: string | null;
  occupationCode: string | null;
  levelDigit: string | null;
  kind: string | null;
}

export interface Place {
  day: string;
  position: number;
}

export interface ListedCount extends PublishedCount, Place {
  agencyName: string | null;
}

const LIST = `
  SELECT p.day::text, p.position, p.kind, p.site_code AS site, p.occupation_code AS code,
    p.occupation_edition AS edition, p.level_digit AS level, p.count, s.agency_name AS "agencyName"
  FROM published_count p LEFT JOIN filed_site s USING (site_code)
  WHERE p.day BETWEEN $1 AND $2 AND ($3::text IS NULL OR p.site_code = $3)
    AND ($4::text IS NULL OR p.occupation_code = $4) AND ($5::text IS NULL OR p.level_digit = $5)
    AND ($6::text IS NULL OR p.kind = $6) AND ($7::date IS NULL OR (p.day, p.position) > ($7::date, $8::int))
  ORDER BY p.day, p.position LIMIT $9`;

/** By day, one row more than `limit`. */
export function listCounts(
  tx: EntityManager,
  { from, to, siteCode, occupationCode, levelDigit, kind }: CountFilter,
  after: Place | null,
  limit: number,
): Promise<ListedCount[]> {
  return tx.query(LIST, [
    from,
    to,
    siteCode,
    occupationCode,
    levelDigit,
    kind,
    after?.day ?? null,
    after?.position ?? null,
    limit + 1,
  ]);
}

export interface LevelSum {
  level: string;
  /** In published numbers. */
  published: number;
  /** In none yet, what is carried on among them. */
  open: number;
}

/** Certificates issued from `from` to `until`, by level. */
export function sumIssued(tx: EntityManager, from: string, until: string): Promise<LevelSum[]> {
  return tx.query(
    `SELECT level_digit AS level, coalesce(sum(count) FILTER (WHERE is_public), 0)::int AS published,
       coalesce(sum(count) FILTER (WHERE NOT is_public), 0)::int AS open
     FROM (
       SELECT level_digit, count, true AS is_public FROM published_count
       WHERE kind = 'issued' AND day BETWEEN $1 AND $2
       UNION ALL
       SELECT level_digit, count - published, false FROM daily_count
       WHERE kind = 'issued' AND count <> published AND day BETWEEN $1 AND $2
       UNION ALL
       SELECT c.level, c.count, false FROM (SELECT day, carried FROM statistics_day ORDER BY day DESC LIMIT 1) AS d,
         jsonb_to_recordset(d.carried) AS c (kind text, level text, count int)
       WHERE c.kind = 'issued' AND d.day BETWEEN $1 AND $2) AS x
     GROUP BY level_digit`,
    [from, until],
  );
}
