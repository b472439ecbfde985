import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadPersonalData, loadSealedColumns, type PersonalData } from '../../deploy/local/built.ts';
import { destroyKey, withKeyDesk } from '../../deploy/local/key-rotation.ts';
import { keyEnvironment } from '../../deploy/local/keyring.ts';
import { DATA_SERVICES, ROOT, underscored } from '../../deploy/local/settings.ts';
import type { KeyringFile } from '../../libs/platform/src/personal-data/keyring.ts';
import { eventually } from '../journey/person.ts';
import { startOwnSystem, type OwnSystem } from '../journey/own-system.ts';
import { signIn } from '../journey/sign-in.ts';
import { startRotation, type RotationRun } from './rotation-process.ts';

const CANDIDATES = 2_000;
/** A page of 200 persons; the journey wants its share of the processor. */
const READ_EVERY_MS = 50;

let own: OwnSystem;
let personalData: PersonalData;
let planId: string;

before(async () => {
  own = await startOwnSystem();
  await own.journey();
  personalData = await loadPersonalData(ROOT);
  planId = await registerMany();
});
after(async () => {
  await own.stop();
});

const vault = () => personalData.openVault(keyEnvironment(own.system.dataDir, {}));
const keyring = (): KeyringFile =>
  JSON.parse(readFileSync(path.join(own.system.dataDir, 'keyring.json'), 'utf8')) as KeyringFile;
const start = (...args: string[]): RotationRun =>
  startRotation(['--data-dir', own.system.dataDir, ...args], {
    DATABASE_URL: own.system.databaseUrl,
    NATS_URL: own.system.natsUrl,
  });

/** More candidates on a plan of the journey, sealed as the service seals them. */
async function registerMany(): Promise<string> {
  const keys = vault();
  const person = (at: number): string => JSON.stringify({ name: `考生${at}`, documentNumber: '23010319900101123X' });
  const texts = Array.from({ length: CANDIDATES }, (_, at) => [
    keys.seal('person', person(at)),
    keys.seal('phone', String(at)),
    keys.seal('person', '{}'),
  ]);
  const values = texts.map((row, at) => `(${at}, ${row.map((text) => `'${text}'`).join(', ')})`).join(', ');
  const [plan] = await own.query<{ id: string }>(
    `INSERT INTO exam_scheduling.candidate (id, plan_id, import_id, state, document_index, name_index, person_sealed, phone_sealed, row_sealed)
     SELECT gen_random_uuid(), plan_id, id, 'registered', 'document ' || at, 'name', p, h, r
       FROM (SELECT id, plan_id FROM exam_scheduling.roster_import LIMIT 1) i, (VALUES ${values}) AS x(at, p, h, r)
     RETURNING plan_id AS id`,
  );
  assert.ok(plan);
  return plan.id;
}

/** Reads candidates until told to stop; gives the answers that were not 200. */
function keepReading(token: string, stopped: () => boolean): Promise<number[]> {
  const url = `${own.system.urls.services['exam-scheduling']}/plans/${planId}/candidates?limit=200`;
  const read = async (): Promise<number[]> => {
    const bad: number[] = [];
    while (!stopped()) {
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      if (answer.status !== 200 || !(await answer.text()).includes('考生')) bad.push(answer.status);
      await sleep(READ_EVERY_MS);
    }
    return bad;
  };
  return read();
}

/** Every sealed text of every service opens; says how many there are and under which keys. */
async function openEverything(): Promise<{ count: number; keys: Set<string> }> {
  const current = vault();
  const seen = { count: 0, keys: new Set<string>() };
  for (const service of DATA_SERVICES) {
    for (const column of await loadSealedColumns(ROOT, service)) {
      assert.ok('purpose' in column);
      const rows = await own.query<{ value: string }>(
        `SELECT ${column.column} AS value FROM ${underscored(service)}.${column.table} WHERE ${column.column} IS NOT NULL`,
      );
      for (const { value } of rows) {
        current.open(column.purpose, value);
        seen.count += 1;
        seen.keys.add(current.keyIdOf(value));
      }
    }
  }
  return seen;
}

test('kill -9 in the middle of a rotation, under a whole journey: run again it ends, no request fails, every value opens', async () => {
  const old = vault().activeKeyId();
  let isStopped = false;
  const { demoPassword } = own.system.secrets;
  const reading = keepReading(await signIn(own.system.urls.public, 'clerk.north', demoPassword), () => isStopped);
  const journey = own.journey();
  const first = start('--suite', 'national');
  await eventually('the first rows under the new key', async () => {
    const [row] = await own.query(
      `SELECT 1 FROM exam_scheduling.candidate WHERE person_sealed NOT LIKE 'v1.${old}.%' LIMIT 1`,
    );
    return row;
  });
  first.kill('SIGKILL');
  assert.equal(await first.exited, null);
  const { rotation, keys } = keyring();
  assert.ok(rotation, 'the rotation has not ended');
  const second = start();
  assert.equal(await second.exited, 0, second.output());
  assert.match(second.output(), new RegExp(`going on with the rotation to key ${rotation.to} \\(national\\)`));
  assert.equal(keyring().rotation, undefined);
  assert.equal(keyring().keys.length, keys.length, 'no second new key was made');
  const { certificates, verified } = await journey;
  assert.ok(verified > 0 && verified === certificates.length);
  isStopped = true;
  assert.deepEqual(await reading, []);
  const { count, keys: used } = await openEverything();
  assert.ok(count > CANDIDATES * 3);
  assert.deepEqual([...used], [rotation.to]);
});

test('the journey after it works with values of both suites, and the old key can go once nothing needs it', async () => {
  const retired = keyring().keys.find(({ state }) => state === 'open-only');
  assert.ok(retired?.retiredAt);
  const early = start('--destroy', retired.id);
  assert.equal(await early.exited, 1);
  assert.match(early.output(), /retired a moment ago/);
  const { dataDir, databaseUrl } = own.system;
  const shift = (iso: string): string => new Date(Date.parse(iso) - 3_600_000).toISOString();
  const file = keyring();
  personalData.writeKeyring(path.join(dataDir, 'keyring.json'), {
    ...file,
    keys: file.keys.map((key) => (key.id === retired.id ? { ...key, retiredAt: shift(retired.retiredAt ?? '') } : key)),
  });
  const destroy = () => withKeyDesk({ dataDir, databaseUrl, env: process.env }, (desk) => destroyKey(desk, retired.id));
  const sealedByOld = await own.query<{ id: string; person: string }>(
    'SELECT id, person_sealed AS person FROM exam_scheduling.candidate LIMIT 1',
  );
  await own.query(
    `UPDATE exam_scheduling.candidate SET person_sealed = 'v1.${retired.id}.AAAA' WHERE id = '${sealedByOld[0]?.id}'`,
  );
  await assert.rejects(destroy(), /values still need it/);
  await own.query(
    `UPDATE exam_scheduling.candidate SET person_sealed = '${sealedByOld[0]?.person}' WHERE id = '${sealedByOld[0]?.id}'`,
  );
  await destroy();
  assert.ok(!keyring().keys.some(({ id }) => id === retired.id));
  const { certificates, verified } = await own.journey();
  assert.equal(verified, certificates.length);
  await openEverything();
});
