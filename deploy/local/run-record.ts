import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode, StartError } from './errors.ts';
import { prepareDataDir, PRIVATE_FILE_MODE, readIfPresent, writeFileAtomically } from './files.ts';
import { processStart, stopStranger } from './processes.ts';

const STOP_LIMIT_MS = 20_000;
const INDENT = 2;

/** A pid alone may belong to another program by now; together with its start it does not. */
interface Identity {
  pid: number;
  started: string;
}

interface RunFile {
  launcher: Identity;
  url: string;
  /** In the order of starting. */
  processes: Record<string, Identity>;
}

/** What runs on a data directory, kept in `run.json` for whoever has to clean up after a launcher that was killed. */
export interface RunRecord {
  add(name: string, pid: number): void;
  remove(name: string): void;
  release(): void;
}

/** Makes this process the only launcher on the data directory, and stops what a killed one left behind. */
export async function takeDataDir(dataDir: string, url: string, log: (line: string) => void): Promise<RunRecord> {
  prepareDataDir(dataDir);
  const lockFile = join(dataDir, 'lock');
  const runFile = join(dataDir, 'run.json');
  const launcher = { pid: process.pid, started: processStart(process.pid) ?? '' };
  while (!tryLock(lockFile, launcher)) {
    const owner = readJson<Identity>(lockFile);
    if (owner && isAlive(owner)) throw alreadyRuns(dataDir, owner.pid, readJson<RunFile>(runFile)?.url ?? url);
    rmSync(lockFile, { force: true });
  }
  await stopLeftovers(runFile, log);
  const content: RunFile = { launcher, url, processes: {} };
  const save = () => writeFileAtomically(runFile, `${JSON.stringify(content, undefined, INDENT)}\n`);
  save();
  return {
    add(name, pid) {
      content.processes[name] = { pid, started: processStart(pid) ?? '' };
      save();
    },
    remove(name) {
      delete content.processes[name];
      save();
    },
    release() {
      rmSync(runFile, { force: true });
      rmSync(lockFile, { force: true });
    },
  };
}

/** Stops what a launcher that no longer lives left running; says whether the data directory is abandoned. */
export async function stopAbandoned(dataDir: string): Promise<boolean> {
  const owner = readJson<Identity>(join(dataDir, 'lock'));
  // One without a lock is just being made.
  if (!owner || isAlive(owner)) return false;
  await stopLeftovers(join(dataDir, 'run.json'), () => undefined);
  return true;
}

/** By a link to a file that is already written: nobody ever sees a lock without its owner. */
function tryLock(lockFile: string, launcher: Identity): boolean {
  const draft = `${lockFile}.${launcher.pid}`;
  writeFileSync(draft, JSON.stringify(launcher), { mode: PRIVATE_FILE_MODE });
  try {
    linkSync(draft, lockFile);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}

/** Services first, the servers they talk to last. */
async function stopLeftovers(runFile: string, log: (line: string) => void): Promise<void> {
  const left = Object.entries(readJson<RunFile>(runFile)?.processes ?? {}).filter(([, identity]) => isAlive(identity));
  for (const [name, { pid }] of left.toReversed()) {
    log(`停止上次遗留的进程 stopping a process left over: ${name} (pid ${pid})`);
    await stopStranger(pid, name === 'postgres' ? 'SIGINT' : 'SIGTERM', STOP_LIMIT_MS);
  }
}

function isAlive({ pid, started }: Identity): boolean {
  return processStart(pid) === started;
}

/** A file cut short by a crash says as little as none. */
function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readIfPresent(path) ?? '') as T;
  } catch {
    return undefined;
  }
}

function alreadyRuns(dataDir: string, pid: number, url: string): StartError {
  return new StartError(
    `系统已经在运行（进程 ${pid}，数据目录 ${dataDir}）：${url}。要停止它，请在那个窗口按 Ctrl-C，或执行：kill ${pid}`,
    `The system already runs (process ${pid}, data directory ${dataDir}): ${url}. To stop it, press Ctrl-C in that window, or: kill ${pid}`,
  );
}
