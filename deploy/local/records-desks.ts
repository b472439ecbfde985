import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { Client } from 'pg';
import type { RecordsDesk } from '../../libs/platform/src/index.ts';
import { loadPersonalData, loadRecordsDesk, loadService } from './built.ts';
import { StartError } from './errors.ts';
import { keyEnvironment } from './keyring.ts';
import { bundledBrokerUrl } from './nats.ts';
import { streamOf } from './outbox-replay.ts';
import { bundledDatabaseUrl } from './postgres.ts';
import { requireSameInstallation } from './prepare.ts';
import { loadSecrets } from './secrets.ts';
import { DATA_SERVICES, readPorts, ROOT } from './settings.ts';

const LOCK_ATTEMPTS = 25;
const LOCK_RETRY_MS = 200;
/** JetStream API errors for a message that the stream does not have any more. */
const NOT_THERE = new Set([10037, 10043, 10057]);

export interface RecordsOptions {
  dataDir: string;
  env: NodeJS.ProcessEnv;
}

/** The desks of all services with data, for one command at a time that changes something. */
export async function withRecordsDesks<T>(
  { dataDir, env }: RecordsOptions,
  work: (desks: readonly RecordsDesk[]) => Promise<T>,
): Promise<T> {
  const ports = readPorts(env);
  const databaseUrl = env.DATABASE_URL || bundledDatabaseUrl(dataDir, ports.postgres);
  const natsUrl = env.NATS_URL || bundledBrokerUrl(dataDir, ports.nats);
  const parts = await loadPersonalData(ROOT);
  const { RecordsDesk } = await loadRecordsDesk(ROOT);
  const vault = parts.openVault(parts.readKeySettings({ ...env, ...keyEnvironment(dataDir, env) }));
  const client = await connected(databaseUrl);
  const desks: RecordsDesk[] = [];
  try {
    await requireSameInstallation(client, loadSecrets(dataDir).installation);
    await takeTurn(client);
    for (const service of DATA_SERVICES) {
      const forget = (events: readonly { streamSequence: string }[]) => forgetEvents(natsUrl, service, events);
      const overrides = keptAnswerOverride(env);
      desks.push(await RecordsDesk.open(await loadService(ROOT, service), databaseUrl, vault, { forget, overrides }));
    }
    return await work(desks);
  } finally {
    for (const desk of desks) await desk.close();
    await client.end();
  }
}

async function connected(databaseUrl: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl, application_name: 'person-records' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    throw new StartError('数据库没有应答。请先运行 npm start。', 'The database does not answer. Run npm start first.');
  }
}

/** The lock goes with the connection: one of a command that was killed is free as soon as the server notices. */
async function takeTurn(client: Client): Promise<void> {
  for (let attempt = 0; attempt < LOCK_ATTEMPTS; attempt += 1) {
    const { rows } = await client.query<{ taken: boolean }>(
      `SELECT pg_try_advisory_lock(hashtext('jiangzheng/person-records')) AS taken`,
    );
    if (rows[0]?.taken) return;
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
  }
  throw new StartError('另一个个人信息命令正在运行。', 'Another command on personal records is running.');
}

function keptAnswerOverride(env: NodeJS.ProcessEnv): { 'kept-answer'?: { days: number } } {
  const text = env.KEPT_ANSWER_DAYS;
  if (!text) return {};
  const days = Number(text);
  if (Number.isInteger(days) && days > 0) return { 'kept-answer': { days } };
  throw new StartError('KEPT_ANSWER_DAYS 应为正整数。', 'KEPT_ANSWER_DAYS is a whole number of days.');
}

/** Takes messages out of a publisher's stream and overwrites their bytes; one that is gone already is no fault. */
async function forgetEvents(
  natsUrl: string,
  publisher: string,
  events: readonly { streamSequence: string }[],
): Promise<void> {
  const { host, username, password } = new URL(natsUrl);
  const user = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {};
  const connection = await connect({ servers: host, ...user, reconnect: false }).catch(() => {
    throw new StartError('消息服务没有应答。请先运行 npm start。', 'The broker does not answer. Run npm start first.');
  });
  try {
    const manager = await jetstreamManager(connection);
    for (const { streamSequence } of events) {
      await manager.streams.deleteMessage(streamOf(publisher), Number(streamSequence), true).catch((error: unknown) => {
        if (!NOT_THERE.has(Number((error as { code?: unknown }).code))) throw error;
      });
    }
  } finally {
    await connection.close();
  }
}
