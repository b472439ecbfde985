const BAR_WIDTH = 30;
const REDRAW_MS = 100;
/** Where there is no terminal, a line now and then is enough. */
const LINE_MS = 5_000;

export interface ProgressBar {
  show(done: number, total: number): void;
  /** Ends the line that is being drawn. */
  close(): void;
}

const grouped = (value: number): string => Math.round(value).toLocaleString('en-US');

export function describeProgress(done: number, total: number, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const percent = total > 0 ? Math.floor((done / total) * 100) : 100;
  const left = rate > 0 ? `${Math.ceil((total - done) / rate)} s` : '…';
  return `${percent}% ${grouped(done)}/${grouped(total)} 行 rows, ${grouped(rate)}/s, 剩余 left ${left}`;
}

/** A bar that is drawn over itself in a terminal, plain lines elsewhere. */
export function createProgressBar(
  isTerminal: boolean,
  write: (text: string) => void,
  now: () => number = () => performance.now(),
): ProgressBar {
  const began = now();
  let shownAt = -Infinity;
  let isOpen = false;
  return {
    show(done, total) {
      const at = now();
      if (at - shownAt < (isTerminal ? REDRAW_MS : LINE_MS) && done < total) return;
      shownAt = at;
      const text = describeProgress(done, total, (at - began) / 1000);
      if (!isTerminal) return write(`${text}\n`);
      const filled = total > 0 ? Math.floor((done / total) * BAR_WIDTH) : BAR_WIDTH;
      write(`\r[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] ${text}\u001B[K`);
      isOpen = true;
    },
    close() {
      if (isOpen) write('\n');
      isOpen = false;
    },
  };
}
