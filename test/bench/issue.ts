import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { loadPersonalData } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { startOwnSystem } from '../journey/own-system.ts';
import { signIn } from '../journey/sign-in.ts';
import { bareLimit } from './issue-limit.ts';
import { barePath } from './issue-prototype.ts';
import { createReporter, type ReportedRoll } from './issue-rolls.ts';
import { growRegister } from './issue-seed.ts';

const SIZES = (process.env.JZ_BENCH_SIZES ?? '10000,100000,1000000').split(',').map(Number);
const RUNS = Number(process.env.JZ_BENCH_RUNS ?? 3);
const ROLLS = 4;
const ROLL_ROWS = 5_000;
const PER_RUN = ROLLS * ROLL_ROWS;
const POLL_MS = 50;
const OFFICER = 'officer.province';

/**
 * `npm run bench:issue`: from the events of result rolls in the broker to certificates that public-verification answers
 * for and that a published checkpoint covers, in the real system. Beside it, in the same run and at the same size, the
 * same rows by bare inserts with bare signatures and leaf hashes, and a bare prototype of the path as a yardstick of the
 * machine.
 */
const log = (text: string): void => void process.stderr.write(`${text}\n`);
const own = await startOwnSystem();
const { dataDir, databaseUrl, natsUrl, urls, secrets } = own.system;
const client = new Client({ connectionString: databaseUrl });
try {
  await client.connect();
  // They would hear of plans and rolls that they never told of themselves.
  for (const name of ['exam-scheduling', 'question-bank', 'agency-filing']) await own.system.stopService(name);
  const vault = (await loadPersonalData(ROOT)).openVault(keyEnvironment(dataDir, {}));
  const reporter = await createReporter(natsUrl, vault);
  await reporter.file(SIZES.length * (RUNS + 1) * ROLLS);
  let site = 0;
  let existing = 0;
  for (const size of SIZES) {
    log(`the register grows to ${size}`);
    await growRegister(client, existing, size);
    existing = size;
    const runs: Measured[] = [];
    // The first run of a size warms it up and is not counted.
    for (let run = 0; run <= RUNS; run += 1) {
      const rolls: ReportedRoll[] = [];
      for (let each = 0; each < ROLLS; each += 1) rolls.push(await reporter.prepare((site += 1) - 1, ROLL_ROWS));
      await sleep(500);
      const measured = await issueAll(rolls);
      if (run === 0) continue;
      const rollIds = rolls.map((roll) => roll.rollId);
      const limit = await bareLimit(client, rollIds);
      const prototype = await barePath(databaseUrl, natsUrl, PER_RUN);
      runs.push({ ...measured, limit, prototype });
      const [rate, bare, path] = [measured.rate, limit, prototype].map(Math.round);
      log(`size ${size}, run ${run}: ${rate}/s, limit ${bare}/s, prototype ${path}/s, lag p99 ${measured.p99Ms} ms`);
    }
    console.log(JSON.stringify(figuresOf(size, runs)));
  }
  await reporter.stop();
} finally {
  await client.end();
  await own.stop();
}

interface Issued {
  rate: number;
  p50Ms: number;
  p99Ms: number;
}

interface Measured extends Issued {
  limit: number;
  prototype: number;
}

async function issueAll(rolls: readonly ReportedRoll[]): Promise<Issued> {
  const token = await signIn(urls.public, OFFICER, secrets.demoPassword);
  const before = idOfNow();
  const began = performance.now();
  // One roll after the other, as the outbox of exam-scheduling has them; each is issued as soon as it is whole.
  const work: Promise<void>[] = [];
  for (const roll of rolls) {
    await roll.report();
    work.push(issue(roll.rollId, token));
  }
  await Promise.all(work);
  while ((await answerable(before)) < PER_RUN) await sleep(POLL_MS);
  while (!(await isPublished())) await sleep(POLL_MS);
  const rate = PER_RUN / ((performance.now() - began) / 1000);
  return { rate, ...(await lags(rolls.map((roll) => roll.rollId))) };
}

async function issue(rollId: string, token: string): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ state: string }>(
      'SELECT state FROM certificate_issuance.result_roll WHERE id = $1',
      [rollId],
    );
    if (rows[0]?.state === 'received') break;
    await sleep(POLL_MS);
  }
  const response = await fetch(`${urls.services['certificate-issuance']}/rolls/${rollId}/issue`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': rollId },
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  const { counts } = JSON.parse(text) as { counts: { issued: number } };
  if (counts.issued !== ROLL_ROWS) {
    const { rows } = await client.query(
      'SELECT refusal_rule, count(*) FROM certificate_issuance.result_row WHERE roll_id = $1 GROUP BY 1',
      [rollId],
    );
    assert.fail(JSON.stringify(rows));
  }
}

/** Below every id that is made from now on. */
function idOfNow(): string {
  const hex = Date.now().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** By the primary key: counting a million others all the while would be part of what is measured. */
async function answerable(from: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM public_verification.certificate WHERE certificate_id >= $1::uuid',
    [from],
  );
  return rows[0]?.count ?? 0;
}

async function isPublished(): Promise<boolean> {
  const { rows } = await client.query<{ done: boolean }>(
    `SELECT sequenced = published AND NOT EXISTS (SELECT 1 FROM certificate_issuance.log_batch WHERE first_index IS NULL) AS done
     FROM certificate_issuance.log_head`,
  );
  return rows[0]?.done === true;
}

/** From the issue's commit to the reader's transaction, a certificate. */
async function lags(rollIds: readonly string[]): Promise<{ p50Ms: number; p99Ms: number }> {
  const { rows } = await client.query<{ p50: number; p99: number }>(
    `SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY lag)::int AS p50, percentile_disc(0.99) WITHIN GROUP (ORDER BY lag)::int AS p99
     FROM (SELECT 1000 * extract(epoch FROM i.handled_at - o.occurred_at) AS lag
       FROM certificate_issuance.outbox o JOIN public_verification.inbox i ON i.event_id = o.event_id
       WHERE o.aggregate_type = 'certificate-batch' AND o.data ->> 'rollId' = ANY ($1)) AS x`,
    [rollIds],
  );
  return { p50Ms: rows[0]?.p50 ?? 0, p99Ms: rows[0]?.p99 ?? 0 };
}

function figuresOf(size: number, runs: readonly Measured[]): object {
  const median = (of: (run: Measured) => number): number =>
    runs.map(of).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  const rates = runs.map(({ rate }) => Math.round(rate));
  return {
    bench: 'issue',
    n: size,
    rate: Math.round(median(({ rate }) => rate)),
    limit: Math.round(median(({ limit }) => limit)),
    prototype: Math.round(median(({ prototype }) => prototype)),
    ratio: Math.round(median(({ rate, limit }) => rate / limit) * 1000) / 1000,
    unit: 'certificates/s',
    p50_ms: median(({ p50Ms }) => p50Ms),
    p99_ms: median(({ p99Ms }) => p99Ms),
    spread: [Math.min(...rates), Math.max(...rates)],
  };
}
