import { writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartError } from './errors.ts';
import { lastLines, prepareDataDir, PRIVATE_FILE_MODE, privateDir } from './files.ts';
import { findNats } from './nats-binary.ts';
import { spawnLogged, stopChild, type Child, type Running } from './processes.ts';
import { loadSecrets, type Secrets } from './secrets.ts';

const MAX_PAYLOAD = '1MB';
const READY_LIMIT_MS = 60_000;
const READY_POLL_MS = 25;
const GREETING_LIMIT_MS = 1_000;
const STOP_LIMIT_MS = 10_000;
const LOG_TAIL_LINES = 15;
/** A soft limit: the broker collects garbage harder when it comes near. */
const MEMORY_TARGET = '192MiB';
const FIRST_WITH_SYNC_ALWAYS = [2, 10] as const;

export interface NatsOptions {
  dataDir: string;
  port: number;
  log: (line: string) => void;
  /** Where a downloaded nats-server is unpacked; by default below the data directory. */
  toolsDir?: string | undefined;
  onSpawn?: ((pid: number) => void) | undefined;
}

export interface RunningNats extends Running {
  /** With user and password. */
  url: string;
  version: string;
}

export async function startNats(options: NatsOptions): Promise<RunningNats> {
  const { dataDir, port } = options;
  prepareDataDir(dataDir);
  const secrets = loadSecrets(dataDir);
  const home = privateDir(dataDir, 'nats');
  const logFile = join(privateDir(dataDir, 'logs'), 'nats.log');
  const binary = await findNats(options.toolsDir ?? home, options.log);
  const configFile = join(home, 'nats.conf');
  writeFileSync(configFile, configuration(home, port, secrets, binary.version), { mode: PRIVATE_FILE_MODE });
  const child = await spawnLogged({
    command: binary.path,
    args: ['--config', configFile],
    logFile,
    env: { PATH: process.env.PATH, GOMEMLIMIT: MEMORY_TARGET },
    cwd: home,
  });
  options.onSpawn?.(child.pid);
  const stop = () => stopChild(child, [{ signal: 'SIGTERM', limitMs: STOP_LIMIT_MS }]);
  if (!(await becomesReady(child, port))) {
    await stop();
    const tail = lastLines(logFile, LOG_TAIL_LINES);
    throw new StartError('nats-server 启动失败。', 'nats-server did not start.', [`${logFile}:`, ...tail]);
  }
  return { pid: child.pid, exited: child.exited, stop, url: bundledBrokerUrl(dataDir, port), version: binary.version };
}

/** Where the bundled broker answers, with user and password. */
export function bundledBrokerUrl(dataDir: string, port: number): string {
  const { natsUser, natsPassword } = loadSecrets(dataDir);
  return `nats://${natsUser}:${natsPassword}@127.0.0.1:${port}`;
}

function configuration(home: string, port: number, secrets: Secrets, version: string): string {
  return [
    `host: "127.0.0.1"`,
    `port: ${port}`,
    `max_payload: ${MAX_PAYLOAD}`,
    'jetstream {',
    `  store_dir: ${JSON.stringify(join(home, 'store'))}`,
    ...(canSyncAlways(version) ? ['  sync_interval: always'] : []),
    '}',
    'authorization {',
    `  user: ${JSON.stringify(secrets.natsUser)}`,
    `  password: ${JSON.stringify(secrets.natsPassword)}`,
    '}',
    '',
  ].join('\n');
}

/** Older servers refuse to start with the setting. */
export function canSyncAlways(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [firstMajor, firstMinor] = FIRST_WITH_SYNC_ALWAYS;
  return major > firstMajor || (major === firstMajor && minor >= firstMinor);
}

async function becomesReady(child: Child, port: number): Promise<boolean> {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (!child.hasExited() && Date.now() < deadline) {
    if (await greets(port)) return !child.hasExited();
    await sleep(READY_POLL_MS);
  }
  return false;
}

/** The server speaks first, and only once JetStream has recovered its streams. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket: Socket = connect({ host: '127.0.0.1', port, timeout: GREETING_LIMIT_MS });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('data', (chunk) => finish(chunk.toString('latin1').startsWith('INFO ')));
    for (const event of ['error', 'timeout', 'close']) socket.once(event, () => finish(false));
  });
}
