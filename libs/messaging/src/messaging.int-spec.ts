import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { PaperSealedSchema, subjectOf } from '@app/contracts';
import { newId } from '@app/kernel';
import { createTestDatabase, eventually, testNatsUrl, type TestDatabase } from '@app/testing';
import { DataSource } from 'typeorm';
import {
  appendEvents,
  connectBroker,
  event,
  Inbox,
  inTransaction,
  SERVICE,
  JetStreamStrategy,
  listDeadLetters,
  Messaging1760000000000,
  OutboxRelay,
  streamOf,
  type Broker,
  type EventEnvelope,
} from './index.js';
import { onAppended } from './outbox-bell.js';

const SUBJECT = subjectOf(PaperSealedSchema);
const PUBLISHER = 'question-bank';
const quiet = { info: (): void => undefined, warn: (): void => undefined };

describe('messaging on real PostgreSQL and NATS', () => {
  let database: TestDatabase;
  let publisher: DataSource;
  let reader: DataSource;
  let broker: Broker;
  let relay: OutboxRelay;
  let strategy: JetStreamStrategy;
  let poisoned: Set<string>;

  const open = async (schema: string): Promise<DataSource> => {
    const options = { schema, extra: { max: 10, options: `-c search_path=${schema}` } };
    const dataSource = new DataSource({
      type: 'postgres',
      url: database.url,
      migrations: [Messaging1760000000000],
      ...options,
    });
    await dataSource.initialize();
    await dataSource.runMigrations();
    return dataSource;
  };
  const fact = (id: string, itemCount = 1) => event(PaperSealedSchema, id, { paperId: id, itemCount });
  const append = (...ids: string[]): Promise<void> =>
    inTransaction(publisher, SERVICE, (tx) =>
      appendEvents(
        tx,
        ids.map((id, index) => fact(id, index + 1)),
      ),
    );
  const effects = (id: string): Promise<{ version: number }[]> =>
    reader.query('SELECT version FROM effect WHERE id = $1 ORDER BY position', [id]);
  const startRelay = (): OutboxRelay => {
    const started = new OutboxRelay(publisher, () => Promise.resolve(broker), PUBLISHER, quiet);
    started.start();
    return started;
  };
  const startReader = (): JetStreamStrategy => {
    const inbox = new Inbox(reader);
    const started = new JetStreamStrategy('reader', reader, () => Promise.resolve(broker), {
      handled: () => undefined,
    });
    const handle = async (envelope: EventEnvelope): Promise<void> => {
      await inbox.once(envelope, PaperSealedSchema, async (tx, data) => {
        await tx.query('INSERT INTO effect (id, version) VALUES ($1, $2)', [data.paperId, envelope.aggregateVersion]);
        if (poisoned.has(data.paperId)) throw new Error('poison');
      });
    };
    started.addHandler(SUBJECT, handle, true);
    started.listen(() => undefined);
    return started;
  };

  beforeAll(async () => {
    database = await createTestDatabase('publisher', 'reader');
    publisher = await open('publisher');
    reader = await open('reader');
    await reader.query('CREATE TABLE effect (position bigserial, id text, version int)');
    broker = await connectBroker(testNatsUrl(), 'test', `test-${randomBytes(4).toString('hex')}`);
  });
  beforeEach(() => {
    poisoned = new Set();
    relay = startRelay();
    strategy = startReader();
  });
  afterAll(async () => {
    await strategy.close();
    await relay.stop();
    await broker.manager.streams.delete(streamOf(broker, PUBLISHER));
    await broker.connection.close();
    await Promise.all([publisher.destroy(), reader.destroy()]);
    await database.drop();
  });
  const settle = async (): Promise<void> => {
    await strategy.close();
    await relay.stop();
  };

  it('events-of-one-aggregate-take-effect-in-order-and-once', async () => {
    const id = newId();
    await append(id, id, id);
    await append(id);
    await eventually(async () => (await effects(id)).length === 4, 'four effects');
    expect((await effects(id)).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
    await settle();
  });

  it('a-rolled-back-transaction-tells-nothing-and-leaves-no-hole', async () => {
    const id = newId();
    const rolledBack = inTransaction(publisher, SERVICE, async (tx) => {
      await appendEvents(tx, [fact(id)]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    await append(id);
    await eventually(async () => (await effects(id)).length === 1, 'one effect');
    expect(await effects(id)).toEqual([{ version: 1 }]);
    await settle();
  });

  it('the-relay-hears-of-each-commit-with-events-and-of-no-other', async () => {
    await settle();
    let rings = 0;
    onAppended(publisher, () => (rings += 1));
    await append(newId());
    expect(rings).toBe(1);
    await inTransaction(publisher, SERVICE, (tx) => tx.query('SELECT 1'));
    const rolledBack = inTransaction(publisher, SERVICE, async (tx) => {
      await appendEvents(tx, [fact(newId())]);
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    // On the connection that was given back: what it appended is forgotten.
    await inTransaction(publisher, SERVICE, (tx) => tx.query('SELECT 1'));
    expect(rings).toBe(1);
  });

  it('a-slow-transaction-that-commits-late-is-still-published', async () => {
    const slow = newId();
    const quick = newId();
    const runner = publisher.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    await appendEvents(runner.manager, [fact(slow)]);
    await append(quick);
    await eventually(async () => (await effects(quick)).length === 1, 'the quick one');
    await runner.commitTransaction();
    await runner.release();
    await eventually(async () => (await effects(slow)).length === 1, 'the slow one');
    await settle();
  });

  it('a-crash-between-publish-and-mark-doubles-nothing', async () => {
    const id = newId();
    await append(id);
    await eventually(async () => (await effects(id)).length === 1, 'the effect');
    await publisher.query('UPDATE outbox SET published_at = NULL WHERE aggregate_id = $1', [id]);
    await eventually(
      async () => (await publisher.query('SELECT 1 FROM outbox WHERE published_at IS NULL')).length === 0,
      'publishing again',
    );
    const after = newId();
    await append(after);
    await eventually(async () => (await effects(after)).length === 1, 'a later event');
    expect(await effects(id)).toEqual([{ version: 1 }]);
    await settle();
  });

  it('a-stream-that-was-deleted-is-filled-again-from-the-outbox', async () => {
    const id = newId();
    await append(id);
    await eventually(async () => (await effects(id)).length === 1, 'the effect');
    await broker.manager.streams.delete(streamOf(broker, PUBLISHER));
    relay.checkStreamSoon();
    const [rows] = await publisher.query<{ count: number }[]>('SELECT count(*)::int AS count FROM outbox');
    await eventually(async () => {
      const info = await broker.manager.streams.info(streamOf(broker, PUBLISHER)).catch(() => undefined);
      return info?.state.messages === rows?.count;
    }, 'a stream with every event');
    await append(id);
    await eventually(async () => (await effects(id)).length === 2, 'the next effect');
    await settle();
  });

  it('an-event-that-always-fails-becomes-a-dead-letter-holds-back-its-aggregate-only-and-can-be-replayed', async () => {
    const bad = newId();
    const good = newId();
    poisoned.add(bad);
    await append(bad);
    // The count of attempts is set high, so that the test need not wait for the back-off.
    await eventually(async () => (await reader.query('SELECT 1 FROM event_failure')).length === 1, 'a first failure');
    await reader.query('UPDATE event_failure SET attempts = 100');
    await append(bad, good);
    await eventually(async () => (await effects(good)).length === 1, 'the other aggregate');
    await eventually(async () => (await listDeadLetters(reader)).length === 2, 'two dead letters');
    const [first, second] = await listDeadLetters(reader);
    expect([first?.aggregateVersion, second?.aggregateVersion]).toEqual([1, 2]);
    expect(first?.reason).not.toContain('poison');
    expect(second?.reason).toBe('behind a dead letter of the same aggregate');
    expect(await effects(bad)).toEqual([]);
    poisoned.clear();
    expect(await strategy.replayDeadLetters()).toEqual({ replayed: 2, failed: 0 });
    expect((await effects(bad)).map(({ version }) => version)).toEqual([1, 2]);
    expect(await listDeadLetters(reader)).toEqual([]);
    await settle();
  });

  it('a-batch-that-was-handled-before-has-no-second-effect', async () => {
    const ids = Array.from({ length: 40 }, () => newId());
    await append(...ids, ...ids);
    const count = async (): Promise<number> =>
      (await reader.query<unknown[]>('SELECT 1 FROM effect WHERE id = ANY ($1)', [ids])).length;
    await eventually(async () => (await count()) === 80, 'every effect');
    await strategy.close();
    await broker.manager.consumers.delete(streamOf(broker, PUBLISHER), 'reader');
    strategy = startReader();
    const last = newId();
    await append(last);
    await eventually(async () => (await effects(last)).length === 1, 'the whole stream read again');
    expect(await count()).toBe(80);
    expect((await effects(ids[7] ?? '')).map(({ version }) => version)).toEqual([1, 2]);
    await settle();
  });

  it('two-relays-of-one-service-publish-each-event-once', async () => {
    const second = startRelay();
    const ids = Array.from({ length: 50 }, () => newId());
    await append(...ids);
    await eventually(async () => (await effects(ids[49] ?? '')).length === 1, 'the last effect');
    expect(relay.publishedTotal + second.publishedTotal).toBe(50);
    await second.stop();
    await settle();
  });

  it('a-reader-stopped-in-the-middle-loses-and-doubles-nothing', async () => {
    const ids = Array.from({ length: 300 }, () => newId());
    await append(...ids);
    await eventually(async () => (await effects(ids[20] ?? '')).length === 1, 'a beginning');
    await strategy.close();
    strategy = startReader();
    const count = async (): Promise<number> => {
      const rows = await reader.query<unknown[]>('SELECT DISTINCT id FROM effect WHERE id = ANY ($1)', [ids]);
      return rows.length;
    };
    await eventually(async () => (await count()) === ids.length, 'every effect');
    const rows = await reader.query<unknown[]>('SELECT id FROM effect WHERE id = ANY ($1)', [ids]);
    expect(rows).toHaveLength(ids.length);
    await settle();
  });
});
