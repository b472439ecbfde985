import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsToday } from './records-today.ts';

const NOW = new Date('2026-11-27T20:00:00Z');
const folder = (mode: string, clock?: string): string => {
  const dir = mkdtempSync(join(tmpdir(), 'jz-today-'));
  writeFileSync(join(dir, 'mode'), `${mode}\n`);
  if (clock !== undefined) writeFileSync(join(dir, 'demo-clock.json'), clock);
  return dir;
};

describe('the day by which retention is counted', () => {
  it('is the day in China', () => expect(recordsToday(folder('production'), undefined, NOW)).toBe('2026-11-28'));

  it('follows the shifted clock of a demonstration, and of nothing else', () => {
    expect(recordsToday(folder('demo', '86400000'), undefined, NOW)).toBe('2026-11-29');
    expect(recordsToday(folder('production', '86400000'), undefined, NOW)).toBe('2026-11-28');
  });

  it('can be told in a demonstration only', () => {
    expect(recordsToday(folder('demo'), '2031-12-13', NOW)).toBe('2031-12-13');
    expect(() => recordsToday(folder('production'), '2031-12-13', NOW)).toThrow(/demonstration only/);
    expect(() => recordsToday(folder('demo'), '2031-13-13', NOW)).toThrow(/is a day/);
  });
});
