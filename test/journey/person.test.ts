import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { loadPersonalData } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { DATA_SERVICES, ROOT, underscored } from '../../deploy/local/settings.ts';
import { fingerprintOf, searchEverything, type Places } from './brute-force.ts';
import type { IssuedCertificate } from './issue.ts';
import { startOwnSystem, type OwnSystem } from './own-system.ts';
import { eventually, Person } from './person.ts';

const DAY_AFTER_FIVE_YEARS = '2032-12-31';
const VERIFY = '/api/public-verification/verify';

interface Known {
  id: string;
  name: string;
  documentNumber: string;
}
interface HeldDocument {
  records: {
    service: string;
    table: string;
    record: string;
    keptUntil: string | null;
    values: Record<string, unknown>;
  }[];
}

let own: OwnSystem;
let certificates: IssuedCertificate[];
let holder: Known;
let failed: Known;
/** In a row that the roster sent back, and nowhere else. */
let refusedRow: Known;

before(async () => {
  own = await startOwnSystem();
  ({ certificates } = await own.journey());
  const vault = (await loadPersonalData(ROOT)).openVault(keyEnvironment(own.system.dataDir, {}));
  const candidates = await own.query<{ id: string; state: string; sealed: string }>(
    'SELECT id, state, person_sealed AS sealed FROM exam_scheduling.candidate ORDER BY id',
  );
  const known = candidates.map(({ id, state, sealed }) => ({
    state,
    ...(JSON.parse(vault.open('person', sealed)) as Omit<Known, 'id'>),
    id,
  }));
  holder = known.find(({ state }) => state === 'certified') as Known;
  failed = known.find(({ state }) => state === 'seated') as Known;
  const rows = await own.query<{ sealed: string }>(
    `SELECT cells_sealed AS sealed FROM exam_scheduling.roster_row WHERE verdict = 'refused'`,
  );
  const numbers = rows.flatMap(({ sealed }) =>
    (JSON.parse(vault.open('person', sealed)) as unknown[]).filter(
      (cell) => typeof cell === 'string' && /^\d{17}[\dX]$/.test(cell),
    ),
  );
  const number = numbers.map(String).find((each) => !known.some(({ documentNumber }) => documentNumber === each));
  refusedRow = { id: '', name: '', documentNumber: number ?? '' };
  assert.ok(holder && failed && number, 'a holder, one who failed and a refused row');
});
after(async () => {
  await own.stop();
});

interface Run {
  code: number | null;
  output: string;
}

