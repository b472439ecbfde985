import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of its own on the test server, dropped at the end. */
export interface TestDatabase {
  /** Of an administrator, whom no policy stops. */
  url: string;
  /** Of a role with the rights of a service, and no more. */
  serviceUrl: string;
  drop(): Promise<void>;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run through npm test, which starts the servers`);
  return value;
}

export const testNatsUrl = (): string => required('TEST_NATS_URL');

/** Roles belong to the whole server: every test shares this one. */
const SERVICE_ROLE = 'jz_test_service';
const SERVICE_PASSWORD = 'jz_test_service';
const SERVICE_ROLE_SQL = `
  DO $$ BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('jiangzheng/test-role'));
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${SERVICE_ROLE}') THEN
      CREATE ROLE ${SERVICE_ROLE} LOGIN PASSWORD '${SERVICE_PASSWORD}';
    END IF;
  END $$`;

/** The same rights as deploy/local/prepare.ts gives a service. */
const schemaSql = (schema: string): string => `
  CREATE SCHEMA ${schema};
  GRANT USAGE ON SCHEMA ${schema} TO ${SERVICE_ROLE};
  ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${SERVICE_ROLE};
  ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${SERVICE_ROLE};`;

async function withAdmin(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: required('TEST_DATABASE_URL') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Creates an empty database with the given schemas. */
export async function createTestDatabase(...schemas: string[]): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withAdmin(async (client) => {
    await client.query(SERVICE_ROLE_SQL);
    await client.query(`CREATE DATABASE ${name}`);
  });
  const url = new URL(required('TEST_DATABASE_URL'));
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  for (const schema of schemas) await client.query(schemaSql(schema));
  await client.end();
  const serviceUrl = new URL(url);
  serviceUrl.username = SERVICE_ROLE;
  serviceUrl.password = SERVICE_PASSWORD;
  return {
    url: url.href,
    serviceUrl: serviceUrl.href,
    drop: () => withAdmin(async (admin) => void (await admin.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
