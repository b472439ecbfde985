import type { DataSource } from 'typeorm';
import { linkAudit } from './audit.repository.js';

const PAUSE_MS = 500;

/**
 * Links committed rows of the audit trail into the chain, half a second behind. Linking in the transactions themselves
 * would make every one of them wait for the one before.
 */
export class AuditLinker {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly warn: (message: string) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves when everything written so far is linked. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      const last = this.stopping;
      try {
        while ((await linkAudit(this.dataSource.manager)) > 0);
      } catch (error) {
        this.warn(`audit linker pauses: ${(error as Error).message}`);
      }
      if (last) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, PAUSE_MS);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }
}
