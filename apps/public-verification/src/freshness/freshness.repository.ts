import type { EntityManager } from 'typeorm';
import type { SourceName } from './freshness.js';

const LATEST: Readonly<Record<SourceName, string>> = {
  'agency-filing': 'SELECT max(recorded_at) AS latest FROM filed_site',
  'certificate-issuance': 'SELECT max(recorded_at) AS latest FROM certificate',
};

export async function latestFactAt(tx: EntityManager, source: SourceName): Promise<Date | null> {
  const [row] = await tx.query<{ latest: Date | null }[]>(LATEST[source]);
  return row?.latest ?? null;
}

/** Events of a source that could not be taken in, and those behind them. */
export async function countFailed(tx: EntityManager, source: SourceName): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM event_failure WHERE publisher = $1 AND state = 'dead'`,
    [source],
  );
  return row?.count ?? 0;
}
