import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { loadCredential } from '../../deploy/local/built.ts';
import { ROOT } from '../../deploy/local/settings.ts';
import type { CertificateEntry } from '../../libs/credential/src/index.ts';
import { sha256 } from '../../deploy/local/audit-log-check.ts';
import { runAudit } from './audit-run.ts';
import type { JourneyResult } from './journey.ts';
import { memoryMiB } from './memory.ts';
import { startOwnSystem, type OwnSystem } from './own-system.ts';
import { eventually, Person } from './person.ts';

const home = mkdtempSync(path.join(tmpdir(), 'jz-audited-'));
let own: OwnSystem;
let result: JourneyResult;

before(async () => {
  own = await startOwnSystem();
  result = await own.journey();
});
after(async () => {
  await own.stop();
  rmSync(home, { recursive: true, force: true });
});

const log = (): string => `${own.system.urls.public}/log`;
const file = async (name: string): Promise<Buffer> => {
  const response = await fetch(`${log()}/${name}`);
  assert.equal(response.status, 200, name);
  return Buffer.from(await response.arrayBuffer());
};
const witnessKeys = async (): Promise<string[]> => {
  const base = Number(new URL(own.system.urls.public).port) + 7;
  const keys = await Promise.all([base, base + 1].map((port) => fetch(`http://127.0.0.1:${port}/key`)));
  return Promise.all(keys.map(async (key) => `--witness=${(await key.text()).trim()}`));
};
const published = (): Promise<true> =>
  eventually('a checkpoint over all leaves', async () => {
    const [row] = await own.query<{ done: boolean }>(
      `SELECT published = (SELECT sum(leaves) FROM certificate_issuance.log_batch) AS done FROM certificate_issuance.log_head`,
    );
    return row?.done || undefined;
  });

test('anyone reads checkpoint, tiles and entries at the public door', async () => {
  await published();
  assert.match((await file('checkpoint')).toString(), /^localhost:\d+\/log\n\d+\n/);
  const lib = await loadCredential(ROOT);
  const { size } = lib.parseCheckpoint(lib.parseNote((await file('checkpoint')).toString()).text);
  assert.equal((await file(lib.tilePath(0, 0, size))).length, size * lib.HASH_BYTES);
  const entries = lib.parseEntryBundle(await file(lib.entriesPath(0, size)), size);
  const types = new Set(entries.map((entry) => lib.decodeLogEntry(entry).type));
  for (const type of ['scope-granted', 'plan-approved', 'plan-seated', 'roll-reported', 'certificate'] as const) {
    assert.ok(types.has(type), type);
  }
});

test('the whole register is walked from the published files alone: no finding, every certificate, two witnesses', async () => {
  const args = [log(), ...(await witnessKeys()), `--since=${path.join(home, 'kept')}`];
  const said = await runAudit(args);
  assert.deepEqual([said.report.findings, said.status], [[], 0], said.text);
  assert.equal(said.report.certificates, result.certificates.length);
  assert.equal(said.report.witnesses.length, 2);
  assert.equal((await runAudit(args)).status, 0, 'and again, compared with what was kept');
  const { pids } = own.system;
  const bureaus = Object.keys(pids).filter((name) => name.startsWith('witness-'));
  console.error(
    `two witnesses: ${memoryMiB(bureaus.map((name) => pids[name] ?? 0))} MiB, all: ${memoryMiB(Object.values(pids))} MiB`,
  );
});

test('every row of the register is what its leaf says', async () => {
  const { dataDir, databaseUrl } = own.system;
  const said = await runAudit([log(), '--database', `--data-dir=${dataDir}`], { DATABASE_URL: databaseUrl });
  assert.deepEqual([said.report.findings, said.status], [[], 0], said.text);
});

test('a holder’s credential opens its own leaf, and no other', async () => {
  const lib = await loadCredential(ROOT);
  const clerk = Person.account(own.system.urls.public, 'clerk.north', own.system.secrets.demoPassword);
  const [first, second] = result.certificates;
  const jwt = (
    await clerk.download(`/api/certificate-issuance/certificates/${first?.id}/credential?form=vc%2Bjwt`)
  ).toString();
  const { claims } = lib.decodeVcJwt(jwt.trim().replace(/^"|"$/g, ''));
  const { size } = lib.parseCheckpoint(lib.parseNote((await file('checkpoint')).toString()).text);
  const entries = lib.parseEntryBundle(await file(lib.entriesPath(0, size)), size).map(lib.decodeLogEntry);
  const leafOf = (id: string | undefined): CertificateEntry =>
    entries.find((entry): entry is CertificateEntry => entry.type === 'certificate' && entry.id === id) ??
    assert.fail('no leaf');
  assert.equal(lib.matchesLeaf(claims, leafOf(first?.id), sha256), true);
  assert.equal(lib.matchesLeaf(claims, { ...leafOf(second?.id), id: leafOf(first?.id).id }, sha256), false);
});

/** The last test of this file: the certificate is gone after it. */
test('revoked by two: public verification and the status list say so within two seconds', async () => {
  const { urls, secrets } = own.system;
  const [revoked] = result.certificates;
  assert.ok(revoked);
  const officer = (name: string): Person => Person.account(urls.public, name, secrets.demoPassword);
  const changes = '/api/certificate-issuance/changes';
  const proposed = await officer('officer.province').post<{ id: string }>(changes, {
    kind: 'revoke',
    reason: 'fraud',
    explanation: '冒名顶替',
    document: { title: '调查报告', number: '', issuedOn: '2026-11-20', sha256: 'a'.repeat(64) },
    certificateIds: [revoked.id],
  });
  const second = officer('officer2.province');
  await second.get(changes);
  const lib = await loadCredential(ROOT);
  const [row] = await own.query<{ list: number; index: number }>(
    `SELECT status_list AS list, status_index AS index FROM certificate_issuance.certificate WHERE id = '${revoked.id}'`,
  );
  const listed = async (): Promise<number> => {
    const answer = await fetch(`${urls.public}/api/certificate-issuance/status-lists/${row?.list}/token`);
    const { payload } = lib.decodeCompactJws((await answer.text()).replace(/^"|"$/g, ''));
    const { status_list: list } = payload as { status_list: { bits: number; lst: string } };
    return lib.readStatus(await lib.decodeStatusList(list), row?.index ?? 0);
  };
  const verdict = async (): Promise<string> => {
    const body = JSON.stringify({ name: revoked.name, certificateNumber: revoked.number });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${urls.public}/api/public-verification/verify`, { method: 'POST', headers, body });
    return ((await answer.json()) as { verdict: string }).verdict;
  };
  assert.deepEqual([await verdict(), await listed()], ['VALID', lib.TOKEN_STATUS.valid]);
  await second.post(`${changes}/${proposed.id}/approve`, {});
  const began = performance.now();
  await eventually('both to say it', async () =>
    (await verdict()) === 'REVOKED' && (await listed()) === lib.TOKEN_STATUS.revoked ? true : undefined,
  );
  const ms = Math.round(performance.now() - began);
  console.error(`revoked everywhere after ${ms} ms`);
  assert.ok(ms < 2_000, `${ms} ms`);
});
