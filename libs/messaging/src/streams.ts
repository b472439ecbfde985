import { AckPolicy, DeliverPolicy, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import type { Broker } from './connection.js';

const NANOS_PER_MS = 1_000_000;
/** Within this window the broker itself drops a second message with the same `Nats-Msg-Id`; the inbox does so for ever. */
const DUPLICATE_WINDOW_MS = 120_000;
/** How long a reader that was killed keeps its messages from the next one; a slower handler is safe, the inbox sees to it. */
const ACK_WAIT_MS = 10_000;
const ACK_PENDING_MAX = 512;
/** JetStream API errors for "it is there already, perhaps a little different". */
const STREAM_NAME_IN_USE = 10058;
const CONSUMER_EXISTS = 10148;

/** Stream of a publishing service: `agency-filing` -> `AGENCY_FILING`, holding `agency-filing.>`. */
export function streamOf(broker: Broker, publisher: string): string {
  const name = broker.namespace ? `${broker.namespace}_${publisher}` : publisher;
  return name.toUpperCase().replaceAll('-', '_');
}

/** The subject as the broker sees it. */
export function wireSubject(broker: Broker, subject: string): string {
  return broker.namespace ? `${broker.namespace}.${subject}` : subject;
}

/** The subject as contracts know it. */
export function plainSubject(broker: Broker, subject: string): string {
  return broker.namespace ? subject.slice(broker.namespace.length + 1) : subject;
}

const isApiError = (error: unknown, code: number): boolean => (error as { code?: unknown } | null)?.code === code;

/** Creates the stream when it is missing and returns its last sequence: 0 for an empty one. */
export async function ensureStream(broker: Broker, publisher: string): Promise<number> {
  const { manager } = broker;
  const name = streamOf(broker, publisher);
  try {
    const created = await manager.streams.add({
      name,
      subjects: [wireSubject(broker, `${publisher}.>`)],
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      duplicate_window: DUPLICATE_WINDOW_MS * NANOS_PER_MS,
    });
    return created.state.last_seq;
  } catch (error) {
    if (!isApiError(error, STREAM_NAME_IN_USE)) throw error;
    return (await manager.streams.info(name)).state.last_seq;
  }
}

/** Creates the durable pull consumer of `reader` on a publisher's stream, from the first message kept. */
export async function ensureConsumer(broker: Broker, publisher: string, reader: string): Promise<void> {
  await ensureStream(broker, publisher);
  try {
    await broker.manager.consumers.add(streamOf(broker, publisher), {
      durable_name: reader,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait: ACK_WAIT_MS * NANOS_PER_MS,
      max_ack_pending: ACK_PENDING_MAX,
      max_deliver: -1,
    });
  } catch (error) {
    if (!isApiError(error, CONSUMER_EXISTS)) throw error;
  }
}

/**
 * Events of a publisher that the broker has and `reader` has not acknowledged.
 * @throws whatever the broker client throws while stream or consumer is missing or the broker is away
 */
export async function waitingFor(broker: Broker, publisher: string, reader: string): Promise<number> {
  const { num_pending: undelivered, num_ack_pending: unacknowledged } = await broker.manager.consumers.info(
    streamOf(broker, publisher),
    reader,
  );
  return undelivered + unacknowledged;
}
