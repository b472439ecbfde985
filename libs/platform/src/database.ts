import { Messaging1760000000000, OutboxStorage1764000000000 } from '@app/messaging';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ExportRequestEntity } from './export/export.entity.js';
import { Platform1760000000001 } from './migrations/1760000000001-platform.js';
import { Walls1761000000000 } from './migrations/1761000000000-walls.js';
import { Exports1762000000000 } from './migrations/1762000000000-exports.js';
import { QuietAudit1768000000000 } from './migrations/1768000000000-quiet-audit.js';
import type { ServiceDefinition } from './service-definition.js';

/** Measured best on two cores; pools of 4 and 20 are slower. */
const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 10_000;

/** PostgreSQL of a service: its own schema is the whole of its search path. */
export function dataSourceOptions(
  definition: ServiceDefinition,
  url: string,
  schema: string,
  role: 'service' | 'migration',
): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: definition.name,
    entities: [ExportRequestEntity, ...(definition.data?.entities ?? [])],
    migrations: [
      Messaging1760000000000,
      Platform1760000000001,
      Walls1761000000000,
      Exports1762000000000,
      OutboxStorage1764000000000,
      QuietAudit1768000000000,
      ...(definition.data?.migrations ?? []),
    ],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    logging: false,
    ...(role === 'migration' ? { schema } : {}),
    extra: {
      max: role === 'service' ? POOL_SIZE : 1,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      options: `-c search_path=${schema}`,
    },
  };
}

/** `agency-filing` -> `agency_filing` */
export function schemaOf(service: string): string {
  return service.replaceAll('-', '_');
}

/**
 * Brings the service's schema up to date; run as a deploy step by a role that owns the schema.
 * @returns names of the migrations that were applied
 */
export async function migrate(definition: ServiceDefinition, adminUrl: string, schema?: string): Promise<string[]> {
  const target = schema ?? schemaOf(definition.name);
  const dataSource = new DataSource(dataSourceOptions(definition, adminUrl, target, 'migration'));
  await dataSource.initialize();
  try {
    return (await dataSource.runMigrations()).map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}
