import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { findFreePort } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { prepareDatabase, type ServiceDatabase } from './prepare.ts';

const SERVICES = ['agency-filing', 'question-bank'] as const;
const OPTIONS = { prefix: `jz_spec_${process.pid}` };
const SCHEMA_REFUSED = '42501';

async function query(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

describe('a prepared database', () => {
  const database = `spec_${randomUUID().replaceAll('-', '')}`;
  const serverUrl = process.env.TEST_DATABASE_URL ?? '';
  let adminUrl: string;
  let filing: ServiceDatabase;
  let bank: ServiceDatabase;

  beforeAll(async () => {
    await query(serverUrl, `CREATE DATABASE ${database}`);
    const url = new URL(serverUrl);
    url.pathname = `/${database}`;
    adminUrl = url.href;
    const prepared = await prepareDatabase(adminUrl, SERVICES, OPTIONS);
    filing = prepared['agency-filing'];
    bank = prepared['question-bank'];
    await query(adminUrl, 'CREATE TABLE agency_filing.body (id int PRIMARY KEY, name text)');
    await query(adminUrl, 'CREATE TABLE question_bank.item (id bigserial PRIMARY KEY)');
  });

  const passwordsNow = (): Record<string, string> => ({
    'agency-filing': new URL(filing.url).password,
    'question-bank': new URL(bank.url).password,
  });

  afterAll(async () => {
    await query(serverUrl, `DROP DATABASE ${database}`, `DROP ROLE ${filing.role}, ${bank.role}`);
  });

  it('lets-a-service-read-and-write-its-own-tables-by-their-bare-names', async () => {
    const rows = await query(filing.url, `INSERT INTO body VALUES (1, '匠')`, 'SELECT name FROM body');
    expect(rows).toEqual([{ name: '匠' }]);
    await expect(query(bank.url, 'INSERT INTO item DEFAULT VALUES RETURNING id')).resolves.toEqual([{ id: '1' }]);
  });

  it('keeps-a-service-out-of-its-neighbours-schema', async () => {
    await expect(query(bank.url, 'SELECT * FROM agency_filing.body')).rejects.toMatchObject({ code: SCHEMA_REFUSED });
  });

  it.each(['CREATE TABLE mine (id int)', 'CREATE TABLE public.mine (id int)', 'DROP TABLE body'])(
    'refuses-a-service-to-change-the-schema: %s',
    async (statement) => {
      await expect(query(filing.url, statement)).rejects.toMatchObject({ code: SCHEMA_REFUSED });
    },
  );

  it('is-prepared-again-with-new-passwords-and-keeps-its-rows-and-the-rights-migrations-took-away', async () => {
    await query(adminUrl, `REVOKE DELETE ON agency_filing.body FROM ${filing.role}`);
    const again = await prepareDatabase(adminUrl, SERVICES, OPTIONS);
    await expect(query(again['agency-filing'].url, 'SELECT id FROM body')).resolves.toHaveLength(1);
    await expect(query(filing.url, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const remove = query(again['agency-filing'].url, 'DELETE FROM body');
    await expect(remove).rejects.toMatchObject({ code: SCHEMA_REFUSED });
  });

  it('refuses-another-installation-before-anything-is-changed, and takes its own again', async () => {
    await prepareDatabase(adminUrl, SERVICES, { ...OPTIONS, passwords: passwordsNow(), installation: 'mine' });
    const foreign = prepareDatabase(adminUrl, SERVICES, { ...OPTIONS, installation: 'another' });
    await expect(foreign).rejects.toThrow(/另一个数据目录/);
    await expect(query(filing.url, 'SELECT 1 AS one')).resolves.toEqual([{ one: 1 }]);
    await prepareDatabase(adminUrl, SERVICES, { ...OPTIONS, passwords: passwordsNow(), installation: 'mine' });
  });

  it('is-prepared-by-two-at-once', async () => {
    const both = [1, 2].map(() => prepareDatabase(adminUrl, SERVICES, OPTIONS));
    await expect(Promise.all(both)).resolves.toHaveLength(both.length);
  });

  it('is-prepared-by-an-administrator-who-is-no-superuser-and-not-by-one-without-the-rights', async () => {
    const admin = `admin_${process.pid}`;
    const url = new URL(adminUrl);
    Object.assign(url, { username: admin, password: 'secret' });
    await query(adminUrl, `CREATE ROLE ${admin} LOGIN CREATEROLE PASSWORD 'secret'`);
    await expect(prepareDatabase(url.href, ['identity'], { prefix: admin })).rejects.toThrow('CREATEROLE');
    await query(adminUrl, `GRANT CREATE ON DATABASE ${database} TO ${admin}`);
    const { identity } = await prepareDatabase(url.href, ['identity'], { prefix: admin });
    await query(url.href, 'CREATE TABLE identity.account (id int)');
    await expect(query(identity.url, 'SELECT * FROM account')).resolves.toEqual([]);
    await query(adminUrl, `DROP SCHEMA identity CASCADE`, `REVOKE ALL ON DATABASE ${database} FROM ${admin}`);
    await query(adminUrl, `DROP ROLE ${identity.role}`, `DROP ROLE ${admin}`);
  });
});

describe('the bundled PostgreSQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiangzheng-spec-'));

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('comes-back-with-its-data-after-kill-9', async () => {
    const options = { dataDir, port: await findFreePort(), log: () => undefined };
    const first = await startPostgres(options);
    await query(first.url, 'CREATE TABLE kept (id int)', 'INSERT INTO kept VALUES (7)');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    const second = await startPostgres(options);
    try {
      await expect(query(second.url, 'SELECT id FROM kept')).resolves.toEqual([{ id: 7 }]);
    } finally {
      await second.stop();
    }
  });
});
