import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { ROOT } from '../../deploy/local/settings.ts';
import type { IssuedCertificate } from '../journey/issue.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';
import { eventually, Person } from '../journey/person.ts';

const VERIFICATION = '/api/public-verification';

let own: OwnSystem;
let certificates: IssuedCertificate[];

before(async () => {
  own = await startOwnSystem();
  ({ certificates } = await own.journey());
});
after(async () => {
  await own.stop();
});

/** Every answer a stranger can get, without the time at which it was given. */
async function answers(): Promise<unknown[]> {
  const stranger = Person.stranger(own.system.urls.public);
  const all: unknown[] = [];
  for (const { name, number } of certificates) {
    const facts = { name, certificateNumber: number };
    const { checkedAt: _, ...answer } = await stranger.post<Record<string, unknown>>(`${VERIFICATION}/verify`, facts);
    all.push(answer);
  }
  for (const list of ['bodies', 'statistics', 'statistics/daily', 'statistics/days'])
    all.push(await stranger.get(`${VERIFICATION}/${list}`));
  return all;
}

/** Process group of its own: the command starts the process that does the work, and both are to die. */
function rebuild() {
  const { dataDir, databaseUrl } = own.system;
  const env = { ...process.env, DATABASE_URL: databaseUrl, JZ_DATA_DIR: dataDir };
  const script = path.join(ROOT, 'deploy', 'local', 'rebuild-verification.ts');
  const child = spawn(process.execPath, [script], { env, cwd: ROOT, detached: true });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { exited, output: () => output, kill: () => process.kill(-(child.pid ?? 0), 'SIGKILL') };
}

const EVENTS = 3_000;
/** Events of one commit of a rebuild. */
const BLOCK = 64;

/** As many events again as a larger register has, told by issuance and taken in by the serving read model. */
async function tellMore(): Promise<void> {
  await own.query(
    `INSERT INTO certificate_issuance.outbox
       (event_id, subject, aggregate_type, aggregate_id, aggregate_version, data, trace)
     SELECT gen_random_uuid(), subject, aggregate_type, 'drill-' || n, 1, data || jsonb_build_object('kid', 'drill-' || n), trace
       FROM (SELECT * FROM certificate_issuance.outbox
              WHERE subject LIKE '%signing-key.changed%' AND aggregate_version = 1 LIMIT 1) AS o, generate_series(1, ${EVENTS}) AS n`,
  );
  await eventually('the events to be taken in', async () => {
    const [row] = await own.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM public_verification.inbox WHERE aggregate_id LIKE 'drill-%'`,
    );
    return row?.count === EVENTS || undefined;
  });
}

/** Events that the unfinished read model has; 0 before there is one. */
async function taken(): Promise<number> {
  const [shadow] = await own.query<{ name: string | null }>(
    `SELECT to_regclass('public_verification_rebuild.inbox')::text AS name`,
  );
  if (!shadow?.name) return 0;
  const [row] = await own.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${shadow.name}`);
  return row?.count ?? 0;
}

test('kill -9 in the middle of a rebuild: the old read model serves on, the next run goes on, every answer is the same', async () => {
  await tellMore();
  const before = await answers();
  const first = rebuild();
  await eventually('a part to be made anew', async () => ((await taken()) > BLOCK ? true : undefined));
  first.kill();
  assert.equal(await first.exited, null, first.output());
  const made = await taken();
  assert.ok(made > BLOCK && made < EVENTS, `${made} events were taken in when it was killed`);
  assert.deepEqual(await answers(), before, 'the old one serves');
  const second = rebuild();
  const during: unknown[] = [];
  let status: number | null | undefined;
  while (status === undefined) {
    during.push(await answers());
    status = await Promise.race([second.exited, sleep(0, undefined)]);
  }
  assert.equal(status, 0, second.output());
  console.error(`killed after ${made} events; ${during.length} rounds of answers during the next run`);
  const rest = Number(/rebuilt from (\d+) events/.exec(second.output())?.[1]);
  assert.ok(rest > 0 && rest < EVENTS, `it went on with ${rest} events and did not begin anew`);
  for (const said of during) assert.deepEqual(said, before);
  assert.deepEqual(await answers(), before);
  assert.equal(await taken(), 0, 'nothing unfinished is left');
});
