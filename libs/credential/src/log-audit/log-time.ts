import { chinaDate } from '@app/kernel';

/** Transactions commit out of order: a leaf may be so much older than one before it. */
export const TIME_TOLERANCE_MS = 5 * 60_000;

/** The log's own time. A leaf that was written late cannot say that it is old: what stands before it says when it is. */
export class LogTime {
  #latest = Number.NEGATIVE_INFINITY;
  #now = Number.NEGATIVE_INFINITY;
  #runsBack = false;

  take(at: string): void {
    const said = Date.parse(at);
    this.#runsBack = said < this.#latest - TIME_TOLERANCE_MS;
    this.#now = this.#runsBack ? this.#latest : said;
    if (said > this.#latest) this.#latest = said;
  }

  /** Whether the entry that was taken last is older than the log. */
  get runsBack(): boolean {
    return this.#runsBack;
  }

  /** When the entry that was taken last was written, milliseconds. */
  get now(): number {
    return this.#now;
  }

  /** The latest time anywhere in the log so far. */
  get latest(): number {
    return this.#latest;
  }

  /** Days in China on which the last entry may have been decided: two around midnight. */
  isDayOfIssue(day: string): boolean {
    const { now } = this;
    return day === chinaDate(new Date(now)) || day === chinaDate(new Date(now - TIME_TOLERANCE_MS));
  }

  /** The China day of the last entry. */
  get day(): string {
    return chinaDate(new Date(this.#now));
  }
}
