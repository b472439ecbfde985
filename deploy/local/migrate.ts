import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { errorText, StartError } from './errors.ts';
import type { ServiceDatabase } from './prepare.ts';
import { entryPoint } from './settings.ts';

const PARALLEL = 3;
const LIMIT_MS = 300_000;
const OUTPUT_LIMIT_BYTES = 16 * 1024 * 1024;
const TAIL_LINES = 20;

export interface MigrateOptions {
  root: string;
  adminUrl: string;
  /** By service. */
  databases: Record<string, ServiceDatabase>;
  env: NodeJS.ProcessEnv;
  signal?: AbortSignal | undefined;
}

/** Brings the schemas up to date, each as the administrator, who owns them. */
export async function migrate(options: MigrateOptions): Promise<void> {
  const waiting = Object.entries(options.databases);
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await migrateService(options, ...next);
  };
  const results = await Promise.allSettled(Array.from({ length: PARALLEL }, worker));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function migrateService(options: MigrateOptions, service: string, database: ServiceDatabase): Promise<void> {
  const script = entryPoint(options.root, service, 'migrate');
  if (!existsSync(script)) throw new StartError(`缺少构建结果 ${script}。`, `The build result ${script} is missing.`);
  try {
    await promisify(execFile)(process.execPath, ['--enable-source-maps', script], {
      cwd: options.root,
      env: {
        ...options.env,
        DATABASE_ADMIN_URL: options.adminUrl,
        DB_SCHEMA: database.schema,
      },
      timeout: LIMIT_MS,
      maxBuffer: OUTPUT_LIMIT_BYTES,
      signal: options.signal,
    });
  } catch (error) {
    const tail = outputOf(error).trimEnd().split('\n').slice(-TAIL_LINES);
    throw new StartError(`服务 ${service} 的数据库迁移失败。`, `The migrations of ${service} failed.`, tail);
  }
}

function outputOf(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  return `${stdout}${stderr}` || errorText(error);
}
