import { CONFIG, LOGGER } from '@app/platform';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { IssuanceConfig } from '../issuance.config.js';
import { LogFolder } from './log.folder.js';
import { LogKeyService } from './log-key.service.js';
import { LogPublisher } from './log.publisher.js';
import { LogWitnesses } from './log.witnesses.js';

/** Checkpoints are at most a second behind the commit; a round takes some tens of milliseconds. */
const PAUSE_MS = 200;
const FAILURE_PAUSE_MS = 2_000;

/** Publishes the log while the service runs. */
@Injectable()
export class LogPublishingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly folder: LogFolder;
  private readonly publisher: LogPublisher;
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private wake: () => void = () => undefined;

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(LogKeyService) key: LogKeyService,
    @Inject(CONFIG) config: IssuanceConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.folder = new LogFolder(config.LOG_DIR);
    const witnesses = new LogWitnesses(config.LOG_WITNESSES, logger);
    this.publisher = new LogPublisher(
      dataSource,
      this.folder,
      { origin: key.origin, noteSigner: () => key.noteSigner() },
      witnesses,
    );
  }

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  /** Resolves when what was committed is published. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    for (;;) {
      const last = this.stopping;
      const pause = await this.publishAll();
      if (last) return;
      if (!this.stopping) await this.rest(pause);
    }
  }

  private async publishAll(): Promise<number> {
    try {
      while ((await this.publisher.round()) > 0);
      return PAUSE_MS;
    } catch (error) {
      this.logger.error(`the transparency log is not published: ${(error as Error).message}`);
      return FAILURE_PAUSE_MS;
    }
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
