import type { CertificateBlockEntry, NumberVoidedEntry } from '../log-entry.js';
import type { Say } from './audit-rules.js';

/** Serials from `first` to `last`, first taken by the leaf at `index`. */
interface Run {
  first: number;
  last: number;
  index: number;
}

/** A body that filed with a province has this in place of the Ministry's code, and gets its numbers here. */
const FILED_WITH_PROVINCE = '0000';
const MINISTRY_CODE = [1, 5] as const;

/** Every series of a site, year and level runs from 1, each serial once; in a sound log one run is all that is kept. */
export class SerialNumbers {
  readonly #series = new Map<string, Run[]>();

  constructor(private readonly say: Say) {}

  static drawnHere(site: string): boolean {
    return site.slice(...MINISTRY_CODE) === FILED_WITH_PROVINCE;
  }

  takeBlock({ site, subject, series, count }: CertificateBlockEntry, index: number): void {
    if (!series) return;
    const [, , , level] = subject;
    this.#take(`${site} ${series.year} ${level}`, {
      first: series.firstSerial,
      last: series.firstSerial + count - 1,
      index,
    });
  }

  takeVoid({ site, year, level, serial }: NumberVoidedEntry, index: number): void {
    this.#take(`${site} ${year.slice(-2)} ${level}`, { first: serial, last: serial, index });
  }

  /** What is missing below the last serial of each series. */
  end(): void {
    for (const [name, runs] of this.#series) {
      let expected = 1;
      for (const { first, last, index } of runs) {
        if (first > expected) this.say('series-gap', index, `series ${name}`, `${expected}–${first - 1}`);
        expected = last + 1;
      }
    }
  }

  #take(name: string, run: Run): void {
    const runs = this.#series.get(name);
    if (!runs) {
      this.#series.set(name, [run]);
      return;
    }
    const twice = runs.find(({ first, last }) => run.first <= last && run.last >= first);
    if (twice) {
      const [from, to] = [Math.max(run.first, twice.first), Math.min(run.last, twice.last)];
      this.say('series-overlap', run.index, `series ${name}`, `${from}–${to}`);
      // Kept as one, so that what both cover is no gap.
      runs.splice(runs.indexOf(twice), 1);
      this.#insert(runs, { ...twice, first: Math.min(run.first, twice.first), last: Math.max(run.last, twice.last) });
      return;
    }
    this.#insert(runs, run);
  }

  #insert(runs: Run[], run: Run): void {
    const at = runs.findLastIndex(({ last }) => last < run.first) + 1;
    runs.splice(at, 0, run);
    const [before, after] = [runs[at - 1], runs[at + 1]];
    if (after && after.first <= run.last + 1) {
      run.last = Math.max(run.last, after.last);
      runs.splice(at + 1, 1);
    }
    if (before && before.last + 1 >= run.first) {
      before.last = Math.max(before.last, run.last);
      runs.splice(at, 1);
    }
  }
}
