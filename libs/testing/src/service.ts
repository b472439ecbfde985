import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureStream, toHeaders, wireSubject, type EventEnvelope, type NewEvent } from '@app/messaging';
import { newId } from '@app/kernel';
import { aggregateOf, publisherOf } from '@app/contracts';
import {
  BrokerLink,
  dataSourceOptions,
  migrate,
  schemaOf,
  startService,
  type Principal,
  type ServiceDefinition,
} from '@app/platform';
import { DataSource } from 'typeorm';
import { createTestDatabase, testNatsUrl } from './database.js';
import { startTestIssuer, type TestIssuer } from './issuer.js';
import { makeTestKeys } from './keys.js';

const WAIT_MS = 15_000;
const POLL_MS = 25;

export interface TestAnswer {
  status: number;
  headers: Headers;
  // The shape differs by endpoint; specs assert it.
  // eslint-disable-next-line typescript/no-explicit-any
  body: any;
}

/** One service as it runs in production, on a database, broker namespace and issuer of its own. */
export interface TestService {
  url: string;
  /** An administrator's: a spec sees and changes what it likes. */
  dataSource: DataSource;
  issuer: TestIssuer;
  /** One request with a fresh `Idempotency-Key`; `as` signs it. */
  request(method: string, path: string, options?: RequestOptions): Promise<TestAnswer>;
  /** Delivers an event as its publisher would; the version counts up per aggregate. */
  deliver(event: NewEvent): Promise<void>;
  /** Events this service has told so far, oldest first. */
  told(subject: string): Promise<{ aggregateId: string; data: Record<string, unknown> }[]>;
  /** Moves the business clock. */
  setNow(instant: string): void;
  get<T>(token: unknown): T;
  stop(): Promise<void>;
}

export interface RequestOptions {
  as?: Partial<Principal>;
  token?: string;
  json?: unknown;
  file?: { name: string; bytes: Uint8Array };
  /** Texts of the form beside the file. */
  fields?: Readonly<Record<string, string>>;
  key?: string;
}

/** Repeats `probe` until it gives something truthy. */
export async function eventually<T>(probe: () => Promise<T>, what: string): Promise<T> {
  const deadline = Date.now() + WAIT_MS;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`waited ${WAIT_MS} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function environmentOf(databaseUrl: string, issuer: TestIssuer, folder: string): NodeJS.ProcessEnv {
  return {
    JZ_MODE: 'demo',
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    PUBLIC_URL: 'http://localhost:8080',
    OIDC_ISSUER: issuer.url,
    DATABASE_URL: databaseUrl,
    NATS_URL: testNatsUrl(),
    NATS_NAMESPACE: `test-${randomBytes(4).toString('hex')}`,
    ...makeTestKeys(folder),
    DEMO_CLOCK_FILE: path.join(folder, 'clock'),
    LOG_DIR: path.join(folder, 'log'),
    // Every request of a spec comes from one address.
    ASK_FREE_PER_ADDRESS: '100000',
    ASK_FREE_PER_SUBJECT: '100000',
    ASK_CEILING_PER_ADDRESS: '1000000',
  };
}

/**
 * @param walls `both` as in production; `application` runs as an administrator whom row-level security does not stop,
 *   so that what refuses is the application alone
 * @param settings environment variables of the service, for a spec about one of them
 */
export async function startTestService(
  definition: ServiceDefinition,
  walls: 'both' | 'application' = 'both',
  settings: NodeJS.ProcessEnv = {},
): Promise<TestService> {
  const folder = mkdtempSync(path.join(tmpdir(), 'jz-test-'));
  const schema = schemaOf(definition.name);
  const database = await createTestDatabase(schema);
  const issuer = await startTestIssuer();
  await migrate(definition, database.url, schema);
  const url = walls === 'both' ? database.serviceUrl : database.url;
  const running = await startService(definition, { ...environmentOf(url, issuer, folder), ...settings });
  const dataSource = await new DataSource(dataSourceOptions(definition, database.url, schema, 'service')).initialize();
  const broker = await running.app.get(BrokerLink).broker();
  const versions = new Map<string, number>();

  return {
    url: running.url,
    dataSource,
    issuer,
    request: (method, route, options = {}) => send(running.url, issuer, method, route, options),
    deliver: async (event) => {
      const envelope = envelopeOf(event, versions);
      await ensureStream(broker, envelope.publisher);
      await broker.client.publish(wireSubject(broker, event.subject), JSON.stringify(event.data), {
        headers: toHeaders(envelope),
      });
      await eventually(
        async () => (await dataSource.query('SELECT 1 FROM inbox WHERE event_id = $1', [envelope.eventId])).length > 0,
        event.subject,
      );
    },
    told: async (subject) =>
      dataSource.query('SELECT aggregate_id AS "aggregateId", data FROM outbox WHERE subject = $1 ORDER BY position', [
        subject,
      ]),
    setNow: (instant) => writeFileSync(path.join(folder, 'clock'), String(Date.parse(instant) - Date.now())),
    get: <T>(token: unknown) => running.app.get<T>(token as never),
    stop: async () => {
      for await (const stream of broker.manager.streams.list()) {
        if (stream.config.name.startsWith(broker.namespace.toUpperCase().replaceAll('-', '_')))
          await broker.manager.streams.delete(stream.config.name);
      }
      await running.stop();
      await dataSource.destroy();
      await issuer.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function envelopeOf(event: NewEvent, versions: Map<string, number>): EventEnvelope {
  const aggregateType = aggregateOf(event.subject);
  const key = `${event.subject.split('.').slice(0, 2).join('.')}/${event.aggregateId}`;
  const aggregateVersion = (versions.get(key) ?? 0) + 1;
  versions.set(key, aggregateVersion);
  return {
    eventId: newId(),
    subject: event.subject,
    publisher: publisherOf(event.subject),
    aggregateType,
    aggregateId: event.aggregateId,
    aggregateVersion,
    occurredAt: new Date().toISOString(),
    trace: {},
    data: event.data,
  };
}

async function send(
  base: string,
  issuer: TestIssuer,
  method: string,
  route: string,
  options: RequestOptions,
): Promise<TestAnswer> {
  const token = options.token ?? (options.as ? await issuer.tokenFor(options.as) : undefined);
  const headerValues: Record<string, string> = { 'idempotency-key': options.key ?? newId() };
  if (token) headerValues['authorization'] = `Bearer ${token}`;
  let body: FormData | string | undefined;
  if (options.file) {
    const form = new FormData();
    for (const [name, value] of Object.entries(options.fields ?? {})) form.set(name, value);
    form.set('file', new Blob([new Uint8Array(options.file.bytes)]), options.file.name);
    body = form;
  } else if (options.json !== undefined) {
    headerValues['content-type'] = 'application/json';
    body = JSON.stringify(options.json);
  }
  const response = await fetch(`${base}${route}`, {
    method,
    headers: headerValues,
    ...(body === undefined ? {} : { body }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(bytes.toString('utf8')) : bytes,
  };
}
