import { generateKeyPairSync, hash, sign } from 'node:crypto';
import type { Client } from 'pg';

const ROWS = 500;
const SIGNED_BYTES = 200;

/** Tables in which an issue leaves a row a certificate; their generated and defaulted columns are read back with the rest. */
const TABLES = [
  [
    'certificate_issuance',
    'result_row',
    'roll_id IN (SELECT id FROM certificate_issuance.result_roll WHERE id = ANY ($1))',
  ],
  ['certificate_issuance', 'certificate', 'roll_id = ANY ($1)'],
  [
    'certificate_issuance',
    'holding',
    'certificate_id IN (SELECT id FROM certificate_issuance.certificate WHERE roll_id = ANY ($1))',
  ],
  [
    'public_verification',
    'certificate',
    'certificate_id IN (SELECT id FROM certificate_issuance.certificate WHERE roll_id = ANY ($1))',
  ],
] as const;

interface BareTable {
  insert: string;
  columns: unknown[][];
}

/**
 * Certificates a second when nothing is done but the rows, the signatures and the leaf hashes: the same rows that the
 * rolls left, into copies of their tables with the same indexes and the same rows before, by `unnest` in transactions of
 * 500, while node:crypto makes one ES256 signature and one leaf hash for each.
 */
export async function bareLimit(client: Client, rollIds: readonly string[]): Promise<number> {
  const tables: BareTable[] = [];
  let count = 0;
  for (const [schema, table, where] of TABLES) {
    const { columns, types, rows } = await rowsOf(client, schema, table, where, rollIds);
    await copyTable(client, schema, table, where, rollIds);
    count = Math.max(count, rows.length);
    tables.push({
      insert: `INSERT INTO bare_${schema}.${table} (${columns.join(', ')}) SELECT * FROM unnest(${types
        .map((type, index) => `$${index + 1}::${type}[]`)
        .join(', ')})`,
      columns: columns.map((_, at) => rows.map((row) => row[at])),
    });
  }
  await client.query('CHECKPOINT');
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const began = performance.now();
  let writing: Promise<void> = Promise.resolve();
  for (let start = 0; start < count; start += ROWS) {
    for (let at = start; at < Math.min(start + ROWS, count); at += 1) {
      const bytes = Buffer.alloc(SIGNED_BYTES, at);
      sign('sha256', bytes, privateKey);
      hash('sha256', bytes, 'buffer');
    }
    await writing;
    writing = write(client, tables, start);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await writing;
  const seconds = (performance.now() - began) / 1000;
  for (const schema of new Set(TABLES.map(([each]) => each))) await client.query(`DROP SCHEMA bare_${schema} CASCADE`);
  return count / seconds;
}

async function write(client: Client, tables: readonly BareTable[], start: number): Promise<void> {
  await client.query('BEGIN');
  for (const { insert, columns } of tables) {
    await client.query(
      insert,
      columns.map((column) => column.slice(start, start + ROWS)),
    );
  }
  await client.query('COMMIT');
}

async function rowsOf(client: Client, schema: string, table: string, where: string, rollIds: readonly string[]) {
  const found = await client.query<{ name: string; type: string }>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type FROM pg_attribute a
     WHERE a.attrelid = '${schema}.${table}'::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`,
  );
  const columns = found.rows.map((row) => row.name);
  const types = found.rows.map((row) => row.type);
  const { rows } = await client.query<unknown[]>({
    text: `SELECT ${columns.map((column) => `${column}::text`).join(', ')} FROM ${schema}.${table} WHERE ${where}`,
    values: [rollIds],
    rowMode: 'array',
  });
  return { columns, types, rows };
}

async function copyTable(client: Client, schema: string, table: string, where: string, rollIds: readonly string[]) {
  await client.query(`CREATE SCHEMA IF NOT EXISTS bare_${schema}`);
  await client.query(`CREATE TABLE bare_${schema}.${table} (LIKE ${schema}.${table} INCLUDING ALL)`);
  await client.query(`INSERT INTO bare_${schema}.${table} SELECT * FROM ${schema}.${table} WHERE NOT (${where})`, [
    rollIds,
  ]);
}
