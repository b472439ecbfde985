import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** A database of its own on the test server, dropped at the end. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run through npm test, which starts the servers`);
  return value;
}

export const testNatsUrl = (): string => required('TEST_NATS_URL');

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
    await client.query(`CREATE DATABASE ${name}`);
  });
  const url = new URL(required('TEST_DATABASE_URL'));
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  for (const schema of schemas) await client.query(`CREATE SCHEMA ${schema}`);
  await client.end();
  return {
    url: url.href,
    drop: () => withAdmin(async (admin) => void (await admin.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  };
}
