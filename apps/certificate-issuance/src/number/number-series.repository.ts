import type { EntityManager } from 'typeorm';

/** Serials run per site, year of issue and level (domain.md §2.1 part 7). */
export interface NumberSeries {
  siteCode: string;
  year: number;
  level: string;
}

/**
 * Takes the next `count` serials in one step. The series stays locked until the commit, so a rollback gives the block
 * back and no number is burned.
 * @returns the first serial of the block
 */
export async function allocateSerials(tx: EntityManager, series: NumberSeries, count: number): Promise<number> {
  const [row] = await tx.query<{ first: number }[]>(
    `INSERT INTO number_series (site_code, year, level, last_serial) VALUES ($1, $2, $3, $4)
     ON CONFLICT ON CONSTRAINT number_series_pk DO UPDATE SET last_serial = number_series.last_serial + excluded.last_serial
     RETURNING last_serial - $4::int + 1 AS first`,
    [series.siteCode, series.year, series.level, count],
  );
  if (!row) throw new Error('the number series gave no block');
  return row.first;
}
