import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { errorCode, errorText, StartError } from './errors.ts';
import { lastLines, prepareDataDir, PRIVATE_FILE_MODE, privateDir, readIfPresent } from './files.ts';
import { findPostgresHome, type PostgresHome } from './postgres-home.ts';
import {
  commandLine,
  processStart,
  spawnLogged,
  stopChild,
  stopStranger,
  type Child,
  type Running,
} from './processes.ts';
import { loadSecrets } from './secrets.ts';

const DATABASE = 'jiangzheng';
const SUPERUSER = 'postgres';
const MAX_CONNECTIONS = 300;
const SHARED_BUFFERS = '128MB';
const INITDB_LIMIT_MS = 120_000;
/** Long, because a start after a crash first replays the write-ahead log. */
const READY_LIMIT_MS = 120_000;
const READY_POLL_MS = 25;
const CONNECT_LIMIT_MS = 5_000;
const FAST_SHUTDOWN_LIMIT_MS = 20_000;
const IMMEDIATE_SHUTDOWN_LIMIT_MS = 5_000;
const START_ATTEMPTS = 20;
const START_RETRY_MS = 250;
const LOG_TAIL_LINES = 15;

export interface PostgresOptions {
  dataDir: string;
  port: number;
  log: (line: string) => void;
  onSpawn?: ((pid: number) => void) | undefined;
}

export interface RunningPostgres extends Running {
  /** Of the superuser. */
  url: string;
}

/** Starts the bundled PostgreSQL on the loopback, on a cluster below the data directory that is made when missing. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  prepareDataDir(options.dataDir);
  const { postgresPassword: password } = loadSecrets(options.dataDir);
  const home = findPostgresHome(options.dataDir, options.log);
  const logFile = join(privateDir(options.dataDir, 'logs'), 'postgres.log');
  if (!existsSync(home.cluster)) await initialise(home, password, options.log);
  requireSameVersion(home);
  const child = await startServer(home, { ...options, cluster: home.cluster, logFile, password });
  const stop = () =>
    stopChild(child, [
      { signal: 'SIGINT', limitMs: FAST_SHUTDOWN_LIMIT_MS },
      { signal: 'SIGQUIT', limitMs: IMMEDIATE_SHUTDOWN_LIMIT_MS },
    ]);
  try {
    await createDatabase(connectionUrl(options.port, password, 'postgres'));
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid, exited: child.exited, stop, url: connectionUrl(options.port, password, DATABASE) };
}

/** Where the bundled server answers its superuser. */
export function bundledDatabaseUrl(dataDir: string, port: number): string {
  return connectionUrl(port, loadSecrets(dataDir).postgresPassword, DATABASE);
}

function connectionUrl(port: number, password: string, database: string): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** Made under another name first: a cluster whose making was cut short is never mistaken for a whole one. */
async function initialise(home: PostgresHome, password: string, log: (line: string) => void): Promise<void> {
  log('新建数据库 making a new database cluster');
  const draft = `${home.cluster}.new`;
  const passwordFile = join(dirname(home.cluster), 'initdb-password');
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: PRIVATE_FILE_MODE, flag: 'wx' });
  if (home.runAs) {
    for (const path of [draft, passwordFile]) chownSync(path, home.runAs.uid, home.runAs.gid);
  }
  const args = [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ];
  const options = { cwd: '/', env: serverEnvironment(), timeout: INITDB_LIMIT_MS, ...home.runAs };
  try {
    await promisify(execFile)(join(home.bin, 'initdb'), args, options);
  } catch (error) {
    throw new StartError('新建数据库失败。', 'Making the database cluster failed.', errorText(error).split('\n'));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, home.cluster);
}

/** No locale, no PG* variables: the same server whatever the terminal is set to. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

function requireSameVersion(home: PostgresHome): void {
  const made = Number(readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8'));
  if (made === home.majorVersion) return;
  throw new StartError(
    `数据目录由 PostgreSQL ${made} 建立，当前程序是 ${home.majorVersion}。请先用旧版本导出数据（pg_dump），再导入新目录。`,
    `The data directory was made by PostgreSQL ${made}, the programs are ${home.majorVersion}. Export the data with the old version (pg_dump) and import it into a new directory.`,
  );
}

interface ServerOptions extends PostgresOptions {
  cluster: string;
  logFile: string;
  password: string;
}

async function startServer(home: PostgresHome, options: ServerOptions): Promise<Child> {
  for (let attempt = 1; ; attempt += 1) {
    await clearLeftover(home.cluster);
    const child = await spawnLogged({
      command: join(home.bin, 'postgres'),
      args: ['-D', home.cluster, ...settings(options.port)],
      logFile: options.logFile,
      env: serverEnvironment(),
      cwd: '/',
      runAs: home.runAs,
    });
    options.onSpawn?.(child.pid);
    if (await becomesReady(child, options)) return child;
    const tail = lastLines(options.logFile, LOG_TAIL_LINES);
    // Backends of a server that was killed take a moment to notice it and to let go of the shared memory.
    const isTemporary = tail.some((line) => line.includes('is still in use') || line.includes('lock file'));
    if (!isTemporary || attempt === START_ATTEMPTS) {
      throw new StartError('PostgreSQL 启动失败。', 'PostgreSQL did not start.', [`${options.logFile}:`, ...tail]);
    }
    await sleep(START_RETRY_MS);
  }
}

function settings(port: number): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: MAX_CONNECTIONS,
    shared_buffers: SHARED_BUFFERS,
    fsync: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** PostgreSQL deals with a stale `postmaster.pid` itself, but not with a pid that another program has by now. */
async function clearLeftover(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number.parseInt(readIfPresent(pidFile) ?? '', 10);
  if (!(pid > 0) || processStart(pid) === undefined) return;
  if (commandLine(pid).includes(cluster)) await stopStranger(pid, 'SIGINT', FAST_SHUTDOWN_LIMIT_MS);
  else rmSync(pidFile);
}

async function becomesReady(child: Child, { port, password, cluster }: ServerOptions): Promise<boolean> {
  const deadline = Date.now() + READY_LIMIT_MS;
  while (!child.hasExited()) {
    const code = await tryConnect(connectionUrl(port, password, 'postgres'));
    if (code === undefined) return !child.hasExited();
    if (code === '28P01' || Date.now() > deadline) {
      await stopChild(child, [{ signal: 'SIGINT', limitMs: FAST_SHUTDOWN_LIMIT_MS }]);
      throw notReady(code, cluster);
    }
    await sleep(READY_POLL_MS);
  }
  return false;
}

function notReady(code: string, cluster: string): StartError {
  if (code === '28P01') {
    return new StartError(
      `数据库 ${cluster} 拒绝了 secrets.json 中的密码：二者不是一套。请恢复原来的 secrets.json，或连同数据目录一起删除该数据库，重新开始。`,
      `The database ${cluster} refuses the password in secrets.json: the two do not belong together. Restore the original secrets.json, or delete that database with the data directory to start anew.`,
    );
  }
  return new StartError(
    `PostgreSQL 在 ${READY_LIMIT_MS / 1000} 秒内没有就绪（${code}）。`,
    `PostgreSQL was not ready within ${READY_LIMIT_MS / 1000} s (${code}).`,
  );
}

async function tryConnect(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return undefined;
  } catch (error) {
    return errorCode(error) ?? errorText(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} ENCODING 'UTF8' TEMPLATE template0`);
  } finally {
    await client.end();
  }
}
