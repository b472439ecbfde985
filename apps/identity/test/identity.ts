import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate, startService, type RunningService } from '@app/platform';
import { createTestDatabase, makeTestKeys, testNatsUrl, type TestDatabase } from '@app/testing';
import type { Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { service } from '../src/service-definition.js';

/** Where the public would find the provider; the specs go to the service's own port instead, as the gateway does. */
export const ISSUER = 'http://localhost:8080/oidc';
export const DEMO_PASSWORD = 'jiangzheng-demo-2026';

/** An installation: one database and its keys, on which any number of processes can be started. */
export interface Installation {
  start(environment?: NodeJS.ProcessEnv): Promise<IdentityProcess>;
  drop(): Promise<void>;
}

export interface IdentityProcess {
  url: string;
  dataSource: DataSource;
  get<T>(token: Type<T>): T;
  stop(): Promise<void>;
}

export async function createInstallation(): Promise<Installation> {
  const database: TestDatabase = await createTestDatabase('identity');
  await migrate(service, database.url, 'identity');
  const folder = mkdtempSync(path.join(tmpdir(), 'jz-identity-'));
  const shared: NodeJS.ProcessEnv = {
    JZ_MODE: 'demo',
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    PUBLIC_URL: 'http://localhost:8080',
    OIDC_ISSUER: ISSUER,
    DATABASE_URL: database.url,
    NATS_URL: testNatsUrl(),
    NATS_NAMESPACE: `test-${randomBytes(4).toString('hex')}`,
    ...makeTestKeys(folder),
  };
  const running = new Set<RunningService>();
  return {
    start: async (environment = {}) => {
      const process = await startService(service, { ...shared, ...environment });
      running.add(process);
      return {
        url: process.url,
        dataSource: process.app.get(DataSource),
        get: <T>(token: Type<T>) => process.app.get<T>(token, { strict: false }),
        stop: async () => {
          running.delete(process);
          await process.stop();
        },
      };
    },
    drop: async () => {
      for (const process of running) await process.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
