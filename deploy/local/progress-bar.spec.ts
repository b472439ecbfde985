import { describe, expect, it } from '@jest/globals';
import { createProgressBar } from './progress-bar.ts';

describe('the progress of a long command', () => {
  const drawn = (isTerminal: boolean): string[] => {
    const written: string[] = [];
    let now = 0;
    const bar = createProgressBar(
      isTerminal,
      (text) => written.push(text),
      () => now,
    );
    for (const done of [0, 500, 1_000, 2_000]) {
      bar.show(done, 2_000);
      now += 1_000;
    }
    bar.close();
    return written;
  };

  it('in a terminal is one line drawn over itself, with rows, rate and the time that is left', () => {
    const written = drawn(true);
    expect(written).toHaveLength(5);
    expect(written[2]).toContain('[###############...............] 50% 1,000/2,000 行 rows, 500/s, 剩余 left 2 s');
    expect(written.every((text) => text.startsWith('\r') || text === '\n')).toBe(true);
  });

  it('elsewhere is plain lines, the last one at the end', () => {
    const written = drawn(false);
    expect(written).toEqual([
      '0% 0/2,000 行 rows, 0/s, 剩余 left …\n',
      '100% 2,000/2,000 行 rows, 667/s, 剩余 left 0 s\n',
    ]);
  });
});
