import { connect } from '@nats-io/transport-node';
import { errorText, StartError } from './errors.ts';
import { startNats } from './nats.ts';
import { requireFreePorts } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { checkAdmin } from './prepare.ts';
import type { Running } from './processes.ts';
import type { Ports } from './settings.ts';

const CONNECT_LIMIT_MS = 10_000;

/** Runs a start, and may watch over what was started; `start` reports the pid before the process is ready. */
export type Starter = <R extends Running>(
  name: string,
  start: (onSpawn: (pid: number) => void) => Promise<R>,
) => Promise<R>;

export interface ServersOptions {
  dataDir: string;
  ports: Pick<Ports, 'postgres' | 'nats'>;
  /** DATABASE_URL and NATS_URL name servers that run already. */
  env: NodeJS.ProcessEnv;
  log: (line: string) => void;
  starter: Starter;
  toolsDir?: string | undefined;
}

export interface Servers {
  /** Of an administrator. */
  databaseUrl: string;
  natsUrl: string;
}

export async function startServers(options: ServersOptions): Promise<Servers> {
  return { databaseUrl: await startDatabase(options), natsUrl: await startBroker(options) };
}

export async function startDatabase({ dataDir, ports, env, log, starter }: ServersOptions): Promise<string> {
  if (env.DATABASE_URL) {
    await checkAdmin(env.DATABASE_URL);
    return env.DATABASE_URL;
  }
  await requireFreePorts([{ port: ports.postgres, user: 'PostgreSQL', variable: 'JZ_POSTGRES_PORT' }]);
  const start = (onSpawn: (pid: number) => void) => startPostgres({ dataDir, port: ports.postgres, log, onSpawn });
  return (await starter('postgres', start)).url;
}

export async function startBroker({ dataDir, ports, env, log, starter, toolsDir }: ServersOptions): Promise<string> {
  if (env.NATS_URL) {
    await checkBroker(env.NATS_URL);
    return env.NATS_URL;
  }
  await requireFreePorts([{ port: ports.nats, user: 'NATS', variable: 'JZ_NATS_PORT' }]);
  const start = (onSpawn: (pid: number) => void) => startNats({ dataDir, port: ports.nats, log, toolsDir, onSpawn });
  return (await starter('nats', start)).url;
}

async function checkBroker(natsUrl: string): Promise<void> {
  let hasJetStream: boolean | undefined;
  try {
    const { host, username, password } = new URL(natsUrl);
    const user = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {};
    const connection = await connect({ servers: host, ...user, timeout: CONNECT_LIMIT_MS, reconnect: false });
    hasJetStream = connection.info?.jetstream;
    await connection.close();
  } catch (error) {
    throw new StartError('无法连接 NATS_URL 指定的消息服务。', 'The broker named by NATS_URL cannot be reached.', [
      errorText(error),
    ]);
  }
  if (hasJetStream) return;
  throw new StartError(
    'NATS_URL 指定的消息服务没有开启 JetStream（启动参数 -js）。',
    'The broker named by NATS_URL runs without JetStream (start it with -js).',
  );
}
