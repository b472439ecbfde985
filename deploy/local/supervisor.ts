import { setTimeout as sleep } from 'node:timers/promises';
import { errorText } from './errors.ts';
import type { Running } from './processes.ts';
import type { RunRecord } from './run-record.ts';
import type { Starter } from './servers.ts';

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
const MAX_FAILURES_IN_A_ROW = 12;
/** A process that stayed up this long starts again with a clean record. */
const STABLE_AFTER_MS = 30_000;

type Start = (onSpawn: (pid: number) => void) => Promise<Running>;

interface Entry {
  name: string;
  start: Start;
  /** Whether it shall be up; a process that goes while this holds is started again. */
  wanted: boolean;
  pid?: number | undefined;
  running?: Running | undefined;
  revival?: { done: Promise<void>; cancel: AbortController } | undefined;
  failures: number;
  upSince: number;
}

export interface Supervisor {
  run: Starter;
  names(): string[];
  pids(): Record<string, number>;
  /** Kills without warning; the process is started again after its delay. */
  kill(name: string, signal?: NodeJS.Signals): void;
  stop(name: string): Promise<void>;
  start(name: string): Promise<void>;
  /** Makes starts that are under way fail. */
  interruptStarts(): void;
  killAll(): void;
}

export function createSupervisor(record: RunRecord, log: (line: string) => void): Supervisor {
  const entries = new Map<string, Entry>();

  const begin = async (entry: Entry): Promise<Running> => {
    const onSpawn = (pid: number) => {
      entry.pid = pid;
      record.add(entry.name, pid);
    };
    try {
      const running = await entry.start(onSpawn);
      entry.running = running;
      entry.upSince = Date.now();
      void running.exited.then(() => lost(entry));
      return running;
    } catch (error) {
      entry.pid = undefined;
      throw error;
    }
  };

  const lost = (entry: Entry): void => {
    entry.running = undefined;
    entry.pid = undefined;
    if (!entry.wanted) return;
    if (Date.now() - entry.upSince > STABLE_AFTER_MS) entry.failures = 0;
    log(`${entry.name} 意外退出，将自动重启 stopped unexpectedly and will be started again`);
    const cancel = new AbortController();
    entry.revival = { done: revive(entry, { begin, log, signal: cancel.signal }), cancel };
  };

  const find = (name: string): Entry => {
    const entry = entries.get(name);
    if (!entry) throw new Error(`no process is called ${name}; there are: ${[...entries.keys()].join(', ')}`);
    return entry;
  };

  return {
    async run<R extends Running>(name: string, start: (onSpawn: (pid: number) => void) => Promise<R>): Promise<R> {
      const entry: Entry = { name, start, wanted: true, failures: 0, upSince: 0 };
      entries.set(name, entry);
      return (await begin(entry)) as R;
    },
    names: () => [...entries.keys()],
    pids: () => Object.fromEntries([...entries].flatMap(([name, { pid }]) => (pid === undefined ? [] : [[name, pid]]))),
    kill: (name, signal = 'SIGKILL') => signalEntry(find(name), signal),
    async stop(name) {
      const entry = find(name);
      entry.wanted = false;
      entry.revival?.cancel.abort();
      if (!entry.running) signalEntry(entry, 'SIGINT');
      await entry.revival?.done;
      await entry.running?.stop();
      record.remove(name);
    },
    async start(name) {
      const entry = find(name);
      if (entry.wanted) return;
      entry.wanted = true;
      entry.failures = 0;
      await begin(entry);
    },
    interruptStarts() {
      for (const entry of entries.values()) if (!entry.running) signalEntry(entry, 'SIGINT');
    },
    killAll() {
      for (const entry of entries.values()) {
        entry.wanted = false;
        signalEntry(entry, 'SIGKILL');
      }
    },
  };
}

interface Revival {
  begin: (entry: Entry) => Promise<Running>;
  log: (line: string) => void;
  signal: AbortSignal;
}

async function revive(entry: Entry, { begin, log, signal }: Revival): Promise<void> {
  while (entry.failures < MAX_FAILURES_IN_A_ROW) {
    await sleep(Math.min(FIRST_DELAY_MS * 2 ** entry.failures, LONGEST_DELAY_MS), undefined, { signal }).catch(
      () => undefined,
    );
    entry.failures += 1;
    if (!entry.wanted) return;
    try {
      const { pid } = await begin(entry);
      log(`${entry.name} 已重启 is up again (pid ${pid})`);
      return;
    } catch (error) {
      log(`${entry.name} 重启失败 could not be started again: ${errorText(error)}`);
    }
  }
  entry.wanted = false;
  log(`${entry.name} 连续失败 ${MAX_FAILURES_IN_A_ROW} 次，不再重启 failed too often and stays down`);
}

function signalEntry(entry: Entry, signal: NodeJS.Signals): void {
  if (entry.pid === undefined) return;
  try {
    process.kill(entry.pid, signal);
  } catch {
    // It is gone already.
  }
}
