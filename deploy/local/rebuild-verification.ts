import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { bundledDatabaseUrl } from './postgres.ts';
import { entryPoint, readPorts, ROOT, underscored } from './settings.ts';

const SERVICE = 'public-verification';
const USAGE = `
用法 usage:  npm run rebuild-verification [-- --abandon]

  系统运行中，从各服务发件箱重新生成查询数据，完成后一次切换；可随时中断，再次运行即继续。
  Makes the data of public verification anew from the outboxes while the old data serves, and exchanges the two at
  once. It may be stopped or killed at any time; the next run goes on.

  --abandon   放弃未完成的重建 throws away what a stopped run has made
`;

const flags = process.argv.slice(2);
if (flags.some((flag) => flag !== '--abandon')) {
  console.log(USAGE);
  process.exitCode = flags.includes('--help') ? 0 : 2;
} else {
  const dataDir = resolve(ROOT, process.env.JZ_DATA_DIR || '.data');
  const child = spawn(process.execPath, ['--enable-source-maps', entryPoint(ROOT, SERVICE, 'rebuild')], {
    stdio: 'inherit',
    env: {
      ...process.env,
      DATABASE_ADMIN_URL: process.env.DATABASE_URL || bundledDatabaseUrl(dataDir, readPorts(process.env).postgres),
      DB_SCHEMA: underscored(SERVICE),
      ...(flags.length > 0 ? { REBUILD_ABANDON: 'yes' } : {}),
    },
  });
  // The keyboard's interrupt reaches the child as well, which ends at a commit.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void child.kill('SIGTERM'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
