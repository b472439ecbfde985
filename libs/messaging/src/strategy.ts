import { publisherOf } from '@app/contracts';
import type { ConsumerMessages, JsMsg } from '@nats-io/jetstream';
import { BaseRpcContext, Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { SpanKind } from '@opentelemetry/api';
import { isObservable, lastValueFrom } from 'rxjs';
import type { DataSource } from 'typeorm';
import { inBatches, type BatchLimits } from './batches.js';
import type { Broker } from './connection.js';
import { fromMessage, type EventEnvelope } from './envelope.js';
import { backoffMs, clearFailure, deadEnvelopes, isTransient, reasonOf, recordFailure } from './failures.js';
import { GapError, handleTogether, Inbox } from './inbox.js';
import { ensureConsumer, plainSubject, streamOf } from './streams.js';
import { inSpan } from './trace.js';

/**
 * Events that are handled in one transaction. Parts of a roll are hundreds of rows each: a few at a time, so that what
 * they bring is seen while the next ones are written.
 */
const BATCH: BatchLimits<JsMsg> = { items: 64, weight: 1024 * 1024, weigh: (message) => message.data.length };
const FETCH_MAX = 128;
const PULL_EXPIRES_MS = 5_000;
const RESUME_DELAY_MS = 500;
const GAP_DELAY_MS = 250;
const TRANSIENT_DELAY_MS = 1_000;
/** How long what was pulled before the stop may still arrive, to be given back. */
const HAND_BACK_MS = 100;
/** Long enough that it does not come back to the pull that is being stopped. */
const HANDED_BACK_DELAY_MS = 300;

interface Delivery {
  message: JsMsg;
  envelope: EventEnvelope;
}

export interface ConsumerMeter {
  handled(subject: string, outcome: 'ok' | 'retry' | 'dead' | 'wait', lagMs: number): void;
}

/**
 * Nest transport on durable JetStream pull consumers: one per (publisher, this service). Handlers are `@EventPattern`
 * methods; a message is acknowledged after its handler's transaction has committed.
 */
export class JetStreamStrategy extends Server implements CustomTransportStrategy {
  private stopping = false;
  private readonly loops: Promise<void>[] = [];
  private readonly subscriptions = new Set<ConsumerMessages>();
  private readonly inbox: Inbox;

  constructor(
    private readonly service: string,
    private readonly dataSource: DataSource,
    private readonly broker: () => Promise<Broker>,
    private readonly meter: ConsumerMeter,
  ) {
    super();
    this.inbox = new Inbox(dataSource);
  }

  listen(callback: () => void): void {
    const publishers = new Set([...this.messageHandlers.keys()].map(publisherOf));
    for (const publisher of publishers) this.loops.push(this.consume(publisher));
    callback();
  }

  /** Gives back what was pulled and not begun, waits for the handlers that run, and stops pulling. */
  async close(): Promise<void> {
    this.stopping = true;
    // The loops give back what arrives meanwhile; a batch that runs is waited for below.
    await pause(HAND_BACK_MS);
    for (const messages of this.subscriptions) messages.stop();
    await Promise.all(this.loops);
  }

  on(): void {
    throw new Error('the JetStream strategy has no client events');
  }

  unwrap<T>(): T {
    throw new Error('the JetStream strategy wraps one broker connection per process: inject it instead');
  }

  /** The broker came back: pulls are started anew instead of waiting for missed heartbeats. */
  resubscribe(): void {
    for (const messages of this.subscriptions) messages.stop();
  }

  /** Runs dead letters through their handlers again; those that fail stay on the list. */
  async replayDeadLetters(eventId?: string): Promise<{ replayed: number; failed: number }> {
    let replayed = 0;
    let failed = 0;
    for (const envelope of await deadEnvelopes(this.dataSource, eventId)) {
      try {
        await this.handle(envelope);
        await clearFailure(this.dataSource, envelope.eventId);
        replayed += 1;
      } catch (error) {
        await recordFailure(this.dataSource, envelope, reasonOf(error), true);
        failed += 1;
      }
    }
    return { replayed, failed };
  }

  private async consume(publisher: string): Promise<void> {
    while (!this.stopping) {
      try {
        const broker = await this.broker();
        await ensureConsumer(broker, publisher, this.service);
        const consumer = await broker.client.consumers.get(streamOf(broker, publisher), this.service);
        const messages = await consumer.consume({
          max_messages: FETCH_MAX,
          expires: PULL_EXPIRES_MS,
          abort_on_missing_resource: true,
        });
        this.subscriptions.add(messages);
        try {
          await this.handleAll(broker, messages);
        } finally {
          this.subscriptions.delete(messages);
        }
      } catch (error) {
        if (!this.stopping) this.logger.warn(`consumer of ${publisher} resumes: ${(error as Error).message}`);
      }
      if (!this.stopping) await pause(RESUME_DELAY_MS);
    }
  }

  private async handleAll(broker: Broker, messages: ConsumerMessages): Promise<void> {
    for await (const arrived of inBatches(messages, BATCH)) {
      if (this.stopping) for (const message of arrived) message.nak(HANDED_BACK_DELAY_MS);
      else
        await this.settleAll(arrived.flatMap((message) => this.read(message, plainSubject(broker, message.subject))));
    }
  }

  private read(message: JsMsg, subject: string): Delivery[] {
    try {
      return [{ message, envelope: fromMessage(subject, message.headers, message.string()) }];
    } catch (error) {
      const { streamSequence } = message.info;
      this.logger.error(`message ${streamSequence} is no event and is dropped: ${(error as Error).message}`);
      message.term('not an event');
      return [];
    }
  }

  /** One transaction for all; when one of them fails, each gets its own, so that it fails alone. */
  private async settleAll(batch: readonly Delivery[]): Promise<void> {
    if (batch.length > 1 && batch.every(({ message }) => message.info.deliveryCount === 1)) {
      try {
        await handleTogether(
          this.dataSource,
          batch.map(({ envelope }) => envelope),
          (envelope) => this.handle(envelope),
        );
        for (const delivery of batch) this.acknowledge(delivery);
        return;
      } catch (error) {
        if (isTransient(error)) {
          // The database is away: asking it once more for each of them would only take longer.
          for (const delivery of batch) await this.fail(delivery, error);
          return;
        }
        this.logger.debug?.(`a batch of ${batch.length} is handled one by one: ${reasonOf(error)}`);
      }
    }
    for (const delivery of batch) await this.settle(delivery);
  }

  private acknowledge({ message, envelope }: Delivery): void {
    message.ack();
    this.meter.handled(envelope.subject, 'ok', Date.now() - Date.parse(envelope.occurredAt));
  }

  /** Never rejects: every outcome is an acknowledgement, a delay or a dead letter. */
  private async settle(delivery: Delivery): Promise<void> {
    const { message, envelope } = delivery;
    try {
      await this.handle(envelope);
      if (message.info.deliveryCount > 1) await clearFailure(this.dataSource, envelope.eventId);
      this.acknowledge(delivery);
    } catch (error) {
      await this.fail(delivery, error).catch(() => message.nak(TRANSIENT_DELAY_MS));
    }
  }

  private async fail({ message, envelope }: Delivery, error: unknown): Promise<void> {
    if (isTransient(error)) {
      message.nak(TRANSIENT_DELAY_MS);
      this.meter.handled(envelope.subject, 'retry', 0);
      return;
    }
    if (error instanceof GapError && !error.behindDead) {
      message.nak(GAP_DELAY_MS);
      this.meter.handled(envelope.subject, 'wait', 0);
      return;
    }
    const behindDead = error instanceof GapError;
    const reason = behindDead ? 'behind a dead letter of the same aggregate' : reasonOf(error);
    const { attempts, state } = await recordFailure(this.dataSource, envelope, reason, behindDead);
    this.meter.handled(envelope.subject, state === 'dead' ? 'dead' : 'retry', 0);
    if (state === 'dead') {
      this.logger.error(`dead letter ${envelope.eventId} (${envelope.subject}): ${reason}`);
      message.term(reason);
      return;
    }
    this.logger.warn(`event ${envelope.eventId} (${envelope.subject}) failed, attempt ${attempts}: ${reason}`);
    message.nak(backoffMs(attempts));
  }

  private async handle(envelope: EventEnvelope): Promise<void> {
    const handler = this.getHandlerByPattern(envelope.subject);
    if (handler === null) {
      await this.inbox.skip(envelope);
      return;
    }
    const attributes = { 'messaging.system': 'nats', 'messaging.message.id': envelope.eventId };
    await inSpan(`handle ${envelope.subject}`, SpanKind.CONSUMER, envelope.trace, attributes, async () => {
      const result: unknown = await handler(envelope, new BaseRpcContext([envelope]));
      if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
    });
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
