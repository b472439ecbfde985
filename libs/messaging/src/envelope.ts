import type { JsonValue } from '@bufbuild/protobuf';
import { aggregateOf, publisherOf } from '@app/contracts';
import { headers as natsHeaders, type MsgHdrs } from '@nats-io/transport-node';
import type { TraceCarrier } from './trace.js';

/** One event as it travels: CloudEvents 1.0 attributes in headers, proto3 JSON as the body. */
export interface EventEnvelope {
  eventId: string;
  subject: string;
  publisher: string;
  aggregateType: string;
  aggregateId: string;
  /** Position among the events of its aggregate: 1, 2, 3 … without gaps. */
  aggregateVersion: number;
  /** When the fact was recorded, by the machine's clock (RFC 3339); business dates are in `data`. */
  occurredAt: string;
  trace: TraceCarrier;
  data: JsonValue;
}

const MESSAGE_ID = 'Nats-Msg-Id';
const TRACE_HEADERS = ['traceparent', 'tracestate'] as const;

/** CloudEvents 1.0, NATS protocol binding, binary mode: attributes are `ce-` headers. */
export function toHeaders(envelope: EventEnvelope): MsgHdrs {
  const headers = natsHeaders();
  headers.set(MESSAGE_ID, envelope.eventId);
  headers.set('ce-specversion', '1.0');
  headers.set('ce-id', envelope.eventId);
  headers.set('ce-source', `/${envelope.publisher}`);
  headers.set('ce-type', envelope.subject);
  headers.set('ce-subject', `${envelope.aggregateType}/${envelope.aggregateId}`);
  headers.set('ce-time', envelope.occurredAt);
  headers.set('ce-sequence', String(envelope.aggregateVersion));
  headers.set('content-type', 'application/json');
  for (const [key, value] of Object.entries(envelope.trace)) headers.set(key, value);
  return headers;
}

/**
 * Reads a message back.
 * @throws Error when a CloudEvents attribute is missing: the message did not come from an outbox
 */
export function fromMessage(subject: string, headers: MsgHdrs | undefined, body: string): EventEnvelope {
  const read = (name: string): string => {
    const value = headers?.get(name);
    if (!value) throw new Error(`message on ${subject} lacks ${name}`);
    return value;
  };
  const version = Number(read('ce-sequence'));
  if (!Number.isSafeInteger(version) || version < 1) throw new Error(`message on ${subject} has a bad ce-sequence`);
  const aggregateType = aggregateOf(subject);
  const trace: TraceCarrier = {};
  for (const name of TRACE_HEADERS) {
    const value = headers?.get(name);
    if (value) trace[name] = value;
  }
  return {
    eventId: read('ce-id'),
    subject,
    publisher: publisherOf(subject),
    aggregateType,
    aggregateId: read('ce-subject').slice(aggregateType.length + 1),
    aggregateVersion: version,
    occurredAt: read('ce-time'),
    trace,
    data: JSON.parse(body) as JsonValue,
  };
}
