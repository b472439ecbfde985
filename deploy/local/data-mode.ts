import { join } from 'node:path';
import { StartError } from './errors.ts';
import { readIfPresent, writeFileAtomically } from './files.ts';
import type { Mode } from './settings.ts';

/**
 * A data directory is for one mode: a demonstration on production data would open the demo accounts and shift the clock.
 */
export function requireMode(dataDir: string, mode: Mode): void {
  const file = join(dataDir, 'mode');
  const made = readIfPresent(file)?.trim();
  if (made === mode) return;
  if (made === undefined) {
    writeFileAtomically(file, `${mode}\n`);
    return;
  }
  throw new StartError(
    `数据目录 ${dataDir} 属于 ${made} 模式，不能以 ${mode} 模式启动。请换一个数据目录（JZ_DATA_DIR）。`,
    `The data directory ${dataDir} is for ${made} mode and cannot be started in ${mode} mode. Use another one (JZ_DATA_DIR).`,
  );
}
