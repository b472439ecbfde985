import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { loadCredential, loadPersonalData } from '../../deploy/local/built.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import { runAudit, type AuditSaid } from '../journey/audit-run.ts';
import { dayAfter, DemoClockFile, nextOfficeDay } from '../journey/demo-clock.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';
import { eventually, Person } from '../journey/person.ts';
import { withSpoilt } from './spoilt-rows.ts';
import { openBroker, seatsOf, type SealingVault } from './insider-events.ts';

const ISSUANCE = '/api/certificate-issuance';
const LEAD_DAYS = 3;
const PUBLICITY_DAYS = 9;
const home = mkdtempSync(path.join(tmpdir(), 'jz-insider-'));
const kept = path.join(home, 'kept');

let own: OwnSystem;
/** An administrator of the database, whom no wall stops. */
let admin: Client;
let logKey: string;
let witnesses: string[];

before(async () => {
  own = await startOwnSystem();
  await own.journey();
  admin = new Client({ connectionString: own.system.databaseUrl });
  await admin.connect();
  await admin.query('SET search_path = certificate_issuance');
  await published();
  const { verifierKey } = (await (await fetch(`${own.system.urls.public}/log/key`)).json()) as { verifierKey: string };
  logKey = verifierKey;
  const port = Number(new URL(own.system.urls.public).port) + 7;
  const keys = [port, port + 1].map(async (at) => (await fetch(`http://127.0.0.1:${at}/key`)).text());
  witnesses = (await Promise.all(keys)).map((key) => `--witness=${key.trim()}`);
});
after(async () => {
  await admin.end();
  await own.stop();
  rmSync(home, { recursive: true, force: true });
});

const published = (): Promise<true> =>
  eventually('a checkpoint over all leaves', async () => {
    const { rows } = await admin.query<{ done: boolean }>(
      'SELECT published = (SELECT sum(leaves) FROM log_batch) AS done FROM log_head',
    );
    return rows[0]?.done || undefined;
  });
const audit = (place: string, ...more: string[]): Promise<AuditSaid> => runAudit([place, `--key=${logKey}`, ...more]);
const auditOnline = (...more: string[]): Promise<AuditSaid> => audit(`${own.system.urls.public}/log`, ...more);
const auditRows = (): Promise<AuditSaid> => {
  const { dataDir, databaseUrl } = own.system;
  const env = { DATABASE_URL: databaseUrl };
  const args = [path.join(dataDir, 'log'), `--key=${logKey}`, '--database', `--data-dir=${dataDir}`];
  return runAudit(args, env);
};
const named = ({ report }: AuditSaid): string[] =>
  report.findings.map(({ rule, subject, en }) => `${rule} ${subject} ${/\(([^()]*)\)$/.exec(en)?.[1] ?? ''}`.trim());
const rules = ({ report }: AuditSaid): Record<string, number> => report.counts;

test('honest work: nothing is named, neither in the files nor in the rows', async () => {
  const online = await auditOnline(...witnesses, `--since=${kept}`);
  assert.deepEqual([named(online), online.status], [[], 0], online.text);
  const rows = await auditRows();
  assert.deepEqual([named(rows), rows.status], [[], 0], rows.text);
});

