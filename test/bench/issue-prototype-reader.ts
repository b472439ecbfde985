import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { Client } from 'pg';
import { openBare } from './bare-jetstream.ts';
import { SCHEMA, type BareCertificate } from './issue-prototype.ts';

const [databaseUrl = '', natsUrl = '', stream = '', count = '0'] = process.argv.slice(2);
const client = new Client({ connectionString: databaseUrl });
await client.connect();
const connection = await openBare(natsUrl);
const manager = await jetstreamManager(connection);
await manager.consumers.add(stream, { durable_name: 'reader', ack_policy: AckPolicy.Explicit });
const messages = await (await jetstream(connection).consumers.get(stream, 'reader')).consume({ max_messages: 16 });
process.send?.('ready');
let left = Number(count);
for await (const message of messages) {
  const { certificates } = message.json<{ certificates: BareCertificate[] }>();
  await client.query('BEGIN');
  await client.query(`INSERT INTO ${SCHEMA}.inbox VALUES ($1)`, [message.headers?.get('Nats-Msg-Id')]);
  await client.query(`INSERT INTO ${SCHEMA}.found SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])`, [
    certificates.map(({ id }) => id),
    certificates.map(({ number }) => number),
    certificates.map(({ holder }) => holder),
  ]);
  await client.query('COMMIT');
  message.ack();
  left -= certificates.length;
  if (left === 0) break;
}
process.send?.('done');
