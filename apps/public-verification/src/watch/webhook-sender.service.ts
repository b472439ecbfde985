import { chinaDate, type Clock } from '@app/kernel';
import { CLOCK, CONFIG, inTransaction, LOGGER, PersonalDataVault, RepeatedWork, SERVICE } from '@app/platform';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { VerificationConfig } from '../verification.config.js';
import { ATTEMPT_LEASE_MS, payloadOf, settled } from './watch.js';
import { dropExpired } from './watch.repository.js';
import { postWebhook } from './webhook.post.js';
import { changeDelivery, takeDue, type DueDelivery } from './webhook.repository.js';

const INTERVAL_MS = 250;
const MS_PER_SECOND = 1000;

/** Sends what is due, round by round. It may be killed at any moment: what it had in hand comes again under the same id. */
@Injectable()
export class WebhookSender implements OnModuleInit, OnModuleDestroy {
  private readonly rounds = new RepeatedWork(
    INTERVAL_MS,
    () => this.work(),
    (error) => this.logger.warn({ err: error }, 'webhooks have to wait'),
  );
  private swept = '';

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: VerificationConfig,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }

  private async work(): Promise<void> {
    await this.sweep();
    for (let round = await this.take(); round.length > 0 && !this.rounds.isStopping; round = await this.take()) {
      await Promise.all(round.map((due) => this.attempt(due)));
    }
  }

  private take(): Promise<DueDelivery[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + ATTEMPT_LEASE_MS);
    return inTransaction(this.dataSource, SERVICE, (tx) => takeDue(tx, now, until));
  }

  private async attempt({ url, secretSealed, ...delivery }: DueDelivery): Promise<void> {
    const body = payloadOf(delivery);
    // The receiver compares it with its own clock, so it is never the demo's.
    const message = { id: delivery.id, timestamp: Math.floor(Date.now() / MS_PER_SECOND), body };
    const result = await postWebhook(url, this.vault.open('secret', secretSealed), message, this.config.mayLoop);
    await inTransaction(this.dataSource, SERVICE, (tx) =>
      changeDelivery(tx, delivery.id, (found) =>
        found.state === 'waiting' ? settled(found, result, this.clock.now()) : found,
      ),
    );
  }

  /** Once a day. */
  private async sweep(): Promise<void> {
    const today = chinaDate(this.clock.now());
    if (this.swept === today) return;
    await inTransaction(this.dataSource, SERVICE, (tx) => dropExpired(tx, today));
    this.swept = today;
  }
}
