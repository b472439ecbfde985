import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { CLOCK, CONFIG, LOGGER, PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { DataSource } from 'typeorm';
import { holdersOf, messyRows, messyWorkbook } from '../../test/messy-list.js';
import { employer, issueAll, patiently, reached, upload } from '../../test/register.js';
import { CertificateService } from '../certificate/certificate.service.js';
import { service } from '../service-definition.js';
import { WatchService } from '../watch/watch.service.js';
import { BatchAnswers } from './batch-answers.service.js';
import { BatchFiles } from './batch-files.service.js';
import { BatchRunner } from './batch-runner.service.js';

jest.setTimeout(300_000);

const ROWS = 10_000;
const holders = holdersOf(5_000);
const rows = messyRows(holders, ROWS);
const workbook = messyWorkbook(rows);
const TO_CHARGE = rows.filter(({ isFree }) => !isFree).length;
const QUOTAS = [
  { from: '2026-01-01', rowsPerDay: 50_000, rowsPerMonth: 500_000, rowsPerBatch: ROWS },
  { from: '2026-01-01', rowsPerDay: 600, rowsPerMonth: 1_000, rowsPerBatch: ROWS, organisationId: 'org-small' },
];

let verification: TestService;

beforeAll(async () => {
  verification = await startTestService(service, 'both', { BATCH_QUOTAS: JSON.stringify(QUOTAS) });
  verification.setNow('2026-11-23T02:00:00Z');
  await issueAll(verification, holders);
}, 120_000);
afterAll(async () => {
  await verification.stop();
});

/** Another process of the service has one of these on the same database. */
const anotherWorker = (): BatchRunner =>
  new BatchRunner(
    verification.get(DataSource),
    verification.get(CLOCK),
    verification.get(CONFIG),
    new BatchAnswers(
      verification.get(DataSource),
      verification.get(CLOCK),
      verification.get(PersonalDataVault),
      verification.get(CertificateService),
    ),
    verification.get(BatchFiles),
    verification.get(WatchService),
    verification.get(LOGGER),
  );

interface Ledger {
  entries: number;
  charged: number;
  rows: number;
  answered: number;
  /** As the batch's progress is told. */
  counted: number;
  countedCharged: number;
}

async function ledgerOf(id: string): Promise<Ledger> {
  const [ledger] = await verification.dataSource.query<Ledger[]>(
    `SELECT (SELECT count(*)::int FROM quota_entry WHERE batch_id = $1) AS entries,
       (SELECT coalesce(sum(rows), 0)::int FROM quota_entry WHERE batch_id = $1) AS charged,
       (SELECT coalesce(sum(count), 0)::int FROM batch_count WHERE batch_id = $1) AS counted,
       (SELECT coalesce(sum(charged), 0)::int FROM batch_count WHERE batch_id = $1) AS "countedCharged",
       count(charged_on)::int AS rows, count(verdict)::int AS answered FROM batch_row WHERE batch_id = $1`,
    [id],
  );
  if (!ledger) throw new Error('no ledger');
  return ledger;
}

const post = (id: string, what: string) => verification.request('POST', `/batches/${id}/${what}`, { as: employer });

/** What a kill -9 of a worker is to the database: its transaction is gone, wherever it was. */
async function killWorkers(): Promise<number> {
  const killed = await verification.dataSource.query<unknown[]>(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND usename = 'jz_test_service' AND xact_start IS NOT NULL`,
  );
  return killed.length;
}

it('ten-thousand-messy-rows: every row is answered as it deserves, and each is charged once', async () => {
  const began = performance.now();
  const asked = await upload(verification, workbook);
  const parsed = performance.now();
  expect([asked.status, asked.body.rows]).toEqual([201, ROWS]);
  const { id } = asked.body;
  await patiently(async () => (await ledgerOf(id)).answered === ROWS, 'all rows');
  const answered = performance.now();
  const done = await reached(verification, id, 'finished');
  const finished = performance.now();
  const perSecond = (from: number, to: number): number => Math.round((ROWS / (to - from)) * 1000);
  process.stdout.write(
    `${JSON.stringify({ test: 'batch', rows: ROWS, taken_in: perSecond(began, parsed), answered: perSecond(parsed, answered), workbook: perSecond(answered, finished), unit: 'rows/s' })}\n`,
  );
  expect([done.answered, done.charged]).toEqual([ROWS, TO_CHARGE]);
  expect(await ledgerOf(id)).toMatchObject({
    charged: TO_CHARGE,
    rows: TO_CHARGE,
    answered: ROWS,
    counted: ROWS,
    countedCharged: TO_CHARGE,
  });
  const kept = await verification.dataSource.query<{ position: number; verdict: string }[]>(
    'SELECT position, verdict FROM batch_row WHERE batch_id = $1 ORDER BY position',
    [id],
  );
  expect(kept.filter(({ verdict }, at) => verdict !== rows[at]?.verdict)).toEqual([]);
});

it('stopped, resumed, killed in the middle again and again, shared by three workers: no row is charged twice', async () => {
  const { body } = await upload(verification, workbook);
  const id: string = body.id;
  await patiently(async () => (await ledgerOf(id)).answered > 0, 'the first rows');
  const stopped = await post(id, 'stop');
  expect(stopped.body.state).toBe('stopped');
  const before = await ledgerOf(id);
  expect(before.answered).toBeLessThan(ROWS);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(await ledgerOf(id)).toEqual(before);
  expect((await post(id, 'resume')).body.state).toBe('running');
  const others = [anotherWorker(), anotherWorker()];
  let kills = 0;
  await patiently(async () => {
    for (const other of others) other.workSoon();
    const { answered } = await ledgerOf(id);
    if (answered < ROWS && kills < 8) kills += await killWorkers();
    return answered === ROWS;
  }, 'all rows in spite of it');
  for (const other of others) await other.onModuleDestroy();
  expect(kills).toBeGreaterThan(0);
  await reached(verification, id, 'finished');
  const after = await ledgerOf(id);
  expect(after).toMatchObject({
    charged: TO_CHARGE,
    rows: TO_CHARGE,
    answered: ROWS,
    counted: ROWS,
    countedCharged: TO_CHARGE,
  });
  expect(after.entries).toBeGreaterThan(1);
});

it('waits when the quota is used up, goes on the next day, then the next month, and charges what it answers', async () => {
  const small = { ...employer, organisationId: 'org-small' };
  const { body } = await upload(verification, messyWorkbook(rows.slice(0, 1_800)), { as: small });
  const waitingUntil = (day: string) =>
    patiently(async () => {
      const found = await verification.request('GET', `/batches/${body.id}`, { as: small });
      return found.body.state === 'waiting' && found.body.waitsUntil === day;
    }, `a wait until ${day}`);
  await waitingUntil('2026-11-24');
  expect((await ledgerOf(body.id)).charged).toBe(600);
  const terms = await verification.request('GET', '/batch-terms', { as: small });
  expect(terms.body).toMatchObject({ usedToday: 600, left: 0, rowsPerDay: 600 });
  verification.setNow('2026-11-24T02:00:00Z');
  await waitingUntil('2026-12-01');
  expect((await ledgerOf(body.id)).charged).toBe(1_000);
  verification.setNow('2026-12-01T02:00:00Z');
  const free = rows.slice(0, 1_800).filter(({ isFree }) => isFree).length;
  await patiently(async () => (await ledgerOf(body.id)).answered === 1_800, 'the rest');
  expect((await ledgerOf(body.id)).charged).toBe(1_800 - free);
});
