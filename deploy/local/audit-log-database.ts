import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type * as credential from '../../libs/credential/src/index.ts';
import type { LogCompanion } from './audit-log-check.ts';
import { fileFinding, type Findings } from './audit-log-finding.ts';
import { LogRows } from './audit-log-batches.ts';
import {
  differingColumns,
  ROW_COLUMNS,
  type CertificateRow,
  type LoggedCertificate,
  type RowMeans,
} from './audit-log-rows.ts';
import { loadCommitted, loadPersonalData } from './built.ts';
import { StartError } from './errors.ts';
import { keyEnvironment } from './keyring.ts';
import { ROOT } from './settings.ts';

export interface Vault {
  open(purpose: 'person', sealed: string): string;
  index(purpose: 'name' | 'document', value: string): string;
}

interface RegistryStore {
  lib: typeof credential;
  dataDir: string;
  databaseUrl: string;
  env: NodeJS.ProcessEnv;
  signal: AbortSignal;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const PAGE_ROWS = 5_000;
const CATCH_UP_MS = 10_000;
const POLL_MS = 100;

/** Checks a log together with the rows it was made from; the rows are those of one moment. */
export async function withRegistryRows<T>(
  store: RegistryStore,
  check: (companion: (findings: Findings) => LogCompanion) => Promise<T>,
): Promise<T> {
  const parts = await loadPersonalData(ROOT);
  const settings = parts.readKeySettings({ ...store.env, ...keyEnvironment(store.dataDir, store.env) });
  const vault = parts.openVault(settings);
  const client = await connect(store.databaseUrl);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const snapshot = await snapshotOf(client);
    await publishedSince(store, snapshot);
    const means: RowMeans = { lib: store.lib, made: await loadCommitted(ROOT), vault };
    return await check((findings) => new RegistryRows(client, means, findings, snapshot));
  } finally {
    await client.end();
  }
}

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({
    connectionString,
    application_name: 'audit-log',
    options: '-c search_path=certificate_issuance',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    throw new StartError('数据库没有应答。请先运行 npm start。', 'The database does not answer. Run npm start first.');
  }
}

interface Snapshot {
  /** Position of the newest batch. */
  position: number;
  /** Leaves below it have their place in these rows; later ones may not be there yet. */
  horizon: number;
}

async function snapshotOf(client: Client): Promise<Snapshot> {
  const { rows } = await client.query<Snapshot>(
    `SELECT coalesce(max(position), 0)::float8 AS position,
       greatest(coalesce(max(first_index + leaves), 0), (SELECT published FROM log_head))::float8 AS horizon FROM log_batch`,
  );
  return rows[0] ?? { position: 0, horizon: 0 };
}

