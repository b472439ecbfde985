import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from './ports.ts';
import { stopAbandoned, takeDataDir } from './run-record.ts';
import { startServers } from './servers.ts';
import { ROOT } from './settings.ts';
import { createSupervisor } from './supervisor.ts';

const DIR_PREFIX = 'jiangzheng-test-';

declare global {
  var stopTestServers: (() => Promise<void>) | undefined;
}

/** Jest's global set-up: a database server and a broker of their own for the integration tests. */
export default async function startTestServers(): Promise<void> {
  const log = (line: string) => console.log(line);
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), DIR_PREFIX));
  const record = await takeDataDir(dataDir, '', log);
  const supervisor = createSupervisor(record, log);
  const killAll = () => supervisor.killAll();
  process.once('exit', killAll);
  globalThis.stopTestServers = async () => {
    for (const name of supervisor.names().toReversed()) await supervisor.stop(name);
    process.off('exit', killAll);
    rmSync(dataDir, { recursive: true, force: true });
  };
  const { databaseUrl, natsUrl } = await startServers({
    dataDir,
    ports: { postgres: await findFreePort(), nats: await findFreePort() },
    env: process.env,
    log: () => undefined,
    starter: supervisor.run,
    // One download serves all runs.
    toolsDir: join(ROOT, '.data', 'nats'),
  });
  process.env.SOFTHSM2_CONF = softHsmConfiguration(dataDir);
  process.env.TEST_DATABASE_URL = databaseUrl;
  process.env.TEST_NATS_URL = natsUrl;
}

/** Where specs find a security module made of software; its library asks the environment that a process began with. */
function softHsmConfiguration(dataDir: string): string {
  const tokens = join(dataDir, 'softhsm');
  const file = join(dataDir, 'softhsm2.conf');
  mkdirSync(tokens);
  writeFileSync(file, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  return file;
}

/** A run that was interrupted left its servers behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(DIR_PREFIX))) {
    const dir = join(tmpdir(), name);
    try {
      if (await stopAbandoned(dir)) rmSync(dir, { recursive: true, force: true });
    } catch {
      // Another user's.
    }
  }
}
