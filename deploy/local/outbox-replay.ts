import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { Client } from 'pg';
import { StartError } from './errors.ts';
import { DATA_SERVICES, underscored } from './settings.ts';

const POLL_MS = 200;
const STALL_LIMIT_MS = 60_000;
/** What public-verification makes of events, and what it keeps of their delivery: a table that is not named stays as it is. */
const DELIVERY_TABLES = ['inbox', 'event_failure'];
const VERDICT_TABLES = ['certificate', 'filed_site', 'filed_scope_line', 'signing_key'];
const STATISTICS_TABLES = ['appointment', 'daily_count', 'statistics_day', 'published_count'];
const READ_MODEL = [...DELIVERY_TABLES, ...VERDICT_TABLES, ...STATISTICS_TABLES];

type Say = (line: string) => void;

/** As libs/messaging names it. */
export function streamOf(publisher: string): string {
  const namespace = process.env.NATS_NAMESPACE;
  return (namespace ? `${namespace}_${publisher}` : publisher).toUpperCase().replaceAll('-', '_');
}

async function withDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
  } catch {
    throw new StartError('数据库没有应答。请先运行 npm start。', 'The database does not answer. Run npm start first.');
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function waiting(client: Client): Promise<number> {
  let total = 0;
  for (const service of DATA_SERVICES) {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${underscored(service)}.outbox WHERE published_at IS NULL`,
    );
    total += rows[0]?.count ?? 0;
  }
  return total;
}

/** Marks every outbox row unpublished and waits until the services' relays have published them again. */
export async function republishOutboxes(databaseUrl: string, say: Say): Promise<void> {
  await withDatabase(databaseUrl, async (client) => {
    for (const service of DATA_SERVICES) {
      await client.query(`UPDATE ${underscored(service)}.outbox SET published_at = NULL, stream_sequence = NULL`);
    }
    let left = await waiting(client);
    say(`重新发布 ${left} 个事件 publishing ${left} events again`);
    let movedAt = Date.now();
    while (left > 0) {
      await sleep(POLL_MS);
      const now = await waiting(client);
      if (now < left) movedAt = Date.now();
      else if (Date.now() - movedAt > STALL_LIMIT_MS) {
        throw new StartError(
          `还有 ${now} 个事件没有发布：请确认各服务与消息服务正在运行。`,
          `${now} events are still waiting: are the services and the broker running?`,
        );
      }
      left = now;
    }
    say('全部事件已发布 every event is published');
  });
}

/**
 * Empties a service's read model and makes it read every stream from the start. The tables go first: an event handled
 * between the two steps finds a gap and waits, while the other order could lose it.
 */
export async function rebuildReader(databaseUrl: string, natsUrl: string, service: string, say: Say): Promise<void> {
  const schema = underscored(service);
  await withDatabase(databaseUrl, async (client) => {
    await client.query(`TRUNCATE ${READ_MODEL.map((table) => `${schema}.${table}`).join(', ')}`);
    say(`已清空 ${service} 的 ${READ_MODEL.length} 张表 emptied its tables`);
  });
  const { host, username, password } = new URL(natsUrl);
  const user = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {};
  const connection = await connect({ servers: host, ...user });
  try {
    const manager = await jetstreamManager(connection);
    for (const publisher of DATA_SERVICES) {
      await manager.consumers.delete(streamOf(publisher), service).catch(() => false);
    }
  } finally {
    await connection.close();
  }
}