/** Waits for a checkpoint that covers the rows; one that does not come is the check's own matter. */
async function publishedSince({ databaseUrl, signal }: RegistryStore, { position }: Snapshot): Promise<void> {
  const client = await connect(databaseUrl);
  try {
    for (
      const deadline = Date.now() + CATCH_UP_MS;
      Date.now() < deadline;
      await sleep(POLL_MS, undefined, { signal })
    ) {
      const { rows } = await client.query<{ waits: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM log_batch, log_head
           WHERE position <= $1 AND (first_index IS NULL OR first_index + leaves > published)) AS waits`,
        [position],
      );
      if (!rows[0]?.waits) return;
    }
    console.error(
      '日志没有跟上数据库，证书核发服务在运行吗？ The log lags behind the database: is certificate-issuance running?',
    );
  } finally {
    await client.end();
  }
}

type Ended = Pick<credential.CertificateStatusEntry, 'status' | 'reason' | 'on' | 'replacedBy'>;

/** Holds every certificate row against its leaf, in the order of the log. */
class RegistryRows implements LogCompanion {
  private readonly client: Client;
  private readonly means: RowMeans;
  private readonly findings: Findings;
  private readonly snapshot: Snapshot;
  private readonly batches: LogRows;
  private readonly scopes = new Map<string, { organisation: string; agency: string }>();
  private readonly ended = new Map<string, Ended>();
  private size = 0;
  private block: { head: credential.CertificateBlockEntry; come: number } | undefined;

  constructor(client: Client, means: RowMeans, findings: Findings, snapshot: Snapshot) {
    this.client = client;
    this.means = means;
    this.findings = findings;
    this.snapshot = snapshot;
    this.batches = new LogRows(client, means.lib, findings);
  }

  begin({ size }: { size: number }): Promise<void> {
    this.size = size;
    return Promise.resolve();
  }

  async bundle(
    start: number,
    leaves: readonly Uint8Array[],
    entries: readonly (credential.LogEntry | undefined)[],
  ): Promise<void> {
    await this.batches.compare(start, leaves.slice(0, Math.max(0, this.snapshot.horizon - start)));
    const logged = new Map<string, LoggedCertificate>();
    for (const [at, entry] of entries.entries()) {
      const certificate = entry && this.follow(entry, start + at);
      if (certificate) logged.set(certificate.entry.id, certificate);
    }
    if (logged.size > 0) await this.compare(logged);
  }

  async end(auditor: credential.LogAuditor): Promise<void> {
    await this.compareEnds();
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const { rows } = await this.client.query<{ id: string; isYoung: boolean }>(
        `SELECT c.id::text, b.id IS NOT NULL AND (b.first_index IS NULL OR b.first_index >= $2) AS "isYoung"
         FROM certificate c LEFT JOIN log_batch b ON b.id = c.batch_id WHERE c.id > $1 ORDER BY c.id LIMIT ${PAGE_ROWS}`,
        [after, this.size],
      );
      for (const { id, isYoung } of rows) {
        if (!isYoung && !auditor.headOf(id)) this.findings.add(fileFinding('row-not-in-log', `certificate ${id}`));
      }
      const last = rows.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  /** Remembers what stands around certificates; answers those. */
  private follow(entry: credential.LogEntry, index: number): LoggedCertificate | undefined {
    if (entry.type === 'scope-granted') {
      this.scopes.set(entry.filing, { organisation: entry.organisation, agency: entry.agency });
    }
    if (entry.type === 'certificate-status' && index < this.snapshot.horizon && !this.ended.has(entry.id)) {
      this.ended.set(entry.id, entry);
    }
    if (entry.type !== 'certificate') {
      this.block = entry.type === 'certificate-block' ? { head: entry, come: 0 } : undefined;
      return undefined;
    }
    if (!this.block) return undefined;
    const { head, come } = this.block;
    this.block.come += 1;
    const scope = this.scopes.get(head.filing);
    return { entry, index, head, offset: come, organisation: scope?.organisation, agency: scope?.agency };
  }

  private async compare(logged: ReadonlyMap<string, LoggedCertificate>): Promise<void> {
    const ids = [...logged.keys()].filter((id) => UUID.test(id));
    const { rows } = await this.client.query<CertificateRow>(
      `SELECT ${ROW_COLUMNS} FROM certificate c LEFT JOIN log_batch b ON b.id = c.batch_id WHERE c.id = ANY($1::uuid[])`,
      [ids],
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    for (const [id, certificate] of logged) {
      const row = found.get(id);
      const { index } = certificate;
      if (row) {
        const columns = differingColumns(row, certificate, this.means);
        const detail = columns.join(', ');
        if (columns.length > 0) this.findings.add(fileFinding('row-altered', `certificate ${id}`, { index, detail }));
      } else if (index < this.snapshot.horizon) {
        this.findings.add(fileFinding('row-missing', `certificate ${id}`, { index }));
      }
    }
  }

  /** What became of certificates, from both sides. */
  private async compareEnds(): Promise<void> {
    const { rows } = await this.client.query<{
      id: string;
      status: string;
      reason: string;
      on: string;
      replacedBy: string | null;
    }>(
      `SELECT id::text, status, status_reason AS reason, status_on::text AS "on", replaced_by::text AS "replacedBy"
       FROM certificate WHERE status <> 'valid' OR replaced_by IS NOT NULL`,
    );
    const say = (id: string, detail: string): void =>
      this.findings.add(fileFinding('row-altered', `certificate ${id}`, { detail }));
    for (const { id, status, reason, on, replacedBy } of rows) {
      const logged = this.ended.get(id);
      this.ended.delete(id);
      if (!logged) {
        say(id, 'status');
        continue;
      }
      const pairs = [
        ['status', status, logged.status],
        ['status_reason', reason, logged.reason],
        ['status_on', on, logged.on],
        ['replaced_by', replacedBy, logged.replacedBy ?? null],
      ];
      const columns = pairs.filter(([, row, log]) => row !== log).map(([column]) => column);
      if (columns.length > 0) say(id, columns.join(', '));
    }
    for (const id of this.ended.keys()) say(id, 'status');
  }
}
