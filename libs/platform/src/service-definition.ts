import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { MigrationInterface } from 'typeorm';
import { DataConfig, PlatformConfig } from './config.js';
import type { PersonRecords } from './person-records/person-place.js';
import type { SealedColumn } from './personal-data/sealed-columns.js';
import type { ExportKind } from './export/export-kind.js';
import type { ProblemCatalogue } from './problems.js';

/** All that `bootstrap` needs to know of one process. */
export interface ServiceDefinition {
  /** `agency-filing`: also the first token of its subjects, its stream and its durable consumer. */
  name: string;
  title: { zh: string; en: string };
  module: Type;
  config: new () => PlatformConfig;
  problems: ProblemCatalogue;
  /** Absent for a process without data of its own. */
  data?: {
    entities: Type[];
    migrations: Type<MigrationInterface>[];
    /** Columns of its own tables that a rotation of keys has to seal anew. */
    personalData: readonly SealedColumn[];
    /** What it answers for about persons; absent when it keeps nothing about any. */
    persons?: PersonRecords;
  };
  /** What may leave the service as a file; its configuration is then an `ExportConfig`. */
  exports?: readonly ExportKind[];
  /** Mounts what does not fit a controller: a proxy, an OpenID provider. */
  extend?: (app: NestFastifyApplication) => Promise<void>;
}

/** Injection token of its validated configuration. */
export const CONFIG = Symbol('CONFIG');
/** Injection token of the business clock. */
export const CLOCK = Symbol('CLOCK');

/** A service with its own schema, outbox and inbox. */
export function defineService(
  definition: Omit<ServiceDefinition, 'config'> & { config?: new () => PlatformConfig },
): ServiceDefinition {
  return { config: definition.data ? DataConfig : PlatformConfig, ...definition };
}
