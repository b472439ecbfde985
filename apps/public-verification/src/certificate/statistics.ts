import { skillLevels, type LevelDigit } from '@app/standards';

/** Cells below this could point at persons and are not shown. */
const CELL_MIN = 5;

export interface LevelCount {
  level: LevelDigit;
  /** For example `三级/高级工`. */
  display: string;
  /** `"<5"` stands for a suppressed cell. */
  count: number | '<5';
}

export interface Statistics {
  /** `"<5"`, or `"≥96"` when a level is suppressed: made of the shown cells, so that subtracting them tells nothing. */
  total: number | string;
  levels: LevelCount[];
}

/** Certificates by national level, lowest first, without small cells. */
export function publicStatistics(counts: ReadonlyMap<string, number>): Statistics {
  const levels: LevelCount[] = [];
  let total = 0;
  let shown = 0;
  for (const { digit, display } of skillLevels) {
    if (digit === null) continue;
    const count = counts.get(digit) ?? 0;
    const small = count < CELL_MIN;
    total += count;
    if (!small) shown += count;
    levels.push({ level: digit, display, count: small ? '<5' : count });
  }
  if (total < CELL_MIN) return { total: '<5', levels };
  const suppressed = levels.some(({ count }) => count === '<5');
  return { total: suppressed ? `≥${Math.max(shown, CELL_MIN)}` : total, levels };
}
