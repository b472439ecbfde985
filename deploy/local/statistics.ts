import { parseArgs } from 'node:util';
import type { CountDifference } from '../../libs/credential/src/index.ts';
import { openLogSource } from './audit-log-source.ts';
import { loadCredential } from './built.ts';
import { errorText, StartError } from './errors.ts';
import { ROOT } from './settings.ts';
import { DAY_RULES, recompute, type StatisticsReport } from './statistics-check.ts';
import { readStatistics } from './statistics-source.ts';
import { registryReader } from './verify-source.ts';

const USAGE = `
用法 usage:  npm run statistics -- recompute <网址 url> [--key <vkey>] [--json]

  只凭公开的日志重新计算每一日的统计（机构 × 职业 × 等级），与登记系统公布的逐一比较。
  Counts the published statistics of every closed day anew from the public log alone, and compares each number.

  --key    日志公钥；省略时采用日志自报的 the key of the log; by default what the log says
  --json   输出一行 JSON one line of JSON

  退出码 exit code: 0 全部相符 all agree，1 有出入 differences，2 无法核对 could not check，130 已中断 interrupted
`;
const COULD_NOT_CHECK = 2;
const INTERRUPTED_EXIT_CODE = 130;

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
    return await check(asked, interruption.signal);
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
    const options = { key: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [what, url = ''] = positionals;
    if (values.help) return { values, url };
    if (what !== 'recompute' || positionals.length !== 2) return '';
    return /^https?:\/\//.test(url) && URL.canParse(url) ? { values, url: url.replace(/\/+$/, '') } : `<url>: ${url}`;
  } catch (error) {
    return errorText(error);
  }
}

type Asked = Exclude<ReturnType<typeof readFlags>, string>;

async function check({ values, url }: Asked, signal: AbortSignal): Promise<number> {
  const lib = await loadCredential(ROOT);
  const source = openLogSource(`${url}/log`, signal);
  const key = values.key ?? (await source.ownKey());
  if (key === undefined) throw new StartError('请用 --key 给出日志的公钥。', 'Give the key of the log with --key.');
  // The numbers first: the log only grows, so it has the leaves of every day that is told here.
  const { days, counts } = await readStatistics(registryReader(url, signal));
  const report = await recompute({ lib, source, key, days, counts });
  if (values.json) console.log(JSON.stringify(report));
  else for (const line of describe(report)) console.log(line);
  return report.faults.length + report.differences.length === 0 ? 0 : 1;
}

const shown = (count: number | null): string => (count === null ? '–' : String(count));

function differenceLine({ day, kind, site, code, edition, level, stated, recounted }: CountDifference): string {
  const place = [kind, site || '-', code || '-', edition || '-', level].join(' ');
  return `  ✗ ${day} ${place}: 公布 published ${shown(stated)}，日志 log ${shown(recounted)}`;
}

function describe({ days, numbers, leaves, faults, differences }: StatisticsReport): string[] {
  const head = `已结算 ${days} 日，公布数字 ${numbers} 个，读取日志条目 ${leaves} 条 closed days, published numbers, leaves read`;
  const wrong = faults.map(({ day, rule }) => `  ✗ ${day} ${rule}: ${DAY_RULES[rule].zh} ${DAY_RULES[rule].en}`);
  const isRight = faults.length + differences.length === 0;
  return [head, ...wrong, ...differences.map(differenceLine), ...(isRight ? ['  ✓ 全部相符 all agree'] : [])];
}
