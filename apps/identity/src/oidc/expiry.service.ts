import { LOGGER } from '@app/platform';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { deleteForgottenFailures } from '../account/sign-in-failure.repository.js';
import { deleteExpiredSessions } from '../session/sign-in-session.repository.js';
import { deleteExpiredPayloads } from './oidc-payload.repository.js';

const INTERVAL_MS = 60_000;
/** Small statements, and no more than this many in a row: cleaning never holds up a sign-in. */
const BATCH_ROWS = 500;
const BATCHES_MAX = 20;

/** Deletes what has expired, a bounded amount every minute. */
@Injectable()
export class ExpiryService implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.clean().catch((error: unknown) => this.logger.warn({ err: error }, 'expired sign-ins were not deleted'));
    }, INTERVAL_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async clean(): Promise<void> {
    await this.inBatches((limit) => deleteExpiredPayloads(this.dataSource.manager, limit));
    await this.inBatches((limit) => deleteExpiredSessions(this.dataSource.manager, limit));
    await this.inBatches((limit) => deleteForgottenFailures(this.dataSource.manager, limit));
  }

  private async inBatches(deleteSome: (limit: number) => Promise<number>): Promise<void> {
    for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
      if ((await deleteSome(BATCH_ROWS)) < BATCH_ROWS) return;
    }
  }
}
