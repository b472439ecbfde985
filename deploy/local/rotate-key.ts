import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SuiteName } from '../../libs/platform/src/index.ts';
import { errorText, StartError } from './errors.ts';
import { requireQuietBroker } from './broker-backlog.ts';
import { countKeys, destroyKey, rotateKeys, withKeyDesk, type KeyDesk } from './key-rotation.ts';
import { bundledBrokerUrl } from './nats.ts';
import { bundledDatabaseUrl } from './postgres.ts';
import { createProgressBar } from './progress-bar.ts';
import { describeError } from './progress.ts';
import { readPorts, ROOT } from './settings.ts';

const SUITES = ['international', 'national'];
const INTERRUPTED_EXIT_CODE = 130;
const USAGE = `
用法 usage:  npm run rotate-key -- [--suite national|international] [--dry-run] [--data-dir <目录 directory>]
             npm run rotate-key -- --destroy <密钥编号 key id> [--data-dir <目录 directory>]

  启用一把新的数据密钥，并在系统运行中把全部个人信息改用它加密；可随时按 Ctrl-C，再次运行会从中断处继续。
  Puts a new data key into use and seals all personal data with it while the system runs. Ctrl-C at any time; the next
  run goes on where this one stood.

  --suite     新密钥的算法套件，默认同前 the new key's suite, by default as before
  --dry-run   只统计各表各密钥的数量 only counts the values by table and key
  --destroy   销毁一把不再需要的旧密钥 destroys an old key that nothing needs any more
  --data-dir  数据目录，默认 .data（或环境变量 JZ_DATA_DIR） where all data is kept
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const flags = readFlags();
  if (typeof flags === 'string' || flags.help || (flags.suite !== undefined && !SUITES.includes(flags.suite))) {
    console.log(typeof flags === 'string' ? `${flags}\n${USAGE}` : USAGE);
    return typeof flags !== 'string' && flags.help ? 0 : 2;
  }
  const dataDir = resolve(ROOT, flags['data-dir'] ?? (process.env.JZ_DATA_DIR || '.data'));
  const ports = readPorts(process.env);
  const databaseUrl = process.env.DATABASE_URL || bundledDatabaseUrl(dataDir, ports.postgres);
  try {
    return await withKeyDesk({ dataDir, databaseUrl, env: process.env }, async (desk) => {
      if (flags['dry-run']) return await showCounts(desk);
      if (flags.destroy === undefined) return await rotate(desk, flags.suite as SuiteName | undefined);
      await requireQuietBroker(process.env.NATS_URL || bundledBrokerUrl(dataDir, ports.nats));
      await destroyKey(desk, flags.destroy);
      console.log(`密钥已销毁 key destroyed: ${flags.destroy}`);
      return 0;
    });
  } catch (error) {
    const { zh, en } = error as { zh?: string; en?: string };
    console.error(describeError(zh && en ? new StartError(zh, en) : error));
    return 1;
  }
}

function readFlags() {
  try {
    const options = {
      suite: { type: 'string' },
      'dry-run': { type: 'boolean' },
      destroy: { type: 'string' },
      'data-dir': { type: 'string' },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    return errorText(error);
  }
}

async function showCounts(desk: KeyDesk): Promise<number> {
  const counts = await countKeys(desk);
  for (const { table, column, keyId, count } of counts) console.log(`${keyId}  ${table}.${column}  ${count}`);
  const { keys } = desk.parts.loadKeyring(desk.settings).file;
  for (const { id, suite, state } of keys.filter(({ use }) => use === 'data')) {
    const total = counts.filter(({ keyId }) => keyId === id).reduce((sum, { count }) => sum + count, 0);
    console.log(`密钥 key ${id} (${suite}, ${state}): ${total} 个值 values`);
  }
  return 0;
}

async function rotate(desk: KeyDesk, suite: SuiteName | undefined): Promise<number> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
  const bar = createProgressBar(process.stdout.isTTY, (text) => void process.stdout.write(text));
  const say = (line: string): void => console.log(line);
  const report = await rotateKeys(desk, { suite, signal: interruption.signal, bar, say });
  if (report.interrupted) {
    console.log('已中断；再次运行 npm run rotate-key 会从这里继续。 interrupted: run it again to go on from here');
    return INTERRUPTED_EXIT_CODE;
  }
  const rate = Math.round(report.rows / report.seconds);
  console.log(`完成 done: ${report.rows} 行 rows, ${report.seconds.toFixed(1)} s, ${rate} rows/s`);
  for (const { table, rows } of report.unreadable) {
    console.error(`!! ${table}: ${rows} 行无法解开，保持原样 rows do not open and stay as they are`);
  }
  return report.unreadable.length > 0 ? 1 : 0;
}
