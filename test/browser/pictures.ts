import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../deploy/local/settings.ts';

/** What the pages looked like: kept after a run, the next one draws over it. */
export function pictureFolder(): string {
  const folder = path.join(ROOT, '.data', 'browser');
  mkdirSync(folder, { recursive: true });
  return folder;
}
