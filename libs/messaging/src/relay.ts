import { SpanKind } from '@opentelemetry/api';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Broker } from './connection.js';
import { toHeaders, type EventEnvelope } from './envelope.js';
import { onAppended } from './outbox-bell.js';
import { ensureStream, wireSubject } from './streams.js';
import { inSpan, type TraceCarrier } from './trace.js';

/** Messages in flight to the broker at once. */
const PUBLISH_WINDOW = 256;
const PUBLISH_TIMEOUT_MS = 5_000;
/** How often it looks for what another process of the service has left; its own process tells it. */
const POLL_MS = 250;
/** How often an idle relay asks the broker whether it still has what it acknowledged. */
const STREAM_CHECK_MS = 5_000;
const FAILURE_DELAY_MS = 500;

interface OutboxRow {
  position: string;
  event_id: string;
  subject: string;
  aggregate_type: string;
  aggregate_id: string;
  aggregate_version: number;
  /** JSON, as it is published. */
  data: string;
  trace: TraceCarrier;
  occurred_at: Date;
}

export interface RelayLog {
  info(message: string): void;
  warn(message: string): void;
}

/**
 * Publishes a service's outbox in order. One relay of a service works at a time (advisory lock); others stand by.
 * The outbox is the record: what the broker acknowledged and then lost is found by its stream sequence and
 * published again.
 */
export class OutboxRelay {
  private stopping = false;
  private running: Promise<void> = Promise.resolve();
  private called = false;
  private wake = (): void => undefined;
  private checkAt = 0;
  private lastSequence = 0;
  /** Rows published since the start; a metric. */
  publishedTotal = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly broker: () => Promise<Broker>,
    private readonly publisher: string,
    private readonly log: RelayLog,
  ) {}

  start(): void {
    onAppended(this.dataSource, () => this.call());
    this.running = this.run();
  }

  /** Resolves when the batch in hand has been published and marked. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.call();
    await this.running;
  }

  /** The broker came back, perhaps with less than it had. */
  checkStreamSoon(): void {
    this.checkAt = 0;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      const runner = this.dataSource.createQueryRunner();
      try {
        await runner.connect();
        if (await this.takeLock(runner)) await this.relayUntilStopped(runner);
      } catch (error) {
        this.log.warn(`outbox relay pauses: ${(error as Error).message}`);
      } finally {
        await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined);
        await runner.release().catch(() => undefined);
      }
      if (!this.stopping) await pause(FAILURE_DELAY_MS);
    }
  }

  private async takeLock(runner: QueryRunner): Promise<boolean> {
    const [row] = await runner.manager.query<{ held: boolean }[]>(
      `SELECT pg_try_advisory_lock(hashtextextended(current_database() || '.' || current_schema() || '.outbox', 0)) AS held`,
    );
    return row?.held === true;
  }

  private async relayUntilStopped(runner: QueryRunner): Promise<void> {
    const broker = await this.broker();
    this.checkAt = 0;
    while (!this.stopping) {
      if (Date.now() >= this.checkAt) await this.republishLost(runner, broker);
      const count = await this.publishBatch(runner, broker);
      if (count < PUBLISH_WINDOW) await this.untilCalled(POLL_MS);
    }
  }

  private call(): void {
    this.called = true;
    this.wake();
  }

  /** Returns at once when it was called while it was at work. */
  private async untilCalled(mostMs: number): Promise<void> {
    if (!this.called) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, mostMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.called = false;
  }

  private async republishLost(runner: QueryRunner, broker: Broker): Promise<void> {
    const last = await ensureStream(broker, this.publisher);
    const lost = await this.markUnpublished(runner, last);
    if (lost > 0)
      this.log.warn(`the broker lost ${lost} acknowledged events after sequence ${last}: publishing them again`);
    this.lastSequence = last;
    this.checkAt = Date.now() + STREAM_CHECK_MS;
  }

  private async markUnpublished(runner: QueryRunner, afterSequence: number): Promise<number> {
    const rows = await runner.manager.query<{ lost: number }[]>(
      `WITH lost AS (UPDATE outbox SET published_at = NULL, stream_sequence = NULL WHERE stream_sequence > $1 RETURNING 1)
       SELECT count(*)::int AS lost FROM lost`,
      [afterSequence],
    );
    return rows[0]?.lost ?? 0;
  }

  private async publishBatch(runner: QueryRunner, broker: Broker): Promise<number> {
    const rows = await runner.manager.query<OutboxRow[]>(
      `SELECT position, event_id, subject, aggregate_type, aggregate_id, aggregate_version, data::text AS data, trace, occurred_at
       FROM outbox WHERE published_at IS NULL ORDER BY position LIMIT ${PUBLISH_WINDOW}`,
    );
    if (rows.length === 0) return 0;
    const results = await Promise.allSettled(rows.map((row) => this.publish(broker, row)));
    const positions: string[] = [];
    const sequences: number[] = [];
    let failure: unknown;
    let reborn = false;
    for (const [index, result] of results.entries()) {
      if (result.status === 'rejected') failure ??= result.reason;
      else {
        positions.push(rows[index]?.position ?? '');
        sequences.push(result.value.seq);
        reborn ||= !result.value.duplicate && result.value.seq <= this.lastSequence;
      }
    }
    // A sequence that runs backwards is a new stream under the old name: all that the old one held is published again.
    if (reborn) await this.markUnpublished(runner, 0);
    await runner.query(
      `UPDATE outbox SET published_at = now(), stream_sequence = x.sequence
       FROM unnest($1::bigint[], $2::bigint[]) AS x(position, sequence) WHERE outbox.position = x.position`,
      [positions, sequences],
    );
    this.publishedTotal += positions.length;
    this.lastSequence = reborn ? Math.max(...sequences) : Math.max(this.lastSequence, ...sequences);
    if (failure !== undefined) throw failure;
    return rows.length;
  }

  private async publish(broker: Broker, row: OutboxRow): Promise<{ seq: number; duplicate: boolean }> {
    const envelope: EventEnvelope = {
      eventId: row.event_id,
      subject: row.subject,
      publisher: this.publisher,
      aggregateType: row.aggregate_type,
      aggregateId: row.aggregate_id,
      aggregateVersion: row.aggregate_version,
      occurredAt: row.occurred_at.toISOString(),
      trace: row.trace,
      data: null,
    };
    const attributes = { 'messaging.system': 'nats', 'messaging.message.id': row.event_id };
    return inSpan(`publish ${row.subject}`, SpanKind.PRODUCER, row.trace, attributes, () =>
      broker.client.publish(wireSubject(broker, row.subject), row.data, {
        headers: toHeaders(envelope),
        timeout: PUBLISH_TIMEOUT_MS,
      }),
    );
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