/** A command as an operator starts it, what is secret through a pipe. */
function run(script: 'person' | 'retention' | 'replay' | 'audit', args: readonly string[], input = ''): Promise<Run> {
  const { dataDir, databaseUrl, natsUrl } = own.system;
  const env = { ...process.env, DATABASE_URL: databaseUrl, NATS_URL: natsUrl, JZ_DATA_DIR: dataDir };
  const file = path.join(ROOT, 'deploy', 'local', `${script}.ts`);
  const child = spawn(process.execPath, [file, ...args], { env, cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.end(`${input}\n`);
  return new Promise((resolve) => child.once('exit', (code) => resolve({ code, output })));
}

let outNumber = 0;
/** What `held --out` says, and what the terminal showed of it. */
async function held(
  documentNumber: string,
): Promise<{ document: HeldDocument; text: string; file: string; output: string }> {
  const file = path.join(own.system.dataDir, `held-${(outNumber += 1)}.json`);
  const { code, output } = await run('person', ['held', '--out', file], documentNumber);
  assert.equal(code, 0, output);
  const text = readFileSync(file, 'utf8');
  return { document: JSON.parse(text) as HeldDocument, text, file, output };
}

/** Records by table; the points of a candidate have neither a sealed value nor an index, so the search cannot see them. */
function placesOf({ records }: HeldDocument): Places {
  const names = new Map<string, Set<string>>();
  for (const { service, table, record } of records.filter((each) => each.table !== 'score')) {
    const key = `${service}.${table}`;
    names.set(key, (names.get(key) ?? new Set()).add(record));
  }
  return Object.fromEntries([...names].map(([table, refs]) => [table, refs.size]));
}

async function verifyAll(): Promise<void> {
  const stranger = Person.stranger(own.system.urls.public);
  for (const { name, number } of certificates) {
    await eventually(`the register to know ${number}`, async () => {
      const { verdict } = await stranger.post<{ verdict: string }>(VERIFY, { name, certificateNumber: number });
      return verdict === 'VALID' ? verdict : undefined;
    });
  }
}

test('held finds every place that a search through every sealed value and every index finds', async () => {
  for (const person of [holder, failed, refusedRow]) {
    const { document } = await held(person.documentNumber);
    assert.deepEqual(placesOf(document), await searchEverything(own, person.documentNumber));
  }
  const { document } = await held(holder.documentNumber);
  assert.ok(document.records.some(({ table }) => table === 'score'));
  assert.ok(document.records.some(({ service, keptUntil }) => service === 'public-verification' && keptUntil === null));
});

test('the terminal shows no value; the file has them, is private and never written over; the trail has opaque names only', async () => {
  const { output, text, file } = await held(holder.documentNumber);
  assert.ok(text.includes(holder.name) && text.includes(holder.documentNumber));
  assert.ok(!output.includes(holder.name) && !output.includes(holder.documentNumber));
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const again = await run('person', ['held', '--out', file], holder.documentNumber);
  assert.equal(again.code, 1);
  assert.match(again.output, /is not written over/);
  const rows = await own.query<{ content: string }>(
    `SELECT content::text FROM exam_scheduling.audit WHERE content ->> 'actor' = 'operator'`,
  );
  assert.ok(rows.some(({ content }) => content.includes(`candidate/${holder.id}`) && content.includes('"export"')));
  assert.ok(!rows.some(({ content }) => content.includes(holder.name) || content.includes(holder.documentNumber)));
});

test('a staff account is found by its username, without its password', async () => {
  const file = path.join(own.system.dataDir, 'account.json');
  const { code } = await run('person', ['held', '--account', '--out', file], 'clerk.north');
  assert.equal(code, 0);
  const { records } = JSON.parse(readFileSync(file, 'utf8')) as HeldDocument;
  assert.deepEqual(
    [...new Set(records.map(({ service, table }) => `${service}.${table}`))],
    ['identity.account', 'identity.sign_in_session'],
  );
  assert.ok(!JSON.stringify(records).includes('argon2'));
});

test('a correction after the report is a case for two persons, and changes nothing', async () => {
  const before = await fingerprintOf(own);
  for (const record of [`candidate/${holder.id}`, `certificate/${certificates[0]?.id}`]) {
    const { code, output } = await run('person', ['correct', '--record', record, '--field', 'name'], '张三');
    assert.equal(code, 1);
    assert.match(output, /case for two persons/);
  }
  assert.deepEqual(await fingerprintOf(own), before);
});

test('dry runs change nothing, and before the day neither does --yes', async () => {
  const before = await fingerprintOf(own);
  const later = ['--today', DAY_AFTER_FIVE_YEARS];
  const listed = await run('person', ['erase', ...later], failed.documentNumber);
  assert.equal(listed.code, 0, listed.output);
  assert.match(listed.output, /would go 3/);
  assert.match((await run('retention', later)).output, /would go \d+/);
  assert.match((await run('person', ['erase', '--yes'], failed.documentNumber)).output, /erased 0/);
  assert.match((await run('retention', ['--yes'])).output, /erased 0/);
  assert.deepEqual(await fingerprintOf(own), before);
});

test('after five years nothing of the one who failed is left anywhere; the second run finds nothing', async () => {
  const later = ['--yes', '--today', DAY_AFTER_FIVE_YEARS];
  const { code, output } = await run('person', ['erase', ...later], failed.documentNumber);
  assert.equal(code, 0, output);
  assert.deepEqual(await searchEverything(own, failed.documentNumber), {});
  assert.match((await run('person', ['erase', ...later], failed.documentNumber)).output, /erased 0/);
});

test('retention erases everyone’s: of holders their certificates stay and verify, of nobody a phone or an uploaded row', async () => {
  const later = ['--yes', '--today', DAY_AFTER_FIVE_YEARS];
  const { code, output } = await run('retention', later);
  assert.equal(code, 0, output);
  assert.match((await run('retention', later)).output, /erased 0/);
  assert.deepEqual(await searchEverything(own, refusedRow.documentNumber), {});
  const [left] = await own.query<{ rows: number; phones: number; candidates: number; answers: number }>(
    `SELECT (SELECT count(*)::int FROM exam_scheduling.roster_row) AS rows,
       (SELECT count(phone_sealed)::int + count(row_sealed)::int FROM exam_scheduling.candidate) AS phones,
       (SELECT count(*)::int FROM exam_scheduling.candidate) AS candidates,
       (SELECT count(*)::int FROM exam_scheduling.idempotency_key) AS answers`,
  );
  assert.deepEqual(left, { rows: 0, phones: 0, candidates: certificates.length, answers: 0 });
  await verifyAll();
});

test('one refused by the authority: the event keeps its place without the person, and the broker has no other copy', async () => {
  const [told] = await own.query<{ event: string; sealed: string; id: string }>(
    `SELECT o.event_id AS event, r ->> 'personSealed' AS sealed, r ->> 'candidateId' AS id
       FROM exam_scheduling.outbox o, jsonb_array_elements(o.data -> 'rows') r
      WHERE o.aggregate_type = 'result-roll' LIMIT 1`,
  );
  assert.ok(told);
  await own.query(
    `UPDATE exam_scheduling.candidate SET state = 'refused', certificate_number = NULL WHERE id = '${told.id}'`,
  );
  assert.ok((await broadcast()).includes(told.sealed));
  const { code, output } = await run('retention', ['--yes', '--today', DAY_AFTER_FIVE_YEARS]);
  assert.equal(code, 0, output);
  const [emptied] = await own.query<{ data: string; version: number }>(
    `SELECT data::text, aggregate_version AS version FROM exam_scheduling.outbox WHERE event_id = '${told.event}'`,
  );
  assert.ok(emptied);
  assert.ok(emptied.data.includes(told.id) && !emptied.data.includes(told.sealed));
  assert.equal(emptied.version, 1);
  assert.ok(!(await broadcast()).includes(told.sealed));
});

/** Everything the broker keeps of exam scheduling's events. */
async function broadcast(): Promise<string> {
  const { host, username, password } = new URL(own.system.natsUrl);
  const connection = await connect({
    servers: host,
    user: decodeURIComponent(username),
    pass: decodeURIComponent(password),
  });
  try {
    const { streams } = await jetstreamManager(connection);
    const { state } = await streams.info('EXAM_SCHEDULING');
    const bodies: string[] = [];
    for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
      const message = await streams.getMessage('EXAM_SCHEDULING', { seq }).catch(() => null);
      bodies.push(message ? message.string() : '');
    }
    return bodies.join('\n');
  } finally {
    await connection.close();
  }
}

test('replay after it: every event decodes, no reader has a dead letter, a rebuilt register still verifies', async () => {
  const { code, output } = await run('replay', ['--rebuild', 'public-verification']);
  assert.equal(code, 0, output);
  await verifyAll();
  for (const service of DATA_SERVICES) {
    assert.deepEqual(
      await own.query(`SELECT event_id, reason FROM ${underscored(service)}.event_failure`),
      [],
      service,
    );
  }
  const audit = await run('audit', ['verify']);
  assert.equal(audit.code, 0, audit.output);
});
