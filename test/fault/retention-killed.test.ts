import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../../deploy/local/settings.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';
import { eventually } from '../journey/person.ts';

const ROWS = 20_000;
const DAY_AFTER_FIVE_YEARS = '2032-12-31';

let own: OwnSystem;

before(async () => {
  own = await startOwnSystem();
  await own.journey();
  await own.query(
    `INSERT INTO exam_scheduling.roster_row (import_id, row_number, verdict, repaired, faults, cells_sealed)
     SELECT import_id, 1000 + n, verdict, repaired, faults, cells_sealed
       FROM (SELECT * FROM exam_scheduling.roster_row LIMIT 1) r, generate_series(1, ${ROWS}) AS n`,
  );
});
after(async () => {
  await own.stop();
});

function startRetention() {
  const { dataDir, databaseUrl, natsUrl } = own.system;
  const env = { ...process.env, DATABASE_URL: databaseUrl, NATS_URL: natsUrl, JZ_DATA_DIR: dataDir };
  const script = path.join(ROOT, 'deploy', 'local', 'retention.ts');
  const child = spawn(process.execPath, [script, '--yes', '--today', DAY_AFTER_FIVE_YEARS], { env, cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, exited, output: () => output };
}

/** Uploaded rows that are left, and those that the trail says were erased. */
async function rows(): Promise<{ left: number; audited: number }> {
  const [row] = await own.query<{ left: number; audited: number }>(
    `SELECT (SELECT count(*)::int FROM exam_scheduling.roster_row) AS left,
       (SELECT count(DISTINCT p)::int FROM exam_scheduling.audit, jsonb_array_elements_text(content -> 'persons') AS p
         WHERE content ->> 'action' = 'retention.erase' AND p LIKE 'roster-row/%') AS audited`,
  );
  assert.ok(row);
  return row;
}

test('kill -9 in the middle of a retention run: what went has its audit row, what has none is there; run again it ends', async () => {
  const { left: total } = await rows();
  const first = startRetention();
  await eventually('the first rows to go', async () => ((await rows()).left < total ? true : undefined));
  first.child.kill('SIGKILL');
  assert.equal(await first.exited, null, first.output());
  const killed = await rows();
  assert.ok(killed.left > 0, 'it was killed before its end');
  assert.equal(killed.left + killed.audited, total);
  const second = startRetention();
  assert.equal(await second.exited, 0, second.output());
  assert.deepEqual(await rows(), { left: 0, audited: total });
});
