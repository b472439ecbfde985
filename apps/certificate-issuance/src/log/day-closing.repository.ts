import type { EntityManager } from 'typeorm';

/** Facts of the register up to a day, all of them in the log below the checkpoint. */
export interface ClosedDay {
  day: string;
  issued: number;
  revoked: number;
  cancelled: number;
  replaced: number;
}

/** Holds whoever else would close days. @returns the last day that was looked at */
export async function lockClosing(tx: EntityManager): Promise<string> {
  const [row] = await tx.query<{ until: string }[]>('SELECT until::text FROM day_closing FOR UPDATE');
  if (!row) throw new Error('the closing of days has no row');
  return row.until;
}

export async function keepClosedUntil(tx: EntityManager, day: string): Promise<void> {
  await tx.query('UPDATE day_closing SET until = $1', [day]);
}

const FACTS = `
  WITH head AS (
    SELECT published, checkpoint FROM log_head
    WHERE published = sequenced AND NOT EXISTS (SELECT 1 FROM log_batch WHERE first_index IS NULL)),
  fact AS (
    SELECT issued_on AS day, 'issued' AS kind FROM certificate WHERE batch_id IS NOT NULL AND version = 1 AND issued_on <= $1
    UNION ALL
    SELECT status_on, status FROM certificate WHERE batch_id IS NOT NULL AND status <> 'valid' AND status_on <= $1)
  SELECT head.published::text AS size, head.checkpoint, fact.day::text, fact.kind, count(fact.kind)::int AS count
  FROM head LEFT JOIN fact ON true GROUP BY 1, 2, 3, 4 ORDER BY 3`;

interface FactRow {
  size: string;
  checkpoint: string;
  day: string | null;
  kind: Exclude<keyof ClosedDay, 'day'> | null;
  count: number;
}

/**
 * The days up to `day` that have facts, each with all facts up to it, as one statement sees rows and log together.
 * Certificates from before the log are in none.
 * @returns undefined while a committed leaf is in no checkpoint
 */
export async function factsUntil(
  tx: EntityManager,
  day: string,
): Promise<{ size: string; checkpoint: string; days: ClosedDay[] } | undefined> {
  const rows = await tx.query<FactRow[]>(FACTS, [day]);
  const [first] = rows;
  if (!first) return undefined;
  const days: ClosedDay[] = [];
  for (const row of rows) {
    if (row.day === null || row.kind === null) continue;
    let last = days.at(-1);
    if (last?.day !== row.day) {
      last = { ...(last ?? { issued: 0, revoked: 0, cancelled: 0, replaced: 0 }), day: row.day };
      days.push(last);
    }
    last[row.kind] += row.count;
  }
  return { size: first.size, checkpoint: first.checkpoint, days };
}
