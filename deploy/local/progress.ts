import { errorText, StartError } from './errors.ts';

/** Tells the person at the keyboard what is going on, one line a step. */
export interface Progress {
  step<T>(title: string, work: () => Promise<T>): Promise<T>;
  line(text: string): void;
}

export function createProgress(steps: number, write: (text: string) => void): Progress {
  let count = 0;
  let isLineOpen = false;
  const closeLine = () => {
    if (isLineOpen) write('\n');
    isLineOpen = false;
  };
  return {
    async step(title, work) {
      count += 1;
      const label = `[${count}/${steps}] ${title}`;
      write(`${label} …`);
      isLineOpen = true;
      const began = performance.now();
      try {
        const result = await work();
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        write(isLineOpen ? ` ${seconds} s\n` : `${label} ✓ ${seconds} s\n`);
        isLineOpen = false;
        return result;
      } catch (error) {
        closeLine();
        throw error;
      }
    },
    line(text) {
      closeLine();
      for (const part of text.split('\n')) write(`      ${part}\n`);
    },
  };
}

export const silent: Progress = { step: (_title, work) => work(), line: () => undefined };

export function describeError(error: unknown): string {
  if (error instanceof StartError) return ['', ...error.lines, ''].join('\n');
  const stack = error instanceof Error ? (error.stack ?? error.message) : errorText(error);
  return ['', '启动失败，原因不明：', 'Start failed for an unforeseen reason:', stack, ''].join('\n');
}
