import { schemaOf } from '@app/platform';
import type { DataSource } from 'typeorm';

/** What a request may leave behind although it was refused. */
const TRACES = new Set(['audit', 'audit_head', 'idempotency_key', 'migration']);

/** A digest of every row of every table, the relay's marks aside: the same before and after when nothing was changed. */
export async function fingerprintOf(dataSource: DataSource): Promise<Record<string, string>> {
  const schema = schemaOf((dataSource.options as { applicationName?: string }).applicationName ?? '');
  const tables = await dataSource.query<{ name: string }[]>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1 AND table_type = 'BASE TABLE'`,
    [schema],
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables.filter((table) => !TRACES.has(table.name))) {
    const [row] = await dataSource.query<{ digest: string }[]>(
      `SELECT coalesce(md5(string_agg(md5(r), '' ORDER BY r)), '') AS digest
       FROM (SELECT (to_jsonb(t) - 'published_at' - 'stream_sequence')::text AS r FROM ${name} AS t) AS rows`,
    );
    digests[name] = row?.digest ?? '';
  }
  return digests;
}
