import { join } from 'node:path';
import { StartError } from './errors.ts';
import { readIfPresent } from './files.ts';

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The day in China by which retention is counted. Only a demonstration may be told another one, or follows its shifted
 * clock: elsewhere a typed year would erase what the law wants kept.
 */
export function recordsToday(dataDir: string, asked: string | undefined, now: Date = new Date()): string {
  const isDemo = readIfPresent(join(dataDir, 'mode'))?.trim() === 'demo';
  if (asked === undefined) {
    const shiftMs = isDemo ? Number(readIfPresent(join(dataDir, 'demo-clock.json')) ?? 0) : 0;
    return new Date(now.getTime() + (Number.isFinite(shiftMs) ? shiftMs : 0) + CHINA_OFFSET_MS)
      .toISOString()
      .slice(0, 10);
  }
  if (!isDemo) {
    throw new StartError(
      '--today 只能用于演示数据目录。',
      '--today is for the data directory of a demonstration only.',
    );
  }
  if (DAY_FORM.test(asked) && !Number.isNaN(Date.parse(asked))) return asked;
  throw new StartError('--today 应为日期，如 2031-12-13。', '--today is a day such as 2031-12-13.');
}
