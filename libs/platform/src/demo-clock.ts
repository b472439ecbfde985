import { statSync, readFileSync } from 'node:fs';
import type { Clock } from '@app/kernel';

/**
 * The clock of local demo mode: the machine's time plus the milliseconds written in a file, so that a demonstration can
 * walk over five days of publicity. Its only door is that file; there is none on the network.
 */
export class DemoClock implements Clock {
  private offsetMs = 0;
  private modifiedMs = -1;
  private isFresh = false;

  constructor(private readonly file: string) {}

  now(): Date {
    if (!this.isFresh) this.refresh();
    return new Date(Date.now() + this.offsetMs);
  }

  /** Once in a turn of the event loop: whoever wrote the file and asks then, asks in a later one. */
  private refresh(): void {
    this.isFresh = true;
    setImmediate(() => {
      this.isFresh = false;
    });
    const modifiedMs = statSync(this.file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
    if (modifiedMs === this.modifiedMs) return;
    const written = modifiedMs < 0 ? '0' : readFileSync(this.file, 'utf8').trim();
    // Also while the file is being written: it is empty for a moment.
    if (written === '' || !Number.isSafeInteger(Number(written))) return;
    this.offsetMs = Number(written);
    this.modifiedMs = modifiedMs;
  }
}
