import { LogDayClosedSchema } from '@app/contracts';
import { parseCheckpoint, parseNote } from '@app/credential';
import { chinaDate, type Clock } from '@app/kernel';
// Not the platform's: closing a day is no part of any request.
import { appendEvents, event, inTransaction } from '@app/messaging';
import { CLOCK, LOGGER, SERVICE } from '@app/platform';
import { plusDays } from '@app/standards';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { factsUntil, keepClosedUntil, lockClosing } from './day-closing.repository.js';

const PAUSE_MS = 1_000;
/** A change that was decided before midnight is committed by then. */
const GRACE_MS = 5 * 60_000;
/** One aggregate: readers take in days in their order. */
const LOG = 'log';

/** After each day tells the checkpoint that covers it: what the published statistics of the day are bound to. */
@Injectable()
export class DayClosingService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private closedUntil = '';
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => this.beat(), PAUSE_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private beat(): void {
    this.running = this.close().finally(() => {
      if (this.timer) this.timer = setTimeout(() => this.beat(), PAUSE_MS);
    });
  }

  private async close(): Promise<void> {
    const day = plusDays(chinaDate(new Date(this.clock.now().getTime() - GRACE_MS)), -1);
    if (day <= this.closedUntil) return;
    try {
      this.closedUntil = await inTransaction(this.dataSource, SERVICE, (tx) => this.closeUntil(tx, day));
    } catch (error) {
      this.logger.error(`days of the log are not closed: ${(error as Error).message}`);
    }
  }

  /** @returns the last closed day: the one before while the log has leaves that no checkpoint covers */
  private async closeUntil(tx: EntityManager, day: string): Promise<string> {
    const before = await lockClosing(tx);
    if (day <= before) return before;
    const told = await factsUntil(tx, day);
    if (!told) return before;
    const { size, checkpoint } = told;
    const days = told.days.filter((each) => each.day > before);
    if (days.length > 0) {
      const rootHash = Buffer.from(parseCheckpoint(parseNote(checkpoint).text).root).toString('base64');
      const events = days.map((each) => event(LogDayClosedSchema, LOG, { ...each, size, rootHash, checkpoint }));
      await appendEvents(tx, events);
    }
    await keepClosedUntil(tx, day);
    return day;
  }
}