test('files: an edited, back-dated, removed and moved leaf, a tile, and the checkpoint are each named', async () => {
  const lib = await loadCredential(ROOT);
  const folder = path.join(home, 'files');
  cpSync(path.join(own.system.dataDir, 'log'), folder, { recursive: true });
  const note = readFileSync(path.join(folder, 'checkpoint'), 'utf8');
  const { size } = lib.parseCheckpoint(lib.parseNote(note).text);
  const [bundle, tile] = [lib.entriesPath(0, size), lib.tilePath(0, 0, size)].map((name) => path.join(folder, name));
  assert.ok(bundle && tile && size < lib.TILE_WIDTH);
  const entries = lib.parseEntryBundle(readFileSync(bundle), size);
  const texts = entries.map((entry) => Buffer.from(entry).toString());
  const at = texts.findIndex((text) => text.includes('"plan-approved"'));
  const spoil = async (spoilt: readonly string[]): Promise<string[]> => {
    writeFileSync(bundle, lib.entryBundle(spoilt.map((text) => Buffer.from(text))));
    const said = await audit(folder);
    writeFileSync(bundle, lib.entryBundle(entries));
    assert.equal(said.status, 1);
    return said.report.findings
      .filter(({ rule }) => /^(entry|tile|file)-/.test(rule))
      .map(({ rule, index }) => `${rule} ${index}`);
  };
  const changed = (change: (text: string) => string): string[] =>
    texts.map((text, index) => (index === at ? change(text) : text));
  assert.deepEqual(await spoil(changed((text) => text.replace('电焊工', '气焊工'))), [`entry-altered ${at}`]);
  assert.deepEqual(await spoil(changed((text) => text.replace(/"at":"2026/, '"at":"2025'))), [`entry-altered ${at}`]);
  assert.deepEqual(await spoil(texts.toSpliced(at, 1)), ['file-missing 0']);
  const moved = texts.with(at, texts[at + 1] ?? '').with(at + 1, texts[at] ?? '');
  assert.deepEqual(await spoil(moved), [`entry-altered ${at}`, `entry-altered ${at + 1}`]);
  const bytes = readFileSync(tile);
  bytes[at * lib.HASH_BYTES] = (bytes[at * lib.HASH_BYTES] ?? 0) ^ 1;
  writeFileSync(tile, bytes);
  assert.deepEqual(rules(await audit(folder)), { 'tile-altered': 1 });
  writeFileSync(path.join(folder, 'checkpoint'), note.replace(`\n${size}\n`, `\n${size - 1}\n`));
  assert.deepEqual(rules(await audit(folder)), { 'checkpoint-signature': 1 });
});

const EDITS: [column: string, set: string, expected?: string][] = [
  ['level_digit', `'1'`],
  ['issued_on', `issued_on - 30`],
  ['number', `overlay(number placing '9' from 17 for 1)`],
  ['agency_name', `'某某有限公司'`],
  ['occupation_name', `'电工'`, 'agency_name | occupation_name | holder_sealed'],
  ['document_masked', `'110***********0000'`],
  ['candidate_id', `'someone'`],
  ['site_code', `'S000023999999'`],
  ['signing_kid', `'other'`],
  ['status', `'revoked'`],
  ['document_index', `'x'`],
  ['batch_offset', 'batch_offset + 1', 'batch_id, batch_offset'],
];

test('rows of certificates: every edit is named with its column, a removed and an added row as well', async () => {
  const { rows } = await admin.query<{ id: string }>('SELECT id::text FROM certificate ORDER BY number');
  const ids = rows.map(({ id }) => id);
  assert.ok(ids.length > EDITS.length + 3, `${ids.length} certificates`);
  await withSpoilt(admin, 'certificate', async (honest) => {
    for (const [at, [column, set]] of EDITS.entries()) {
      await admin.query(`UPDATE certificate SET ${column} = ${set} WHERE id = $1`, [ids[at]]);
    }
    const [removed, holder, other] = ids.slice(EDITS.length);
    await admin.query('DELETE FROM certificate WHERE id = $1', [removed]);
    await admin.query(
      `UPDATE certificate SET holder_sealed = (SELECT holder_sealed FROM ${honest} WHERE id = $2) WHERE id = $1`,
      [holder, other],
    );
    const added = randomUUID();
    await admin.query(
      `INSERT INTO certificate SELECT (jsonb_populate_record(h, jsonb_build_object('id', $2::text,
       'number', overlay(number placing '88' from 21 for 2)))).* FROM ${honest} h WHERE id = $1`,
      [other, added],
    );
    const said = await auditRows();
    const found = named(said);
    for (const [at, [column, , expected = column]] of EDITS.entries()) {
      const about = found.filter((each) => each.startsWith(`row-altered certificate ${ids[at]} `));
      assert.deepEqual(about, [`row-altered certificate ${ids[at]} ${expected}`]);
    }
    assert.ok(found.includes(`row-missing certificate ${removed}`), found.join('\n'));
    assert.ok(found.includes(`row-not-in-log certificate ${added}`), found.join('\n'));
    assert.ok(
      found.some((each) => each.startsWith(`row-altered certificate ${holder} `) && each.includes('holder_sealed')),
    );
    assert.equal(found.length, EDITS.length + 3, found.join('\n'));
  });
  assert.deepEqual(named(await auditRows()), []);
});

test('rows of the log: edited, back-dated, removed and reordered, each is named', async () => {
  const { rows } = await admin.query<{ id: string }>(
    'SELECT id::text FROM log_batch WHERE leaves = 1 ORDER BY first_index',
  );
  const [first, second, third, fourth, fifth] = rows.map(({ id }) => id);
  assert.ok(fifth, 'five batches of one leaf');
  await withSpoilt(admin, 'log_batch', async (honest) => {
    await admin.query(`UPDATE log_batch SET entries = set_byte(entries, length(entries) - 30, 65) WHERE id = $1`, [
      first,
    ]);
    await admin.query(
      `UPDATE log_batch SET entries = overlay(entries placing '2'::bytea from length(entries) - 22 for 1) WHERE id = $1`,
      [second],
    );
    await admin.query('DELETE FROM log_batch WHERE id = $1', [third]);
    await admin.query(`UPDATE log_batch SET first_index = -1 WHERE id = $1`, [fourth]);
    await admin.query(
      `UPDATE log_batch SET first_index = (SELECT first_index FROM ${honest} WHERE id = $1) WHERE id = $2`,
      [fourth, fifth],
    );
    await admin.query(
      `UPDATE log_batch SET first_index = (SELECT first_index FROM ${honest} WHERE id = $2) WHERE id = $1`,
      [fourth, fifth],
    );
    const found = named(await auditRows());
    for (const id of [first, second, fourth, fifth])
      assert.ok(found.includes(`log-row-altered log_batch ${id}`), found.join('\n'));
    assert.equal(found.filter((each) => each.startsWith('log-row-missing')).length, 1);
    assert.equal(found.length, 5, found.join('\n'));
  });
  assert.deepEqual(named(await auditRows()), []);
});

test('frauds that pass the registry’s own checks are all named: ghost, level, back-dated sitting, double seat', async () => {
  const { dataDir, natsUrl, urls, secrets } = own.system;
  const parts = await loadPersonalData(ROOT);
  const vault = parts.openVault(
    parts.readKeySettings({ ...process.env, ...keyEnvironment(dataDir, {}) }),
  ) as SealingVault;
  const broker = await openBroker(natsUrl, vault);
  const clock = new DemoClockFile(path.join(dataDir, 'demo-clock.json'));
  const examOn = dayAfter(clock.today(), LEAD_DAYS);
  const haunted = broker.sitting(examOn, { candidates: 3 });
  const tooHigh = broker.sitting(examOn, { candidates: 2, levelDigit: '1' });
  const doubled = broker.sitting(examOn, { candidates: 2 });
  const honest = broker.sitting(examOn, { candidates: 4 });
  const [ann = '', bob = ''] = doubled.candidates;
  await broker.file();
  for (const sitting of [haunted, tooHigh, honest]) await broker.approve(sitting, seatsOf(sitting));
  await broker.approve(doubled, [
    [ann, '一号考场', 1],
    [ann, '二号考场', 1],
    [bob, '一号考场', 1],
  ]);
  await arrived(
    'plan-seated',
    [haunted, tooHigh, honest, doubled].map(({ planId }) => planId),
  );

  const publicityUntil = dayAfter(examOn, PUBLICITY_DAYS);
  clock.moveTo(nextOfficeDay(publicityUntil));
  const late = broker.sitting(examOn, { candidates: 2 });
  await broker.approve(late, seatsOf(late));
  for (const sitting of [haunted, tooHigh, honest, late])
    await broker.report(sitting, { publicityFrom: examOn, publicityUntil });
  await arrived(
    'roll-reported',
    [haunted, tooHigh, honest, late].map(({ rollId }) => rollId),
  );
  const ghost = randomUUID();
  await admin.query(
    `INSERT INTO result_row SELECT (jsonb_populate_record(r, jsonb_build_object('position', 99, 'candidate_id', $2::text,
       'document_index', 'ghost'))).* FROM result_row r WHERE roll_id = $1 AND position = 0`,
    [haunted.rollId, ghost],
  );
  await admin.query(
    `UPDATE filed_scope SET lines = lines || jsonb_set(lines -> 0, '{subject,levelDigit}', '"1"') WHERE filing_id = $1`,
    [broker.filingId],
  );
  const province = Person.account(urls.public, 'officer.province', secrets.demoPassword);
  for (const { rollId, candidates } of [haunted, tooHigh, honest, late]) {
    const { counts } = await province.post<{ counts: { issued: number } }>(`${ISSUANCE}/rolls/${rollId}/issue`);
    assert.equal(
      counts.issued,
      candidates.length + (rollId === haunted.rollId ? 1 : 0),
      'the registry itself saw nothing',
    );
  }
  await published();
  await broker.stop();
  const said = await auditOnline(...witnesses, `--since=${kept}`);
  const { rows } = await admin.query<{ id: string }>('SELECT id::text FROM certificate WHERE candidate_id = $1', [
    ghost,
  ]);
  const about = said.report.findings.map(({ rule, subject }) => `${rule} ${subject}`).sort();
  assert.deepEqual(about, [
    `back-dated-sitting plan ${late.planId}`,
    `back-dated-sitting plan ${late.planId}`,
    `double-seat candidate ${ann}`,
    `double-seat plan ${doubled.planId}`,
    `ghost-candidate certificate ${rows[0]?.id}`,
    `never-seated certificate ${rows[0]?.id}`,
    `outside-scope plan ${tooHigh.planId}`,
  ]);
});

/** Waits until the log tells of all of them. */
async function arrived(type: string, ids: readonly string[]): Promise<void> {
  await eventually(`${type} of all sittings`, async () => {
    const { rows } = await admin.query<{ text: string }>(
      `SELECT string_agg(convert_from(substr(entries, 3), 'UTF8'), '') AS text FROM log_batch WHERE leaves = 1`,
    );
    const told = rows[0]?.text ?? '';
    return told.includes(type) && ids.every((id) => told.includes(`"${type}","`) && told.includes(id))
      ? true
      : undefined;
  });
}

test('the log written anew with its own key: no witness follows, and whoever kept a checkpoint sees the fork', async () => {
  const name = 'certificate-issuance';
  await own.system.stopService(name);
  await admin.query(
    `UPDATE log_batch SET entries = decode(replace(encode(entries, 'hex'), encode('2026-12-12', 'hex'), encode('2026-12-11', 'hex')), 'hex')`,
  );
  await admin.query(`UPDATE log_head SET published = 0, checkpoint = ''`);
  rmSync(path.join(own.system.dataDir, 'log'), { recursive: true, force: true });
  await own.system.startService(name);
  await published();
  const alone = await auditOnline();
  assert.equal(rules(alone)['fork'], undefined, 'by itself it is a log like any other');
  const said = await auditOnline(...witnesses, `--since=${kept}`);
  assert.equal(said.status, 1);
  assert.equal(rules(said)['fork'], 1);
  assert.equal(rules(said)['quorum'], 1);
});
