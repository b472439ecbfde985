import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PRIVATE_FILE_MODE } from './files.ts';

const POLL_MS = 50;
const PROC_STAT_STATE = 0;
const PROC_STAT_START_TIME = 19;

/** A process that is up and ready. */
export interface Running {
  pid: number;
  /** Resolves when the process is gone, for whatever reason. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

export interface SpawnOptions {
  command: string;
  args: string[];
  logFile: string;
  env: NodeJS.ProcessEnv;
  cwd: string;
  runAs?: UserIds | undefined;
}

export interface UserIds {
  uid: number;
  gid: number;
}

export interface Child {
  pid: number;
  exited: Promise<void>;
  hasExited(): boolean;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts a process whose output is appended to a log file. It gets a session of its own: Ctrl-C in the terminal
 * reaches the launcher alone, which then stops everything in the right order.
 */
export async function spawnLogged(options: SpawnOptions): Promise<Child> {
  const log = openSync(options.logFile, 'a', PRIVATE_FILE_MODE);
  let child: ChildProcess;
  try {
    child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', log, log],
      detached: true,
      ...options.runAs,
    });
  } finally {
    closeSync(log);
  }
  let gone = false;
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      gone = true;
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  return { pid: child.pid!, exited, hasExited: () => gone, kill: (signal) => void child.kill(signal) };
}

/** Sends the signals one after the other, each with its time to take effect; the last resort is SIGKILL. */
export async function stopChild(child: Child, steps: { signal: NodeJS.Signals; limitMs: number }[]): Promise<void> {
  for (const { signal, limitMs } of steps) {
    if (child.hasExited()) return;
    child.kill(signal);
    await within(limitMs, child.exited);
  }
  if (child.hasExited()) return;
  child.kill('SIGKILL');
  await child.exited;
}

async function within(limitMs: number, done: Promise<void>): Promise<void> {
  const timer = new AbortController();
  const timeout = sleep(limitMs, undefined, { signal: timer.signal }).catch(() => undefined);
  await Promise.race([done, timeout]);
  timer.abort();
}

/** When a process started, as text that only serves to tell two processes with one pid apart; undefined: not alive. */
export function processStart(pid: number): string | undefined {
  if (process.platform === 'linux') {
    const stat = readProc(pid, 'stat');
    if (stat === undefined) return undefined;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[PROC_STAT_STATE] === 'Z' ? undefined : fields[PROC_STAT_START_TIME];
  }
  return ps(pid, 'lstart=');
}

export function commandLine(pid: number): string {
  if (process.platform === 'linux') return (readProc(pid, 'cmdline') ?? '').replaceAll('\0', ' ');
  return ps(pid, 'args=') ?? '';
}

/** Stops a process that is not our child: one left over by a launcher that was killed. */
export async function stopStranger(pid: number, signal: NodeJS.Signals, limitMs: number): Promise<void> {
  const started = processStart(pid);
  for (const step of [signal, 'SIGKILL'] as const) {
    if (started === undefined || processStart(pid) !== started) return;
    process.kill(pid, step);
    const deadline = Date.now() + limitMs;
    while (processStart(pid) === started && Date.now() < deadline) await sleep(POLL_MS);
  }
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
