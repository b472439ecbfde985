import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { migrate, schemaOf, startService, type RunningService, type ServiceDefinition } from '../src/index.js';
import { createTestDatabase, makeTestKeys, startTestIssuer, testNatsUrl, type TestIssuer } from '@app/testing';

/** Longer than the broker's client waits between two tries to connect. */
const RETRY_MS = 1_500;

/** The way to a server, which can be cut and mended; the server behind it stays as it is. */
export interface Way {
  url: string;
  cut(): Promise<void>;
  /** Gives whether it was cut. */
  mend(): Promise<boolean>;
}

async function wayTo(target: string): Promise<Way> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = (wanted: number): Promise<void> =>
    new Promise((resolve) => {
      server.listen(wanted, '127.0.0.1', resolve);
    });
  await listen(0);
  const own = (server.address() as AddressInfo).port;
  const url = new URL(target);
  url.host = `127.0.0.1:${own}`;
  return {
    url: url.href,
    cut: () =>
      new Promise((resolve) => {
        if (!server.listening) return resolve();
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    mend: async () => {
      if (server.listening) return false;
      await listen(own);
      return true;
    },
  };
}

/** Where a service can be started, stopped and started again, with everything it left. */
export interface Place {
  issuer: TestIssuer;
  database: Way;
  broker: Way;
  start(): Promise<RunningService>;
  close(): Promise<void>;
}

export async function openPlace(definition: ServiceDefinition): Promise<Place> {
  const schema = schemaOf(definition.name);
  const testDatabase = await createTestDatabase(schema);
  await migrate(definition, testDatabase.url, schema);
  const issuer = await startTestIssuer();
  const database = await wayTo(testDatabase.serviceUrl);
  const broker = await wayTo(testNatsUrl());
  const namespace = `test-${randomBytes(4).toString('hex')}`;
  const folder = mkdtempSync(path.join(tmpdir(), 'jz-place-'));
  const environment: NodeJS.ProcessEnv = {
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    PUBLIC_URL: 'http://localhost:8080',
    OIDC_ISSUER: issuer.url,
    DATABASE_URL: database.url,
    NATS_URL: broker.url,
    NATS_NAMESPACE: namespace,
    ...makeTestKeys(folder),
  };
  return {
    issuer,
    database,
    broker,
    start: () => startService(definition, environment),
    close: async () => {
      // A service that never had its broker tries on until it has, and would keep the process alive.
      if (await broker.mend()) await pause(RETRY_MS);
      await broker.cut();
      await database.cut();
      await issuer.stop();
      await testDatabase.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
