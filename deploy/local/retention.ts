import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CountedPlace, RecordsDesk } from '../../libs/platform/src/index.ts';
import { loadStandards } from './built.ts';
import { errorText, StartError } from './errors.ts';
import { createProgressBar } from './progress-bar.ts';
import { describeError } from './progress.ts';
import { withRecordsDesks } from './records-desks.ts';
import { countLine } from './records-text.ts';
import { recordsToday } from './records-today.ts';
import { ROOT } from './settings.ts';

const INTERRUPTED_EXIT_CODE = 130;
const USAGE = `
用法 usage:  npm run retention -- [--yes] [--today <日期 day>] [--data-dir <目录 directory>]

  统计各处个人信息中保存期已满的记录；加 --yes 才删除，可随时按 Ctrl-C，再次运行会从中断处继续。
  Counts the personal records whose period is over; --yes erases them. Ctrl-C at any time; the next run goes on.

  --today   仅用于演示 in a demonstration only
`;

/** What of one service may be erased, and how much of it. */
interface Work {
  desk: RecordsDesk;
  counted: CountedPlace;
}

process.exitCode = await main();

async function main(): Promise<number> {
  const flags = readFlags();
  if (typeof flags === 'string' || flags.help) {
    console.log(typeof flags === 'string' ? `${flags}\n${USAGE}` : USAGE);
    return typeof flags === 'string' ? 2 : 0;
  }
  const dataDir = resolve(ROOT, flags['data-dir'] ?? (process.env.JZ_DATA_DIR || '.data'));
  try {
    const today = recordsToday(dataDir, flags.today);
    return await withRecordsDesks({ dataDir, env: process.env }, (desks) => run(desks, today, flags.yes ?? false));
  } catch (error) {
    const { zh, en } = error as { zh?: string; en?: string };
    console.error(describeError(zh && en ? new StartError(zh, en) : error));
    return 1;
  }
}

function readFlags() {
  try {
    const options = {
      yes: { type: 'boolean' },
      today: { type: 'string' },
      'data-dir': { type: 'string' },
      help: { type: 'boolean' },
    } as const;
    return parseArgs({ options }).values;
  } catch (error) {
    return errorText(error);
  }
}

async function run(desks: readonly RecordsDesk[], today: string, isMeant: boolean): Promise<number> {
  const { retentionRules } = await loadStandards(ROOT);
  const work: Work[] = [];
  for (const desk of desks) {
    for (const counted of await desk.count(today)) {
      if (counted.goes + counted.stays > 0) console.log(countLine(desk.definition.name, counted, retentionRules));
      if (counted.goes > 0 && counted.place.erase) work.push({ desk, counted });
    }
  }
  const total = work.reduce((sum, { counted }) => sum + counted.goes, 0);
  if (isMeant) return eraseAll(work, today, total);
  console.log(`${today}: 可删除 would go ${total} 条 records；加 --yes 才删除 --yes does it`);
  return 0;
}

async function eraseAll(work: readonly Work[], today: string, total: number): Promise<number> {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());
  const bar = createProgressBar(process.stdout.isTTY, (text) => void process.stdout.write(text));
  let done = 0;
  for (const { desk, counted } of work) {
    for (let erased = -1; erased !== 0 && !interruption.signal.aborted;) {
      erased = await desk.eraseSome(counted.place, today);
      done += erased;
      bar.show(done, Math.max(total, done));
    }
  }
  bar.close();
  console.log(`已删除 erased ${done} 条 records`);
  if (!interruption.signal.aborted) return 0;
  console.log('已中断；再次运行会从这里继续。 interrupted: run it again to go on from here');
  return INTERRUPTED_EXIT_CODE;
}
