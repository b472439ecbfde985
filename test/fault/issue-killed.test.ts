import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { loadPersonalData, loadService } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { startNats } from '../../deploy/local/nats.ts';
import { startPostgres } from '../../deploy/local/postgres.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import type * as platform from '../../libs/platform/src/index.ts';
import { createReporter, type ReportedRoll } from '../bench/issue-rolls.ts';
import { checkLog } from './issue-log.ts';

const KILLS = Number(process.env.JZ_KILLS ?? 200);
const ROLLS = Number(process.env.JZ_ROLLS ?? 400);
const ROLL_ROWS = 100;
/** Longer than a roll takes, so that kills fall on every step of the work; the start itself is hit too. */
const LIFE_MAX_MS = 900;
const PORT = Number(process.env.JZ_TEST_PORT_BASE || 9180);

const folder = mkdtempSync(path.join(tmpdir(), 'jz-killed-'));
const log = (text: string): void => void process.stderr.write(`${text}\n`);
const keys = keyEnvironment(folder, {});
let postgres: Awaited<ReturnType<typeof startPostgres>>;
let nats: Awaited<ReturnType<typeof startNats>>;

before(async () => {
  (await loadPersonalData(ROOT)).initKeyring(keys, { suite: 'international' });
  const toolsDir = path.join(ROOT, '.data', 'nats');
  postgres = await startPostgres({ dataDir: folder, port: PORT + 352, log });
  nats = await startNats({ dataDir: folder, port: PORT + 342, log, toolsDir });
});
after(async () => {
  await nats.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

test(`kill -9 at ${KILLS} random moments of a bulk run: no duplicate, no gap, a consistent log, the same certificates`, async () => {
  const disturbed = await startRun('killed');
  let kills = 0;
  let finished = false;
  while (!finished) {
    const child = await disturbed.startChild();
    if (kills < KILLS) {
      await sleep(Math.random() * LIFE_MAX_MS);
      if (child.exitCode === null) {
        child.kill('SIGKILL');
        kills += 1;
      }
    }
    finished = (await exitOf(child)) === 0;
  }
  log(`killed ${kills} times`);
  assert.equal(kills, KILLS, 'the run must outlast the kills: raise JZ_ROLLS');
  const undisturbed = await startRun('undisturbed');
  assert.equal(await exitOf(await undisturbed.startChild()), 0);
  const issued = await issuedBy(disturbed.client);
  assert.equal(issued.length, ROLLS * ROLL_ROWS);
  assert.deepEqual(issued, await issuedBy(undisturbed.client));
  assert.equal(new Set(issued.map(({ number }) => number)).size, issued.length, 'no number twice');
  await noGap(disturbed.client);
  await checkLog(disturbed.client, disturbed.logDir, issued.length);
  await disturbed.stop();
  await undisturbed.stop();
});

interface Run {
  client: Client;
  logDir: string;
  startChild(): Promise<ChildProcess>;
  stop(): Promise<void>;
}

/** A database and a broker namespace of its own; the same rolls of the same candidates. */
async function startRun(name: string): Promise<Run> {
  const admin = new Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.query(`ALTER DATABASE ${name} SET search_path = certificate_issuance`);
  await admin.end();
  const databaseUrl = postgres.url.replace(/\/[^/]*$/, `/${name}`);
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE SCHEMA certificate_issuance');
  const { migrate, schemaOf } = (await import(`${ROOT}/dist/libs/platform/src/index.js`)) as typeof platform;
  await migrate(await loadService(ROOT, 'certificate-issuance'), databaseUrl, schemaOf('certificate-issuance'));
  const vault = (await loadPersonalData(ROOT)).openVault(keys);
  const reporter = await createReporter(nats.url, vault, { namespace: name, newId: repeatableIds() });
  await reporter.file(ROLLS);
  const rolls: ReportedRoll[] = [];
  // Every tenth roll opens a series of its own; the others go on in one.
  for (let each = 0; each < ROLLS; each += 1)
    rolls.push(await reporter.prepare(each % 10 === 0 ? each + 1 : 0, ROLL_ROWS));
  for (const roll of rolls) await roll.report();
  await reporter.stop();
  const logDir = path.join(folder, `log-${name}`);
  const env = {
    ...process.env,
    ...keys,
    JZ_MODE: 'production',
    PORT: '0',
    LOG_LEVEL: 'fatal',
    LOG_DIR: logDir,
    PUBLIC_URL: 'http://localhost:8080',
    OIDC_ISSUER: 'http://localhost:8080/oidc',
    DATABASE_URL: databaseUrl,
    NATS_URL: nats.url,
    NATS_NAMESPACE: name,
  };
  return {
    client,
    logDir,
    stop: () => client.end(),
    startChild: () =>
      ready(
        fork(
          path.join(import.meta.dirname, 'issue-child.ts'),
          rolls.map(({ rollId }) => rollId),
          { env },
        ),
      ),
  };
}

/** Up, or gone before it was: a start may fail while the one before is still being buried. */
function ready(child: ChildProcess): Promise<ChildProcess> {
  return new Promise((resolve) => {
    child.once('message', () => resolve(child));
    child.once('exit', () => resolve(child));
  });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
  });
}

function repeatableIds(): () => string {
  let count = 0;
  return () => {
    const hex = createHash('sha256')
      .update(`id ${(count += 1)}`)
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

async function issuedBy(client: Client): Promise<{ candidate: string; number: string }[]> {
  const { rows } = await client.query<{ candidate: string; number: string }>(
    'SELECT candidate_id AS candidate, number FROM certificate ORDER BY candidate_id',
  );
  return rows;
}

/** Every series runs from 1 to its last serial, each of them a certificate or a recorded void. */
async function noGap(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT s.site_code, s.last_serial, count(n.serial)::int AS known FROM number_series s LEFT JOIN (
       SELECT site_code, '20' || substr(number, 14, 2) AS year, substr(number, 16, 1) AS level, right(number, 6)::int AS serial
       FROM certificate
       UNION ALL SELECT site_code, year::text, level, serial FROM number_void) AS n
       ON n.site_code = s.site_code AND n.year = s.year::text AND n.level = s.level AND n.serial BETWEEN 1 AND s.last_serial
     GROUP BY s.site_code, s.year, s.level, s.last_serial HAVING count(n.serial) <> s.last_serial`,
  );
  assert.deepEqual(rows, []);
}
