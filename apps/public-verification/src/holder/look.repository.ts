import type { EntityManager } from 'typeorm';
import type { KeptLook, LookPlace } from './look.js';

/** Records of one holder that are looked for: certificates and extracts. */
export const LOOK_RECORDS_MAX = 400;

/**
 * Looks at these records by anybody but the holder, newest first, one more than `limit`. A row that keeps several looks of
 * strangers is taken apart: only those that showed one of the records come out, each with its own time. `OFFSET 0` keeps the
 * planner at the index of persons: read by time, the trail of a large register would be walked to its end for a holder who
 * was asked for once.
 */
export function findLooks(
  tx: EntityManager,
  records: readonly string[],
  page: { subject: string; before: LookPlace | undefined; limit: number },
): Promise<KeptLook[]> {
  return tx.query<KeptLook[]>(
    `SELECT DISTINCT ON (look.id, look.place) look.id AS "rowId", look.place, look.at, look.content ->> 'action' AS action,
       look.content ->> 'object' AS object, look.content -> 'roles' AS roles,
       look.content ->> 'organisationId' AS "organisationId", look.persons
     FROM unnest($1::text[]) AS record
     CROSS JOIN LATERAL (
       SELECT found.id, found.content, single.place, single.look ->> 'at' AS at, single.look -> 'persons' AS persons
       FROM (SELECT id, content FROM audit WHERE content -> 'persons' @> jsonb_build_array(record) OFFSET 0) AS found
       CROSS JOIN LATERAL (
         SELECT 0 AS place, found.content AS look WHERE NOT found.content ? 'looks'
         UNION ALL
         SELECT each.place::int, each.look
         FROM jsonb_array_elements(found.content -> 'looks') WITH ORDINALITY AS each (look, place)) AS single
       WHERE found.content ->> 'kind' IN ('look', 'export') AND found.content ->> 'actor' <> $2
         AND single.look -> 'persons' @> jsonb_build_array(record)
         AND ($3::uuid IS NULL OR (found.id, single.place) < ($3::uuid, $4::int))
       ORDER BY found.id DESC, single.place DESC LIMIT $5) AS look
     ORDER BY look.id DESC, look.place DESC LIMIT $5`,
    [records, page.subject, page.before?.rowId ?? null, page.before?.place ?? null, page.limit + 1],
  );
}
