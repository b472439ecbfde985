import { execFile, execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { errorText, StartError } from './errors.ts';

/** `sbin` directories hold Debian's nats-server and are not on an ordinary user's PATH. */
const USUAL_DIRS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];
const UNPACKED = join('usr', 'sbin', 'nats-server');
const DOWNLOAD_LIMIT_MS = 60_000;
const UPDATE_LIMIT_MS = 180_000;
const PROBE_LIMIT_MS = 10_000;

type Log = (line: string) => void;

export interface NatsBinary {
  path: string;
  /** Such as `2.9.10`. */
  version: string;
}

/** Looks on PATH and in the tools directory; on Debian and its relatives fetches the package there, installing nothing. */
export async function findNats(toolsDir: string, log: Log): Promise<NatsBinary> {
  const known = findInstalled() ?? findUnpacked(toolsDir);
  if (known) return known;
  if (!onPath('apt-get') || !onPath('dpkg')) throw notFound([]);
  log('本机没有 nats-server，正在从系统软件源下载（不安装到系统） downloading nats-server from the package archive');
  try {
    await fetchPackage(toolsDir, log);
  } catch (error) {
    throw notFound([errorText(error)]);
  }
  const fetched = findUnpacked(toolsDir);
  if (!fetched) throw notFound([]);
  return fetched;
}

function findInstalled(): NatsBinary | undefined {
  const path = onPath('nats-server');
  return path === undefined ? undefined : probe(path);
}

function findUnpacked(toolsDir: string): NatsBinary | undefined {
  const path = join(toolsDir, 'unpacked', UNPACKED);
  return existsSync(path) ? probe(path) : undefined;
}

function onPath(command: string): string | undefined {
  const dirs = [...(process.env.PATH ?? '').split(delimiter), ...USUAL_DIRS];
  return dirs.map((dir) => join(dir, command)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function probe(path: string): NatsBinary | undefined {
  try {
    const text = execFileSync(path, ['--version'], { encoding: 'utf8', timeout: PROBE_LIMIT_MS });
    const version = /v?(\d+\.\d+\.\d+)/.exec(text)?.[1];
    return version === undefined ? undefined : { path, version };
  } catch {
    return undefined;
  }
}

async function fetchPackage(toolsDir: string, log: Log): Promise<void> {
  const downloads = join(toolsDir, 'download');
  rmSync(downloads, { recursive: true, force: true });
  mkdirSync(downloads, { recursive: true });
  try {
    await download(downloads, []);
  } catch {
    log('系统没有软件包列表，正在取得一份自用的 fetching package lists for our own use');
    await download(downloads, await updateOwnLists(join(toolsDir, 'apt')));
  }
  const archive = readdirSync(downloads).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('apt-get download left no package');
  const draft = join(toolsDir, 'unpacked.new');
  rmSync(draft, { recursive: true, force: true });
  await run('dpkg', ['-x', join(downloads, archive), draft], { cwd: toolsDir, timeout: DOWNLOAD_LIMIT_MS });
  rmSync(join(toolsDir, 'unpacked'), { recursive: true, force: true });
  renameSync(draft, join(toolsDir, 'unpacked'));
  for (const dir of [downloads, join(toolsDir, 'apt')]) rmSync(dir, { recursive: true, force: true });
}

const run = promisify(execFile);

async function download(cwd: string, options: string[]): Promise<void> {
  await run('apt-get', [...sandbox(), ...options, 'download', 'nats-server'], { cwd, timeout: DOWNLOAD_LIMIT_MS });
}

/** As root, apt hands downloads to its own user, who cannot enter a private directory. */
function sandbox(): string[] {
  return process.getuid?.() === 0 ? ['-o', 'APT::Sandbox::User=root'] : [];
}

async function updateOwnLists(dir: string): Promise<string[]> {
  const lists = join(dir, 'lists');
  const cache = join(dir, 'cache');
  for (const part of [join(lists, 'partial'), join(cache, 'archives', 'partial')]) mkdirSync(part, { recursive: true });
  const options = ['-o', `Dir::State::lists=${lists}`, '-o', `Dir::Cache=${cache}`];
  await run('apt-get', [...sandbox(), ...options, 'update'], { cwd: dir, timeout: UPDATE_LIMIT_MS });
  return options;
}

function notFound(details: string[]): StartError {
  return new StartError(
    '找不到消息服务程序 nats-server。请选择一种方式安装后重试：',
    'nats-server was not found. Install it in one of these ways and try again:',
    [
      '  Debian / Ubuntu:  sudo apt-get install nats-server',
      '  macOS:            brew install nats-server',
      '  容器 container:    docker run -p 127.0.0.1:4222:4222 nats -js   然后 then:  NATS_URL=nats://127.0.0.1:4222 npm start',
      ...details,
    ],
  );
}
