import { fork, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync, hash, randomUUID, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { jetstream, jetstreamManager, type JetStreamClient } from '@nats-io/jetstream';
import { Client } from 'pg';
import { openBare } from './bare-jetstream.ts';

export const SCHEMA = 'bare_path';
const SUBJECT = 'bare-path.issued';
const STREAM = 'BARE_PATH';
const ROWS = 500;
const PAPER_BYTES = 250;
const POLL_MS = 5;

const TABLES = `
  DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE;
  CREATE SCHEMA ${SCHEMA};
  CREATE TABLE ${SCHEMA}.certificate (id uuid PRIMARY KEY, number text NOT NULL UNIQUE, holder text NOT NULL, paper text NOT NULL);
  CREATE TABLE ${SCHEMA}.leaf (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, hashes bytea NOT NULL);
  CREATE TABLE ${SCHEMA}.outbox (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id uuid NOT NULL, data jsonb NOT NULL,
    published_at timestamptz);
  CREATE INDEX ON ${SCHEMA}.outbox (position) WHERE published_at IS NULL;
  CREATE TABLE ${SCHEMA}.inbox (event_id uuid PRIMARY KEY);
  CREATE TABLE ${SCHEMA}.found (id uuid PRIMARY KEY, number text NOT NULL UNIQUE, holder text NOT NULL)`;

export interface BareCertificate {
  id: string;
  number: string;
  holder: string;
}

/**
 * Certificates a second of the whole path with nothing on it but its stations: signed and hashed, kept with a leaf and an
 * outbox row in one transaction of 500, relayed to JetStream, and kept by a reader in a process of its own with its inbox.
 * No audit, no personal data, no encodings, one slim table on each side. It is built after the description of a prototype
 * that made 8,500 to 9,900 elsewhere, whose code is not at hand: it tells two hours of a machine apart, and two machines
 * only roughly.
 */
export async function barePath(databaseUrl: string, natsUrl: string, count: number): Promise<number> {
  const [writer, relay] = [
    new Client({ connectionString: databaseUrl }),
    new Client({ connectionString: databaseUrl }),
  ];
  const connection = await openBare(natsUrl);
  const manager = await jetstreamManager(connection);
  let reader: ChildProcess | undefined;
  try {
    await Promise.all([writer.connect(), relay.connect()]);
    await writer.query(TABLES);
    await manager.streams.add({ name: STREAM, subjects: [SUBJECT] });
    reader = fork(new URL('issue-prototype-reader.ts', import.meta.url), [databaseUrl, natsUrl, STREAM, String(count)]);
    const failed = endOf(reader);
    await Promise.race([once(reader, 'message'), failed]);
    const done = once(reader, 'message');
    const began = performance.now();
    const path = [issueAll(writer, count), relayAll(relay, jetstream(connection), count / ROWS), done];
    await Promise.race([Promise.all(path), failed]);
    return count / ((performance.now() - began) / 1000);
  } finally {
    reader?.kill();
    await manager.streams.delete(STREAM).catch(() => undefined);
    await writer.query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
    await Promise.all([connection.close(), writer.end(), relay.end()]);
  }
}

/** Rejects when the reader ends; nobody listens any more when that is on purpose. */
function endOf(reader: ChildProcess): Promise<never> {
  const ended = new Promise<never>((_, reject) => {
    reader.once('exit', (code) => reject(new Error(`the bare reader ended with ${code}`)));
  });
  ended.catch(() => undefined);
  return ended;
}

async function issueAll(client: Client, count: number): Promise<void> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let keeping: Promise<void> = Promise.resolve();
  for (let start = 0; start < count; start += ROWS) {
    const made = Array.from({ length: ROWS }, (_, offset) => make(start + offset, privateKey));
    await keeping;
    keeping = keep(client, made);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await keeping;
}

function make(at: number, key: KeyObject) {
  const payload = Buffer.alloc(PAPER_BYTES, at);
  const paper = Buffer.concat([payload, sign('sha256', payload, key)]).toString('base64url');
  const certificate: BareCertificate = {
    id: randomUUID(),
    number: String(at).padStart(22, '0'),
    holder: `holder ${at}`,
  };
  return { certificate, paper, leaf: hash('sha256', payload, 'buffer') };
}

async function keep(client: Client, made: readonly ReturnType<typeof make>[]): Promise<void> {
  const certificates = made.map(({ certificate }) => certificate);
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO ${SCHEMA}.certificate SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[])`,
    [
      certificates.map(({ id }) => id),
      certificates.map(({ number }) => number),
      certificates.map(({ holder }) => holder),
      made.map(({ paper }) => paper),
    ],
  );
  await client.query(`INSERT INTO ${SCHEMA}.leaf (hashes) VALUES ($1)`, [Buffer.concat(made.map(({ leaf }) => leaf))]);
  await client.query(`INSERT INTO ${SCHEMA}.outbox (event_id, data) VALUES ($1, $2)`, [
    randomUUID(),
    JSON.stringify({ certificates }),
  ]);
  await client.query('COMMIT');
}

async function relayAll(client: Client, broker: JetStreamClient, events: number): Promise<void> {
  for (let told = 0; told < events;) {
    const { rows } = await client.query<{ position: string; event_id: string; data: string }>(
      `SELECT position, event_id, data::text AS data FROM ${SCHEMA}.outbox WHERE published_at IS NULL ORDER BY position`,
    );
    await Promise.all(rows.map(({ event_id: msgID, data }) => broker.publish(SUBJECT, data, { msgID })));
    await client.query(`UPDATE ${SCHEMA}.outbox SET published_at = now() WHERE position = ANY ($1::bigint[])`, [
      rows.map(({ position }) => position),
    ]);
    told += rows.length;
    if (rows.length === 0) await sleep(POLL_MS);
  }
}
