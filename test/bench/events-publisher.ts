import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { loadContracts, loadMessaging } from './built.ts';

const POOL = 10;
export const FACT_SUBJECT = 'question-bank.paper.sealed.v1';
const PUBLISHER = 'question-bank';

export interface Publisher {
  /** One transaction with this many events, each of an aggregate of its own. */
  append(count: number): Promise<void>;
  stop(): Promise<void>;
}

/** A service's data source on a schema of its own, with the messaging tables. */
export async function openSchema(databaseUrl: string, schema: string): Promise<DataSource> {
  const { Messaging1760000000000 } = await loadMessaging();
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    migrations: [Messaging1760000000000],
    schema,
    extra: { max: POOL, options: `-c search_path=${schema}` },
  });
  await dataSource.initialize();
  await dataSource.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await dataSource.runMigrations();
  return dataSource;
}

export async function createPublisher(databaseUrl: string, natsUrl: string, run: number): Promise<Publisher> {
  const { appendEvents, connectBroker, event, inTransaction, OutboxRelay, SERVICE } = await loadMessaging();
  const { PaperSealedSchema } = await loadContracts();
  const dataSource = await openSchema(databaseUrl, `publisher_${run}`);
  const broker = await connectBroker(natsUrl, 'bench-publisher', `bench-${run}`);
  const relay = new OutboxRelay(dataSource, () => Promise.resolve(broker), PUBLISHER, {
    info: () => undefined,
    warn: (text) => void process.stderr.write(`${text}\n`),
  });
  relay.start();
  const fact = (id: string) =>
    event(PaperSealedSchema, id, {
      paperId: id,
      planId: id,
      subject: {
        occupationCode: '6-18-02-04',
        occupationEdition: '2015',
        occupationName: '焊工',
        specialty: '电焊工',
        levelDigit: '3',
      },
      itemCount: 70,
      totalPoints: 100,
      contentSha256: '0'.repeat(64),
      sealedAt: '2026-11-23T01:00:00Z',
    });
  return {
    append: (count) =>
      inTransaction(dataSource, SERVICE, (tx) =>
        appendEvents(
          tx,
          Array.from({ length: count }, () => fact(randomUUID())),
        ),
      ),
    stop: async () => {
      await relay.stop();
      await broker.connection.drain();
      await dataSource.destroy();
    },
  };
}
