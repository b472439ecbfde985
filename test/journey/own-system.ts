import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { launch, STEPS, type LaunchedSystem } from '../../deploy/local/launch.ts';
import { createProgress } from '../../deploy/local/progress.ts';
import { ROOT, type Ports } from '../../deploy/local/settings.ts';
import { runJourney, type JourneyResult, type Stage } from './journey.ts';

/** Away from the default ports, so that a demonstration may run beside these tests; two test runs take two bases. */
const BASE = Number(process.env.JZ_TEST_PORT_BASE || 9180);
const PORTS: Ports = { base: BASE, postgres: BASE + 352, nats: BASE + 342 };

/** Every request of a test comes from one address. */
const MANY_ASKS = { ASK_FREE_PER_ADDRESS: '10000', ASK_FREE_PER_SUBJECT: '10000', ASK_CEILING_PER_ADDRESS: '1000000' };

export interface OwnSystem {
  system: LaunchedSystem;
  journey(onStage?: (stage: Stage) => void): Promise<JourneyResult>;
  query<T extends object>(sql: string): Promise<T[]>;
  stop(): Promise<void>;
}

/** The whole system on a data folder of its own. */
export async function startOwnSystem(extra: NodeJS.ProcessEnv = {}, ports: Ports = PORTS): Promise<OwnSystem> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'jz-system-'));
  const progress = createProgress(STEPS, (text) => void process.stderr.write(text));
  const env = { ...MANY_ASKS, ...process.env, ...extra, DATABASE_URL: undefined, NATS_URL: undefined };
  const toolsDir = path.join(ROOT, '.data', 'nats');
  const system = await launch({ mode: 'demo', dataDir, ports, env, progress, toolsDir });
  const outDir = path.join(dataDir, 'demo');
  mkdirSync(outDir, { recursive: true });
  return {
    system,
    journey: (onStage) =>
      runJourney({
        gateway: system.urls.public,
        password: system.secrets.demoPassword,
        clockFile: path.join(dataDir, 'demo-clock.json'),
        outDir,
        fixturesDir: path.join(ROOT, 'test', 'fixtures'),
        say: () => undefined,
        ...(onStage ? { onStage } : {}),
      }),
    query: async <T extends object>(sql: string) => {
      const client = new Client({ connectionString: system.databaseUrl });
      await client.connect();
      try {
        return (await client.query<T>(sql)).rows;
      } finally {
        await client.end();
      }
    },
    stop: async () => {
      await system.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
