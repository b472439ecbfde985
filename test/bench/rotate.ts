import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { loadPersonalData, loadSealedColumns } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { startRotation } from '../fault/rotation-process.ts';
import { startOwnSystem } from '../journey/own-system.ts';
import { signIn } from '../journey/sign-in.ts';
import { startLoad } from './rotate-load.ts';
import { bareLimit, openAll, registerCandidates } from './rotate-rows.ts';

const CANDIDATES = Number(process.env.JZ_BENCH_CANDIDATES ?? 200_000);
const LIMIT_ROWS = CANDIDATES / 4;
const KILL_AT = CANDIDATES / 2;
const POLL_MS = 200;
const TOKEN_AGE_MAX_MS = 5 * 60_000;
const ORGANISATION = 'org-north';
const CLERK = 'clerk.north';

/**
 * `npm run bench:rotate`: all candidates of a province in the real system, sealed anew while clerks read and import
 * through HTTP; the rotation is killed once half-way. Beside it, in the same run and under the same load, the bare work:
 * open, seal, `UPDATE … FROM unnest`.
 */
const log = (text: string): void => void process.stderr.write(`${text}\n`);
const own = await startOwnSystem();
const { dataDir, databaseUrl, natsUrl, urls, secrets } = own.system;
const client = new Client({ connectionString: databaseUrl });
try {
  await client.connect();
  const personalData = await loadPersonalData(ROOT);
  const openVault = () => personalData.openVault(keyEnvironment(dataDir, {}));
  const old = openVault();
  log(`sealing ${CANDIDATES} candidates`);
  const seeded = { organisationId: ORGANISATION, count: CANDIDATES };
  const { plans, rosterPlan } = await registerCandidates(client, old, seeded);
  await client.query('ANALYZE');
  const load = startLoad(urls.services['exam-scheduling'], tokenKeeper(), plans, rosterPlan);
  const limit = await bareLimit(client, old, { count: LIMIT_ROWS, batch: personalData.BATCH_ROWS });
  log(`bare limit ${Math.round(limit)} rows/s`);
  await killedHalfWay(old.activeKeyId());
  const rotation = rotationOf();
  assert.equal(await rotation.exited, 0, rotation.output());
  log(rotation.output());
  const [, rows = '0', seconds = '1'] = /done: (\d+) 行 rows, ([\d.]+) s/.exec(rotation.output()) ?? [];
  const { requests, failed, p50Ms, p99Ms } = await load.stop();
  const now = openVault();
  assert.equal(failed, 0, 'no request failed');
  const left = (await personalData.countByKey(client, await tablesOf(personalData))).filter(
    ({ keyId }) => keyId !== now.activeKeyId(),
  );
  assert.deepEqual(left, [], 'no value is under the old key');
  const opened = await openAll(client, now);
  assert.deepEqual(opened.keys, [now.activeKeyId()]);
  assert.ok(opened.rows >= CANDIDATES, 'every value opens');
  const rate = Number(rows) / Number(seconds);
  const figures = {
    bench: 'rotate',
    n: CANDIDATES,
    rate: Math.round(rate),
    limit: Math.round(limit),
    ratio: Math.round((rate / limit) * 1000) / 1000,
    unit: 'rows/s',
    values_opened: opened.rows * 3,
    requests,
    failed,
    p50_ms: p50Ms,
    p99_ms: p99Ms,
  };
  console.log(JSON.stringify(figures));
} finally {
  await client.end();
  await own.stop();
}

function rotationOf() {
  return startRotation(['--data-dir', dataDir, '--suite', 'international'], {
    DATABASE_URL: databaseUrl,
    NATS_URL: natsUrl,
  });
}

async function killedHalfWay(oldKeyId: string): Promise<void> {
  const rotation = rotationOf();
  for (let done = 0; done < KILL_AT;) {
    await sleep(POLL_MS);
    const { rows } = await client.query<{ done: number }>(
      'SELECT count(*)::int AS done FROM exam_scheduling.candidate WHERE person_sealed NOT LIKE $1',
      [`v1.${oldKeyId}.%`],
    );
    done = rows[0]?.done ?? 0;
  }
  rotation.kill('SIGKILL');
  assert.equal(await rotation.exited, null, rotation.output());
  log('killed half-way');
}

async function tablesOf(personalData: Awaited<ReturnType<typeof loadPersonalData>>) {
  return personalData.sealedTables(client, 'exam_scheduling', await loadSealedColumns(ROOT, 'exam-scheduling'));
}

/** Signs in anew before the token ends. */
function tokenKeeper(): () => Promise<string> {
  let token: Promise<string> | undefined;
  let takenAt = 0;
  return () => {
    if (token && Date.now() - takenAt < TOKEN_AGE_MAX_MS) return token;
    takenAt = Date.now();
    token = signIn(urls.public, CLERK, secrets.demoPassword);
    return token;
  };
}
