import type { EntityManager } from 'typeorm';
import { keyOf } from './occupation.js';

const COUNT = `
  SELECT l.occupation_code AS code, l.occupation_edition AS edition, count(DISTINCT s.filing_id)::int AS bodies
  FROM filed_scope_line l JOIN filed_site s USING (site_code)
  WHERE $1::date BETWEEN l.filed_on AND l.valid_until GROUP BY 1, 2`;

/** Bodies that are filed for an occupation on a day, by code and edition. */
export async function countFiledBodies(tx: EntityManager, day: string): Promise<Map<string, number>> {
  const rows = await tx.query<{ code: string; edition: string; bodies: number }[]>(COUNT, [day]);
  return new Map(rows.map((row) => [keyOf(row), row.bodies]));
}
