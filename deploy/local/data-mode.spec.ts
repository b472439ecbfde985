import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { requireMode } from './data-mode.ts';

it('a data directory stays in the mode it was made for', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jz-mode-'));
  try {
    requireMode(dataDir, 'production');
    requireMode(dataDir, 'production');
    expect(() => requireMode(dataDir, 'demo')).toThrow(/production 模式，不能以 demo 模式启动/);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
});
