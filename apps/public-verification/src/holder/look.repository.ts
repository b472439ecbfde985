import type { EntityManager } from 'typeorm';
import type { KeptLook } from './look.js';

/** Records of one holder that are looked for: certificates and extracts. */
export const LOOK_RECORDS_MAX = 400;

/**
 * Looks at these records by anybody but the holder, newest first, one more than `limit`. `OFFSET 0` keeps the planner at the
 * index of persons: read by time, the trail of a large register would be walked to its end for a holder who was asked for once.
 */
export function findLooks(
  tx: EntityManager,
  records: readonly string[],
  page: { subject: string; before: string | undefined; limit: number },
): Promise<KeptLook[]> {
  return tx.query<KeptLook[]>(
    `SELECT DISTINCT ON (look.id) look.id, look.content ->> 'at' AS at, look.content ->> 'action' AS action,
       look.content -> 'roles' AS roles, look.content ->> 'organisationId' AS "organisationId",
       look.content -> 'persons' AS persons
     FROM unnest($1::text[]) AS record
     CROSS JOIN LATERAL (
       SELECT found.* FROM (
         SELECT id, content FROM audit WHERE content -> 'persons' @> jsonb_build_array(record) OFFSET 0) AS found
       WHERE content ->> 'kind' IN ('look', 'export') AND content ->> 'actor' <> $2
         AND ($3::uuid IS NULL OR id < $3)
       ORDER BY id DESC LIMIT $4) AS look
     ORDER BY look.id DESC LIMIT $4`,
    [records, page.subject, page.before ?? null, page.limit + 1],
  );
}
