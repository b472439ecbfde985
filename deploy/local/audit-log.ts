import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkLog, type LogReport } from './audit-log-check.ts';
import { withRegistryRows } from './audit-log-database.ts';
import { describeReport, reportJson } from './audit-log-report.ts';
import { openLogSource, type LogSource } from './audit-log-source.ts';
import { loadCredential, loadStandards } from './built.ts';
import { errorCode, errorText, StartError } from './errors.ts';
import { readIfPresent, writeFileAtomically } from './files.ts';
import { bundledDatabaseUrl } from './postgres.ts';
import { createProgressBar } from './progress-bar.ts';
import { readPorts, ROOT } from './settings.ts';

const USAGE = `
用法 usage:  npm run audit-log -- <网址或文件夹 url or folder> [--key <vkey>] [--since <文件 file>]
             [--witness <vkey> … --quorum <n>] [--json] [--database [--data-dir <目录 directory>]]

  只凭公开文件核对透明日志：检查点、每块瓦片、每个条目，以及每张证书的来历（备案、计划、座位、名册、签发、状态）。
  Checks the transparency log from its published files alone: checkpoint, every tile, every leaf, and for every
  certificate filing, plan, seat, roll, issue and status.

  --key       日志的公钥；网址可省略，此时采用日志自报的公钥，请记下它 the log's key; from a url it may be left out, and is then what the log says
  --since     上次核对通过的检查点；存在则核对一致性，通过后更新 the checkpoint of the last check: compared with, then replaced
  --witness   见证方的公钥，可多次 a witness's key, may be repeated
  --quorum    至少需要几个见证方联署，默认为全部 how many of them must have cosigned, by default all
  --database  另将数据库中的每张证书与其条目核对（仅限运行方，需要密钥环） the operator's: every row against its leaf, needs the keyring
  --json      输出一行 JSON one line of JSON

  退出码 exit code: 0 无问题 clean，1 发现问题 findings，2 无法核对 could not check，130 已中断 interrupted
`;
const COULD_NOT_CHECK = 2;
const INTERRUPTED_EXIT_CODE = 130;
const QUIET_MS = 1_000;

process.exitCode = await main();

async function main(): Promise<number> {
  const asked = readFlags();
  if (typeof asked === 'string') {
    console.error(`${asked}\n${USAGE}`);
    return COULD_NOT_CHECK;
  }
  if (asked.values.help) {
    console.log(USAGE);
    return 0;
  }
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
  try {
    return await audit(asked, interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) {
      console.error('\n已中断。 interrupted.');
      return INTERRUPTED_EXIT_CODE;
    }
    console.error(
      error instanceof StartError ? error.lines.join('\n') : `无法核对 could not check: ${errorText(error)}`,
    );
    return COULD_NOT_CHECK;
  }
}

function readFlags() {
  try {
    const options = {
      key: { type: 'string', multiple: true },
      since: { type: 'string' },
      witness: { type: 'string', multiple: true },
      quorum: { type: 'string' },
      json: { type: 'boolean' },
      database: { type: 'boolean' },
      'data-dir': { type: 'string' },
      help: { type: 'boolean' },
    } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [place = ''] = positionals;
    if (values.quorum !== undefined && !/^\d+$/.test(values.quorum)) return '--quorum';
    if (!values.help && positionals.length !== 1) return '';
    return { values, place };
  } catch (error) {
    return errorText(error);
  }
}

type Asked = Exclude<ReturnType<typeof readFlags>, string>;

async function audit({ values, place }: Asked, signal: AbortSignal): Promise<number> {
  const lib = await loadCredential(ROOT);
  const { countWorkingDays } = await loadStandards(ROOT);
  const source = openLogSource(place, signal);
  const keys = values.key ?? [await ownKey(source)];
  const witnesses = values.witness ?? [];
  const needed = values.quorum === undefined ? witnesses.length : Number(values.quorum);
  const since = readKept(values.since);
  const bar = createProgressBar(process.stderr.isTTY, (text) => void process.stderr.write(text));
  const began = performance.now();
  const check = (companion?: Parameters<typeof checkLog>[0]['companion']): Promise<LogReport> =>
    checkLog({
      lib,
      countWorkingDays,
      source,
      keys,
      witnesses,
      needed,
      since,
      signal,
      companion,
      onProgress: (done, total) => {
        if (performance.now() - began > QUIET_MS) bar.show(done, total);
      },
    });
  const report = values.database
    ? await withRegistryRows({ lib, ...storeOf(values['data-dir']), env: process.env, signal }, check)
    : await check();
  bar.close();
  const exitCode = Object.keys(report.counts).length === 0 ? 0 : 1;
  if (report.note !== undefined && values.since !== undefined) writeFileAtomically(values.since, report.note);
  if (values.json) console.log(reportJson(report, exitCode));
  else for (const line of describeReport(report, { needed })) console.log(line);
  return exitCode;
}

function storeOf(flag: string | undefined): { dataDir: string; databaseUrl: string } {
  const dataDir = resolve(ROOT, flag ?? (process.env.JZ_DATA_DIR || '.data'));
  return {
    dataDir,
    databaseUrl: process.env.DATABASE_URL || bundledDatabaseUrl(dataDir, readPorts(process.env).postgres),
  };
}

/** Believed on first sight only: whoever checks again should name the key. */
async function ownKey(source: LogSource): Promise<string> {
  const key = await source.ownKey();
  if (key === undefined) throw new StartError('请用 --key 给出日志的公钥。', 'Give the key of the log with --key.');
  console.error(
    `采用日志自报的公钥，请记下并在下次用 --key 给出 the key is what the log says; note it and give it next time:\n  --key ${key}`,
  );
  return key;
}

function readKept(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readIfPresent(file) ?? undefined;
  } catch (error) {
    throw new StartError(`无法读取 ${file}。`, `${file} cannot be read: ${errorCode(error)}`);
  }
}
