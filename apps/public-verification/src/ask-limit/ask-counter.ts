/** Cells of one row: two megabytes for both rows and both windows of a counter, however many ask. */
export const COUNTER_CELLS = 2 ** 18;
const COUNT_MAX = 0xff_ff;
const ROWS = 2;

/** Random, and of this process alone: nobody can choose two names that fall into the same cell. */
export type CounterSeeds = readonly [number, number];

function spread(text: string, seed: number): number {
  let hash = seed | 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e_37_79_b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85_eb_ca_6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * How often each name was counted in a sliding window, as a count-min sketch: of a fixed size, without a list of who asked
 * for what, and never too low. Too high only where both cells of a name are shared with busier ones.
 */
export class AskCounter {
  private counting = new Uint16Array(ROWS * COUNTER_CELLS);
  private before = new Uint16Array(ROWS * COUNTER_CELLS);
  private began = 0;

  constructor(
    readonly windowMs: number,
    private readonly seeds: CounterSeeds,
  ) {}

  /**
   * @param now milliseconds of a clock that never goes back
   * @returns how often the name was counted in the window that ends now, this time included
   */
  count(name: string, now: number): number {
    this.turn(now);
    const part = 1 - (now - this.began) / this.windowMs;
    let [here, earlier] = [COUNT_MAX, COUNT_MAX];
    for (let row = 0; row < ROWS; row += 1) {
      const cell = row * COUNTER_CELLS + (spread(name, this.seeds[row] ?? 0) % COUNTER_CELLS);
      const counted = Math.min((this.counting[cell] ?? 0) + 1, COUNT_MAX);
      this.counting[cell] = counted;
      here = Math.min(here, counted);
      earlier = Math.min(earlier, this.before[cell] ?? 0);
    }
    return here + earlier * part;
  }

  private turn(now: number): void {
    const age = now - this.began;
    if (age < this.windowMs) return;
    [this.before, this.counting] = [this.counting, this.before];
    this.counting.fill(0);
    this.began += this.windowMs;
    if (age < 2 * this.windowMs) return;
    this.before.fill(0);
    this.began = now;
  }
}
