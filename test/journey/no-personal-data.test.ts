import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT, SERVICES } from '../../deploy/local/settings.ts';
import { markersIn, markersOf } from './marked-people.ts';
import { startOwnSystem, type OwnSystem } from './own-system.ts';
import { Person, Refused } from './person.ts';

/** What the journey brings home for its user: the certificates and workbooks he asked for. */
const BROUGHT_HOME = 'demo';
/** Spans leave in batches, the slowest every five seconds. */
const SPANS_LEAVE_MS = 6_000;

const roster = readFileSync(path.join(ROOT, 'test/fixtures/roster-welder-3.xls'));
const markers = markersOf(roster);
const idNumber = markers.find((marker) => /^\d{17}[\dX]$/.test(marker)) ?? '';
const name = markers.find((marker) => /^\p{Script=Han}{3}$/u.test(marker)) ?? '';

let own: OwnSystem;
let collector: Server;
const spans: Buffer[] = [];

before(async () => {
  collector = createServer((request, response) => {
    request.on('data', (chunk: Buffer) => spans.push(chunk));
    request.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  own = await startOwnSystem({ OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  await own.journey();
  await careless();
  await sleep(SPANS_LEAVE_MS);
});
after(async () => {
  await own.stop();
  collector.close();
});

/** What clients do that were not written with care: personal data where it does not belong. */
async function careless(): Promise<void> {
  const { urls, secrets } = own.system;
  const clerk = Person.account(urls.public, 'clerk.north', secrets.demoPassword);
  const tries: (() => Promise<unknown>)[] = [
    () => fetch(`${urls.public}/api/public-verification/verify/${idNumber}`),
    () => fetch(`${urls.public}/api/public-verification/verify/${encodeURIComponent(name)}?id=${idNumber}`),
    () =>
      fetch(`${urls.public}/v/${idNumber}`, {
        headers: { 'x-request-id': idNumber, 'user-agent': name ? idNumber : '' },
      }),
    () => clerk.get(`/api/exam-scheduling/plans/${idNumber}`),
    () => clerk.get(`/api/exam-scheduling/plans?after=${idNumber}&person=${encodeURIComponent(name)}`),
    () => clerk.post('/api/exam-scheduling/plans', { [idNumber]: name }),
    () => clerk.upload(`/api/exam-scheduling/plans/${idNumber}/roster`, `${name}-${idNumber}.xls`, roster),
    () =>
      fetch(`${urls.public}/api/exam-scheduling/plans`, {
        method: 'POST',
        headers: { 'idempotency-key': idNumber, 'content-type': 'application/json' },
        body: JSON.stringify({ name, idNumber }),
      }),
    () => clerk.post('/api/agency-filing/filings', { agencyName: name, creditCode: idNumber }, idNumber),
  ];
  for (const attempt of tries) {
    await attempt().catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  }
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile()) yield file;
  }
}

test('the markers are there to be found: the clerk’s workbook is full of them', () => {
  assert.ok(markers.length > 60, String(markers.length));
  assert.ok(idNumber && name);
  assert.deepEqual(markersIn(Buffer.from(`… ${name} … ${encodeURIComponent(name)}`), [name]), [name]);
});

test('a database dump after the journey contains no ID number, phone or candidate name in clear', async () => {
  const tables = await own.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  assert.ok(tables.length > 40);
  let rows = 0;
  for (const table of tables) {
    const dump = await own.query<{ row: string }>(`SELECT t::text AS row FROM ${table.name} AS t`);
    rows += dump.length;
    const found = markersIn(Buffer.from(dump.map(({ row }) => row).join('\n')), markers);
    assert.deepEqual(found, [], table.name);
  }
  assert.ok(rows > 500, String(rows));
});

test('nothing the system wrote has one: database files, write-ahead log, broker, logs, and no file name', async () => {
  await own.query('CHECKPOINT');
  let files = 0;
  for (const file of filesBelow(own.system.dataDir)) {
    const relative = path.relative(own.system.dataDir, file);
    if (relative.startsWith(`${BROUGHT_HOME}${path.sep}`)) continue;
    files += 1;
    assert.deepEqual(markersIn(Buffer.from(relative), markers), [], relative);
    assert.deepEqual(markersIn(readFileSync(file), markers), [], relative);
  }
  assert.ok(files > 100, String(files));
  const logs = statSync(path.join(own.system.dataDir, 'logs', 'exam-scheduling.log')).size;
  assert.ok(logs > 1_000, String(logs));
});

test('metrics and traces have none', async () => {
  for (const service of SERVICES) {
    const response = await fetch(`${own.system.urls.services[service]}/metrics`);
    const text = Buffer.from(await response.arrayBuffer());
    assert.ok(text.length > 500, service);
    assert.deepEqual(markersIn(text, markers), [], service);
  }
  const traces = Buffer.concat(spans);
  assert.ok(traces.length > 10_000, String(traces.length));
  assert.deepEqual(markersIn(traces, markers), []);
});
