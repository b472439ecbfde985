import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../deploy/local/settings.ts';
import type { StatisticsReport } from '../../deploy/local/statistics-check.ts';
import { dayAfter, DemoClockFile } from './demo-clock.ts';
import { startOwnSystem, type OwnSystem } from './own-system.ts';
import { eventually, Person } from './person.ts';

let own: OwnSystem;
let certificates: number;
let issuedOn: string;

before(async () => {
  own = await startOwnSystem();
  const result = await own.journey();
  certificates = result.certificates.length;
  const clock = new DemoClockFile(path.join(own.system.dataDir, 'demo-clock.json'));
  issuedOn = clock.today();
  clock.moveTo(dayAfter(issuedOn));
  const stranger = Person.stranger(own.system.urls.public);
  await eventually('the day of issue to be closed', async () => {
    const { items } = await stranger.get<{ items: { day: string }[] }>('/api/public-verification/statistics/days');
    return items.some(({ day }) => day === issuedOn) || undefined;
  });
});
after(async () => {
  await own.stop();
});

interface Said {
  status: number | null;
  text: string;
  report: StatisticsReport;
}

/** `npm run statistics -- recompute <url> --json` as people type it. */
function recomputed(): Promise<Said> {
  const command = path.join(ROOT, 'deploy/local/statistics.ts');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [command, 'recompute', own.system.urls.public, '--json']);
    let [out, text] = ['', ''];
    child.stdout.on('data', (bytes: Buffer) => void (out += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => void (text += bytes.toString()));
    child.once('close', (status) => {
      resolve({ status, text, report: (out.startsWith('{') ? JSON.parse(out) : {}) as StatisticsReport });
    });
  });
}

test('the published numbers are counted anew from the log alone, and agree', async () => {
  const { status, text, report } = await recomputed();
  assert.deepEqual([report.differences, report.faults, status], [[], [], 0], text);
  assert.ok(report.numbers >= 1 && report.leaves > certificates, JSON.stringify(report));
  const [counted] = await own.query<{ count: number }>(
    `SELECT sum(count)::int AS count FROM public_verification.published_count WHERE kind = 'issued'`,
  );
  assert.equal(counted?.count, certificates);
});

test('a falsified number is named with its day, body, occupation and level, and so is one with no log behind it', async () => {
  await own.query(`UPDATE public_verification.published_count SET count = count + 3 WHERE kind = 'issued'`);
  await own.query(
    `INSERT INTO public_verification.published_count
       (day, position, kind, site_code, occupation_code, occupation_edition, level_digit, count)
     SELECT day, 1000, 'revoked', site_code, occupation_code, occupation_edition, level_digit, 5
       FROM public_verification.published_count WHERE kind = 'issued' LIMIT 1`,
  );
  const { status, report } = await recomputed();
  assert.equal(status, 1);
  assert.deepEqual(
    report.differences.map(({ day, kind, code, level, stated, recounted }) => [
      day,
      kind,
      code,
      level,
      stated,
      recounted,
    ]),
    [
      [issuedOn, 'issued', '6-18-02-04', '3', certificates + 3, certificates],
      [issuedOn, 'revoked', '6-18-02-04', '3', 5, null],
    ],
  );
  assert.deepEqual(report.faults, [{ day: issuedOn, rule: 'digest-differs' }]);
});

test('a root that the leaves do not give is named', async () => {
  await own.query(`UPDATE public_verification.statistics_day SET root_hash = '${Buffer.alloc(32).toString('base64')}'`);
  const { status, report } = await recomputed();
  assert.equal(status, 1);
  const rules = new Set(report.faults.map(({ rule }) => rule));
  assert.ok(rules.has('root-differs') && rules.has('checkpoint-differs'), JSON.stringify(report.faults));
});
