import 'reflect-metadata';
import { schemaOf } from '@app/platform';
import { RebuildService } from './rebuild/rebuild.service.js';
import { service } from './service-definition.js';

/** Run as a step of operation: reads `DATABASE_ADMIN_URL`, `DB_SCHEMA` and `REBUILD_ABANDON`. */
const adminUrl = process.env['DATABASE_ADMIN_URL'];
if (!adminUrl) {
  process.stderr.write('DATABASE_ADMIN_URL is not set 未设置 DATABASE_ADMIN_URL\n');
  process.exit(1);
}
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
const rebuild = new RebuildService({
  definition: service,
  adminUrl,
  schema: process.env['DB_SCHEMA'] || schemaOf(service.name),
  say: (line) => process.stdout.write(`${line}\n`),
  signal: stopping.signal,
});
try {
  if (process.env['REBUILD_ABANDON']) {
    await rebuild.abandon();
    process.stdout.write('已放弃未完成的重建 what was made is thrown away\n');
  } else {
    const { events } = await rebuild.run();
    process.stdout.write(`重建完成，共 ${events} 个事件 rebuilt from ${events} events, and in use\n`);
  }
} catch (error) {
  const stopped = stopping.signal.aborted;
  const text = stopped
    ? '已停止，再次运行即从停止处继续 stopped; the next run goes on from here'
    : `重建失败，原数据继续使用 the rebuild failed, the old data serves on: ${(error as Error).message}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = stopped ? 130 : 1;
}
