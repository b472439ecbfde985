import type { Clock } from '@app/kernel';
import { waitingFor } from '@app/messaging';
import { BrokerLink, CLOCK, RepeatedWork } from '@app/platform';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { freshnessOf, SOURCE_NAMES, type SourceFreshness, type SourceName, type Standing } from './freshness.js';
import { countFailed, latestFactAt } from './freshness.repository.js';

/** How exactly the last moment is known at which nothing waited, when the broker goes away. */
const INTERVAL_MS = 2_000;
const READER = 'public-verification';

export interface Freshness {
  checkedAt: Date;
  isBrokerConnected: boolean;
  sources: SourceFreshness[];
}

@Injectable()
export class FreshnessService implements OnModuleInit, OnModuleDestroy {
  private readonly upToDateAt = new Map<SourceName, Date>();
  private reading: Promise<Freshness> | undefined;
  private readonly rounds = new RepeatedWork(
    INTERVAL_MS,
    async () => void (await this.read()),
    // A database that is away for a moment is no news here: whoever asks is told.
    () => undefined,
  );

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(BrokerLink) private readonly broker: BrokerLink,
  ) {}

  onModuleInit(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
    await this.reading?.catch(() => undefined);
  }

  /** However many ask at once, the broker is asked once. */
  read(): Promise<Freshness> {
    this.reading ??= this.readNow().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readNow(): Promise<Freshness> {
    const sources: SourceFreshness[] = [];
    for (const name of SOURCE_NAMES) sources.push(await this.source(name));
    return { checkedAt: this.clock.now(), isBrokerConnected: this.broker.connected, sources };
  }

  private async source(name: SourceName): Promise<SourceFreshness> {
    const tx = this.dataSource.manager;
    const standing = await this.standing(name);
    const facts = { standing, failed: await countFailed(tx, name), latestFactAt: await latestFactAt(tx, name) };
    const freshness = freshnessOf(name, facts, this.upToDateAt.get(name) ?? null);
    if (freshness.upToDateAt) this.upToDateAt.set(name, freshness.upToDateAt);
    return freshness;
  }

  private async standing(name: SourceName): Promise<Standing | null> {
    if (!this.broker.connected) return null;
    try {
      const at = this.clock.now();
      return { waiting: await waitingFor(await this.broker.broker(), name, READER), at };
    } catch {
      // It went away in between, or lost its stores and has no such stream yet.
      return null;
    }
  }
}
