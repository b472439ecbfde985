import { DomainError } from '@app/kernel';
import type { Visibility } from '@app/platform';
import type { EntityManager } from 'typeorm';
import type { IssuedLine, Period } from './issue-list.js';

/** Lines of one answer. */
export const STATISTIC_LINES_MAX = 20_000;

export interface IssuedQuery extends Visibility, Period {
  /** A line per month. */
  months: boolean;
  /** Only this body, within what is visible. */
  body?: string;
}

/**
 * First versions alone: a correction is no second certificate. Counted in 人次 (domain.md §12 item 43).
 * @throws DomainError `statistics/too-many-lines`
 */
export async function countIssued(tx: EntityManager, query: IssuedQuery): Promise<IssuedLine[]> {
  const { organisationId, jurisdiction, from, until, months, body } = query;
  const month = months ? `to_char(issued_on, 'YYYY-MM')` : 'NULL::text';
  const rows = await tx.query<(IssuedLine & { month: string | null })[]>(
    `SELECT organisation_id AS "organisationId", agency_name AS "agencyName", occupation_code AS "occupationCode",
       occupation_edition AS "occupationEdition", occupation_name AS "occupationName", specialty,
       level_digit AS "levelDigit", ${month} AS month, count(*)::int AS quantity
     FROM certificate
     WHERE version = 1 AND issued_on BETWEEN $1 AND $2 AND ($3::text IS NULL OR organisation_id = $3)
       AND ($4::text IS NULL OR jurisdiction = $4) AND ($5::text IS NULL OR organisation_id = $5)
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8 ORDER BY 2, 1, 3, 4, 6, 7, 8 LIMIT ${STATISTIC_LINES_MAX + 1}`,
    [from, until, organisationId ?? null, jurisdiction ?? null, body ?? null],
  );
  if (rows.length > STATISTIC_LINES_MAX) {
    throw new DomainError('statistics/too-many-lines', { limit: STATISTIC_LINES_MAX });
  }
  return rows.map(({ month, ...line }) => (month === null ? line : { ...line, month }));
}
