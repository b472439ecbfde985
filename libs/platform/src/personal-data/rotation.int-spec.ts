import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, makeTestKeys, type TestDatabase } from '@app/testing';
import { Client } from 'pg';
import { addDataKey } from './keyring-setup.js';
import { countByKey, rotate } from './rotation.js';
import { sealedTables, type SealedTable } from './sealed-tables.js';
import { openVault, type PersonalDataVault } from './vault.js';

const ROWS = 1_200;
const SCHEMA = 'rotation';
const OWN = [
  { table: 'person', key: ['region', 'number'], column: 'name_sealed', purpose: 'name' },
  { table: 'person', key: ['region', 'number'], column: 'phone_sealed', purpose: 'phone' },
] as const;

describe('a rotation of keys on a real database', () => {
  let database: TestDatabase;
  let client: Client;
  let other: Client;
  let folder: string;
  let tables: SealedTable[];
  let vault: PersonalDataVault;
  let settings: ReturnType<typeof makeTestKeys>;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'jz-rotation-'));
    settings = makeTestKeys(folder);
    database = await createTestDatabase(SCHEMA);
    client = new Client({ connectionString: database.url });
    other = new Client({ connectionString: database.url });
    for (const each of [client, other]) {
      await each.connect();
      await each.query(`SET search_path = ${SCHEMA}`);
    }
    await client.query(`
      CREATE TABLE person (region text, number int, name_sealed text NOT NULL, phone_sealed text, PRIMARY KEY (region, number));
      CREATE TABLE idempotency_key (subject text, key text, answer_sealed text, PRIMARY KEY (subject, key));
      CREATE TABLE outbox (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, data jsonb NOT NULL);
      CREATE TABLE event_failure (event_id uuid PRIMARY KEY, envelope jsonb NOT NULL)`);
    tables = await sealedTables(client, SCHEMA, OWN);
  });
  afterAll(async () => {
    await client.end();
    await other.end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    vault = openVault(settings);
    await client.query('TRUNCATE person, idempotency_key, outbox, event_failure');
    const numbers = Array.from({ length: ROWS }, (_, at) => at);
    await client.query(
      'INSERT INTO person SELECT r, n, s, p FROM unnest($1::text[], $2::int[], $3::text[], $4::text[]) AS x(r, n, s, p)',
      [
        numbers.map((number) => (number % 2 ? '哈尔滨' : 'it’s "北"')),
        numbers,
        numbers.map((number) => vault.seal('name', `张${number}`)),
        numbers.map((number) => (number % 3 ? vault.seal('phone', String(number)) : null)),
      ],
    );
    const rows = [1, 2].map((at) => ({
      candidateId: `v1.00000000.${at}`,
      personSealed: vault.seal('person', `p${at}`),
    }));
    await client.query('INSERT INTO outbox (data) VALUES ($1), ($2)', [{ rollId: 'x', rows }, { planId: 'no person' }]);
    await client.query('INSERT INTO event_failure VALUES (gen_random_uuid(), $1)', [{ subject: 's', data: { rows } }]);
    await client.query(`INSERT INTO idempotency_key VALUES ('a', 'b', $1), ('a', 'c', NULL)`, [
      vault.seal('answer', '{}'),
    ]);
  });

  /** A rotation by a process that has the new key; `count` is what is not under it afterwards. */
  const turn = async (signal?: AbortSignal) => {
    const next = openVault(settings);
    const report = await rotate({ sql: client, vault: next, tables, ...(signal ? { signal } : {}) });
    const counts = await countByKey(client, tables);
    const left = counts.filter(({ keyId }) => keyId !== next.activeKeyId()).reduce((sum, { count }) => sum + count, 0);
    return { next, report, left };
  };

  it('seals every value of every table anew, into another suite, and every one opens to the same text', async () => {
    const { id } = addDataKey(settings, 'national');
    const { next, report, left } = await turn();
    expect([next.activeKeyId(), left, report.rows, report.unreadable]).toEqual([id, 0, ROWS + 3, []]);
    const { rows } = await client.query<{ number: number; name: string; phone: string | null }>(
      'SELECT number, name_sealed AS name, phone_sealed AS phone FROM person ORDER BY number',
    );
    for (const { number, name, phone } of rows) {
      expect(next.open('name', name)).toBe(`张${number}`);
      expect(phone === null ? null : next.open('phone', phone)).toBe(number % 3 ? String(number) : null);
    }
    const { rows: events } = await client.query('SELECT data FROM outbox ORDER BY position');
    const [told, plain] = events.map(({ data }) => data);
    expect(told.rows.map((row: { personSealed: string }) => next.open('person', row.personSealed))).toEqual([
      'p1',
      'p2',
    ]);
    expect([told.rollId, told.rows[0].candidateId, plain]).toEqual(['x', 'v1.00000000.1', { planId: 'no person' }]);
    expect((await turn()).report.rows).toBe(0);
  });

  it('an event in which a person was erased comes along: the others in it are sealed anew, the erased one stays away', async () => {
    const rows = [{ candidateId: 'erased' }, { candidateId: 'kept', personSealed: vault.seal('person', 'kept') }];
    await client.query('INSERT INTO outbox (data) VALUES ($1)', [{ rollId: 'y', rows }]);
    addDataKey(settings);
    const { next, report, left } = await turn();
    expect([left, report.unreadable]).toEqual([0, []]);
    const { rows: told } = await client.query(`SELECT data FROM outbox WHERE data ->> 'rollId' = 'y'`);
    const [erased, kept] = told[0].data.rows;
    expect([erased, next.open('person', kept.personSealed)]).toEqual([{ candidateId: 'erased' }, 'kept']);
  });

  it('counts by table, column and key', async () => {
    const keyId = vault.activeKeyId();
    const counts = await countByKey(client, tables);
    expect(counts.map(({ table, column, count }) => [`${table}.${column}`, count])).toEqual([
      ['rotation.person.name_sealed', ROWS],
      ['rotation.person.phone_sealed', ROWS - ROWS / 3],
      ['rotation.idempotency_key.answer_sealed', 1],
      ['rotation.outbox.data', 2],
      ['rotation.event_failure.envelope', 2],
    ]);
    expect(new Set(counts.map((each) => each.keyId))).toEqual(new Set([keyId]));
  });

  it('neither waits for a row that a transaction holds nor overwrites what it then writes', async () => {
    addDataKey(settings);
    await other.query('BEGIN');
    await other.query('UPDATE person SET name_sealed = $1 WHERE number = 7', [vault.seal('name', '改名')]);
    const turning = turn();
    await new Promise((resolve) => setTimeout(resolve, 700));
    const { rows } = await client.query<{ name: string }>('SELECT name_sealed AS name FROM person WHERE number = 8');
    expect(openVault(settings).isCurrent(rows[0]?.name ?? '')).toBe(true);
    await other.query('COMMIT');
    const { next, left } = await turning;
    const { rows: held } = await client.query<{ name: string }>(
      'SELECT name_sealed AS name FROM person WHERE number = 7',
    );
    expect([left, next.open('name', held[0]?.name ?? '')]).toEqual([0, '改名']);
  });

  it('is interrupted between two batches and goes on where it stood', async () => {
    addDataKey(settings);
    const interruption = new AbortController();
    const next = openVault(settings);
    const first = await rotate({
      sql: client,
      vault: next,
      tables,
      signal: interruption.signal,
      onProgress: ({ done }) => void (done > 0 && interruption.abort()),
    });
    expect(first.interrupted).toBe(true);
    expect(first.rows).toBeLessThan(ROWS);
    const { report, left } = await turn();
    expect([first.rows + report.rows, left]).toEqual([ROWS + 3, 0]);
  });

  it('leaves what does not open as it is, tells how much that is, and comes to an end', async () => {
    const strange = 'v1.deadbeef.AAAA';
    await client.query(`UPDATE person SET name_sealed = $1 WHERE number IN (3, 4)`, [strange]);
    addDataKey(settings);
    const { report } = await turn();
    expect(report.unreadable).toEqual([{ table: 'rotation.person', rows: 2 }]);
    const { rows } = await client.query('SELECT number FROM person WHERE name_sealed = $1', [strange]);
    expect(rows).toHaveLength(2);
  });

  it('refuses a registry that does not fit the tables', async () => {
    const wrong = { table: 'person', key: ['number'], column: 'name_sealed', purpose: 'name' } as const;
    await expect(sealedTables(client, SCHEMA, [wrong])).rejects.toThrow(
      /does not fit the primary key of rotation.person/,
    );
  });
});
