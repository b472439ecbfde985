import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Tab } from './tab.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** No sandbox inside a container; nothing of its own goes out to the network. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--remote-debugging-port=0',
];
const PATIENCE_MS = 60_000;
const RETRY_MS = 50;

/** The browser of this machine: `JZ_CHROMIUM`, or the first on the PATH. */
export function findChromium(): string | undefined {
  const named = process.env['JZ_CHROMIUM'];
  if (named) return existsSync(named) ? named : undefined;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

/** A browser with a profile of its own, driven over its DevTools protocol. */
export class Chromium {
  private readonly program: ChildProcess;
  private readonly profile: string;
  private readonly endpoint: string;

  private constructor(program: ChildProcess, profile: string, endpoint: string) {
    this.program = program;
    this.profile = profile;
    this.endpoint = endpoint;
  }

  static async start(program: string): Promise<Chromium> {
    const profile = mkdtempSync(path.join(tmpdir(), 'jz-chromium-'));
    const child = spawn(program, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], { stdio: 'ignore' });
    const file = path.join(profile, 'DevToolsActivePort');
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const [port] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      if (port) return new Chromium(child, profile, `http://127.0.0.1:${port}`);
      if (child.exitCode !== null || Date.now() > deadline) throw new Error(`${program} did not start`);
      await sleep(RETRY_MS);
    }
  }

  /** A tab that shares nothing with the others: cookies and storage are its own. */
  async newTab(): Promise<Tab> {
    const response = await fetch(`${this.endpoint}/json/version`);
    const { webSocketDebuggerUrl } = (await response.json()) as { webSocketDebuggerUrl: string };
    return Tab.open(webSocketDebuggerUrl);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.program.once('exit', resolve));
    this.program.kill();
    await Promise.race([ended, sleep(PATIENCE_MS, undefined, { ref: false })]);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
