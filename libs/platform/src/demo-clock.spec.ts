import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DemoClock } from './demo-clock.js';

const DAY_MS = 86_400_000;

describe('the demo clock', () => {
  let folder: string;
  let file: string;
  let clock: DemoClock;

  /** File times may be as coarse as the kernel's tick. */
  const write = async (text: string): Promise<void> => {
    await pause(10);
    writeFileSync(file, text);
  };
  const shift = (): number => Math.round((clock.now().getTime() - Date.now()) / 1000) * 1000;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'jz-clock-'));
    file = path.join(folder, 'clock');
    clock = new DemoClock(file);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("shows the machine's time while its file is absent", () => {
    const before = Date.now();
    const shown = clock.now().getTime();
    expect(shown).toBeGreaterThanOrEqual(before);
    expect(shown).toBeLessThanOrEqual(Date.now());
  });

  it('moves with its file, forwards and backwards, without a restart', async () => {
    await write(`${5 * DAY_MS}\n`);
    expect(shift()).toBe(5 * DAY_MS);
    await write(String(-DAY_MS));
    expect(shift()).toBe(-DAY_MS);
    await write('0');
    expect(shift()).toBe(0);
  });

  it('runs on between two looks', async () => {
    await write(String(DAY_MS));
    const first = clock.now().getTime();
    await pause(20);
    expect(clock.now().getTime() - first).toBeGreaterThanOrEqual(15);
  });

  it.each(['tomorrow', '1.5', '1e400', 'NaN', '', ' \n', '12 days'])(
    'keeps its time when the file holds %j, as while it is being written',
    async (garbage) => {
      await write(String(3 * DAY_MS));
      expect(shift()).toBe(3 * DAY_MS);
      await write(garbage);
      expect(shift()).toBe(3 * DAY_MS);
      await write(String(4 * DAY_MS));
      expect(shift()).toBe(4 * DAY_MS);
    },
  );

  it("goes back to the machine's time when its file is taken away", async () => {
    await write(String(DAY_MS));
    expect(shift()).toBe(DAY_MS);
    rmSync(file);
    await pause(1);
    expect(shift()).toBe(0);
  });
});
