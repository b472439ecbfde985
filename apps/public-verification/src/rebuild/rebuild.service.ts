import { dataSourceOptions, migrate, type ServiceDefinition } from '@app/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { PUBLISHERS, shadowOf } from './read-model.js';
import { EFFECTS } from './rebuild.effects.js';
import {
  claimRebuild,
  countMissing,
  dropShadow,
  holdWriters,
  makeShadow,
  missingEvents,
  noteTaken,
  swapTables,
  type RecordedEvent,
} from './rebuild.repository.js';

/** Fewer events than this are taken in while writers wait. */
const REST_EVENTS_MAX = 256;
const CATCH_UPS_MAX = 100;
/** A reader that takes longer than this makes the exchange of the tables give way and come again. */
const SWAP_WAIT_MS = 1_000;
const SWAPS_MAX = 20;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

export interface RebuildOptions {
  definition: ServiceDefinition;
  /** Of an administrator: it reads the outboxes of the services that tell, which no service may. */
  adminUrl: string;
  schema: string;
  say: (line: string) => void;
  signal: AbortSignal;
}

/**
 * Makes the read model anew from the outboxes while the old one serves, and exchanges the two in one transaction. A run
 * that was stopped or killed is continued by the next, because every block of events is noted with its effect.
 * @throws when another rebuild runs, when `signal` asks to stop, and whatever an event's effect throws
 */
export class RebuildService {
  private readonly subjects = [...EFFECTS.keys()];

  constructor(private readonly options: RebuildOptions) {}

  async run(): Promise<{ events: number }> {
    const { definition, adminUrl, schema, say } = this.options;
    const shadow = shadowOf(schema);
    await this.withConnection(schema, async (tx) => {
      await makeShadow(tx, schema);
    });
    await migrate(definition, adminUrl, shadow);
    return this.withConnection(shadow, async (tx, connection) => {
      let events = 0;
      for (let round = 0; round < CATCH_UPS_MAX; round += 1) {
        const missing = await this.missing(tx);
        if (round > 0 && missing <= REST_EVENTS_MAX) break;
        say(`待处理 ${missing} 个事件 ${missing} events to take in`);
        events += await this.takeAll(tx, (work) => connection.transaction(work), events + missing, events);
      }
      return { events: events + (await this.exchange(connection)) };
    });
  }

  /** Throws away what a stopped run has made. */
  async abandon(): Promise<void> {
    await this.withConnection(this.options.schema, (tx) => dropShadow(tx, this.options.schema));
  }

  private async missing(tx: EntityManager): Promise<number> {
    let missing = 0;
    for (const publisher of PUBLISHERS)
      missing += await countMissing(tx, this.options.schema, publisher, this.subjects);
    return missing;
  }

  /** Block by block, each in its own commit as `commit` has it. */
  private async takeAll(
    tx: EntityManager,
    commit: (work: (tx: EntityManager) => Promise<void>) => Promise<void>,
    total: number,
    done: number,
  ): Promise<number> {
    const { schema, say, signal } = this.options;
    let taken = 0;
    for (const publisher of PUBLISHERS) {
      let after = '0';
      for (;;) {
        signal.throwIfAborted();
        const events = await missingEvents(tx, schema, publisher, { after, subjects: this.subjects });
        const last = events.at(-1);
        if (!last) break;
        await commit((within) => this.take(within, events));
        after = last.position;
        taken += events.length;
        say(`${done + taken} / ${total}`);
      }
    }
    return taken;
  }

  private async take(tx: EntityManager, events: readonly RecordedEvent[]): Promise<void> {
    for (const { subject, data, occurredAt } of events) await EFFECTS.get(subject)?.(tx, data, occurredAt);
    await noteTaken(tx, this.options.schema, events);
  }

  private async exchange(connection: DataSource): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      this.options.signal.throwIfAborted();
      try {
        return await connection.transaction(async (tx) => {
          await tx.query(`SET LOCAL lock_timeout = ${SWAP_WAIT_MS}`);
          await holdWriters(tx, this.options.schema);
          const rest = await this.takeAll(tx, (work) => work(tx), 0, 0);
          await swapTables(tx, this.options.schema);
          return rest;
        });
      } catch (error) {
        const { code } = error as { code?: unknown };
        if ((code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK) || attempt === SWAPS_MAX) throw error;
      }
    }
  }

  /** Two sessions: one holds the claim, for it has to outlive every transaction. */
  private async withConnection<T>(
    schema: string,
    work: (tx: EntityManager, connection: DataSource) => Promise<T>,
  ): Promise<T> {
    const { definition, adminUrl } = this.options;
    const connection = new DataSource(dataSourceOptions(definition, adminUrl, schema, 'service'));
    await connection.initialize();
    const claim = connection.createQueryRunner();
    try {
      if (!(await claimRebuild(claim.manager, this.options.schema))) throw new Error('another rebuild is running');
      return await work(connection.manager, connection);
    } finally {
      await claim.query('SELECT pg_advisory_unlock_all()');
      await claim.release();
      await connection.destroy();
    }
  }
}
