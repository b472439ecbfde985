import { loadPersonalData, loadSealedColumns } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { DATA_SERVICES, ROOT, underscored } from '../../deploy/local/settings.ts';
import type { PersonalDataPurpose } from '../../libs/platform/src/index.ts';
import type { OwnSystem } from './own-system.ts';

/** What every service keeps beside its own registry, as libs/platform has it. */
const PLATFORM_COLUMNS = [
  { table: 'idempotency_key', column: 'answer_sealed', purpose: 'answer' },
  { table: 'outbox', column: 'data', purpose: 'person' },
  { table: 'event_failure', column: 'envelope', purpose: 'person' },
] as const;

const SEALED = /v1\.[0-9a-f]{8}\.[\w-]+/g;
const normal = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

/** Rows by table, as `exam-scheduling.candidate`. */
export type Places = Record<string, number>;

/**
 * Where a person is, by opening every sealed value of every registered column, and by the blind index in any row of any
 * table: the answer that `held` has to agree with, found without its help.
 */
export async function searchEverything(own: OwnSystem, documentNumber: string): Promise<Places> {
  const parts = await loadPersonalData(ROOT);
  const vault = parts.openVault(keyEnvironment(own.system.dataDir, {}));
  const index = vault.index('document', documentNumber);
  const opens = (sealed: string, purpose: PersonalDataPurpose): boolean =>
    normal(vault.open(purpose, sealed)).includes(documentNumber);
  const found: Places = {};
  for (const service of DATA_SERVICES) {
    const registered = (await loadSealedColumns(ROOT, service)).flatMap((each) => ('purpose' in each ? [each] : []));
    const columns = [...registered, ...PLATFORM_COLUMNS];
    for (const table of await tablesOf(own, underscored(service))) {
      const mine = columns.filter((each) => each.table === table);
      const rows = await own.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(t) AS row FROM ${underscored(service)}."${table}" t`,
      );
      const count = rows.filter(({ row }) => {
        const sealed = mine.flatMap(({ column, purpose }) =>
          (JSON.stringify(row[column] ?? '').match(SEALED) ?? []).map((text) => opens(text, purpose)),
        );
        return sealed.includes(true) || JSON.stringify(row).includes(index);
      }).length;
      if (count > 0) found[`${service}.${table}`] = count;
    }
  }
  return found;
}

async function tablesOf(own: OwnSystem, schema: string): Promise<string[]> {
  const rows = await own.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = '${schema}' AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** What changes by itself: the trail says who looked, and sessions end. */
const UNSTEADY = new Set(['audit', 'audit_head', 'oidc_payload']);

/** A digest of everything else but the relay's marks: the same before and after when nothing was changed. */
export async function fingerprintOf(own: OwnSystem): Promise<Record<string, string>> {
  const digests: Record<string, string> = {};
  for (const service of DATA_SERVICES) {
    const schema = underscored(service);
    for (const table of await tablesOf(own, schema)) {
      if (UNSTEADY.has(table)) continue;
      const [row] = await own.query<{ digest: string }>(
        `SELECT coalesce(md5(string_agg(md5(r), '' ORDER BY r)), '') AS digest
         FROM (SELECT (to_jsonb(t) - 'published_at' - 'stream_sequence')::text AS r FROM ${schema}."${table}" AS t) AS rows`,
      );
      digests[`${schema}.${table}`] = row?.digest ?? '';
    }
  }
  return digests;
}
