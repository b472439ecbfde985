/** Work that is looked for again and again, one round at a time in a process; a round that fails is tried again. */
export class RepeatedWork {
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;
  private stopping = false;
  private wanted = false;

  /**
   * @param everyMs between two looks
   * @param work one round; a long one asks `isStopping` and ends early
   * @param failed told why a round did not end well
   */
  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  get isStopping(): boolean {
    return this.stopping;
  }

  start(): void {
    this.timer = setInterval(() => this.soon(), this.everyMs);
    this.timer.unref();
  }

  /** Something is to be done: begins at once, or when the round ends that may have looked before it was there. */
  soon(): void {
    this.wanted = true;
    this.round ??= this.rounds().finally(() => (this.round = undefined));
  }

  private async rounds(): Promise<void> {
    while (this.wanted && !this.stopping) {
      this.wanted = false;
      await this.work().catch(this.failed);
    }
  }

  /** Resolves when the round that is under way has ended. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.round;
  }
}
