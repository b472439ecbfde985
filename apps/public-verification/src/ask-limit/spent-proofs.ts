/** Solved challenges that are remembered in one lifetime of a challenge; twice as many in all. */
export const SPENT_PROOFS_MAX = 50_000;

/** Which challenges were used, for as long as they could be used again. */
export class SpentProofs {
  private spending = new Set<string>();
  private before = new Set<string>();
  private began = 0;

  constructor(private readonly lifetimeMs: number) {}

  /** @returns false when the challenge was used before, or no more can be remembered */
  spend(challenge: string, now: number): boolean {
    if (now - this.began >= this.lifetimeMs) {
      this.before = now - this.began < 2 * this.lifetimeMs ? this.spending : new Set();
      this.spending = new Set();
      this.began = now;
    }
    if (this.spending.has(challenge) || this.before.has(challenge)) return false;
    if (this.spending.size >= SPENT_PROOFS_MAX) return false;
    this.spending.add(challenge);
    return true;
  }
}
