import { aggregateOf, encodeEvent, subjectOf } from '@app/contracts';
import { newId } from '@app/kernel';
import type { DescMessage, JsonValue, MessageInitShape } from '@bufbuild/protobuf';
import type { EntityManager } from 'typeorm';
import { noteAppended } from './outbox-bell.js';
import { currentTrace } from './trace.js';

/** Largest number of events one call may append; larger work is cut by the caller into transactions of its own. */
export const APPEND_EVENTS_MAX = 1000;

/** An event ready to be appended: subject and JSON come from its contract. */
export interface NewEvent {
  subject: string;
  aggregateId: string;
  data: JsonValue;
}

/** Pairs a contract with its data; the aggregate type is the subject's second token. */
export function event<Desc extends DescMessage>(
  schema: Desc,
  aggregateId: string,
  data: MessageInitShape<Desc>,
): NewEvent {
  return { subject: subjectOf(schema), aggregateId, data: encodeEvent(schema, data) };
}

const TAKE_VERSION = `
  INSERT INTO outbox_head (aggregate_type, aggregate_id, version)
  SELECT t, a, n FROM unnest($1::text[], $2::text[], $3::int[]) AS x(t, a, n) ORDER BY t, a
  ON CONFLICT ON CONSTRAINT outbox_head_pk DO UPDATE SET version = outbox_head.version + excluded.version
  RETURNING aggregate_type, aggregate_id, version`;

const APPEND = `
  INSERT INTO outbox (event_id, subject, aggregate_type, aggregate_id, aggregate_version, data, trace)
  SELECT e, s, t, a, v, d, $7::jsonb
  FROM ROWS FROM (unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::int[]), jsonb_array_elements($6::jsonb))
    WITH ORDINALITY AS x(e, s, t, a, v, d, o) ORDER BY o`;

/**
 * Appends events to the outbox of the running transaction. Taking the aggregate's next version locks its head row
 * until the commit, so versions and outbox positions of one aggregate run in the same order even when transactions
 * of other aggregates commit in another.
 */
export async function appendEvents(tx: EntityManager, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  if (events.length > APPEND_EVENTS_MAX) throw new Error(`appendEvents takes at most ${APPEND_EVENTS_MAX} events`);
  const counts = new Map<string, { type: string; id: string; count: number }>();
  for (const { subject, aggregateId } of events) {
    const type = aggregateOf(subject);
    const key = `${type}/${aggregateId}`;
    const entry = counts.get(key) ?? { type, id: aggregateId, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  const entries = [...counts.values()];
  const heads: { aggregate_type: string; aggregate_id: string; version: number }[] = await tx.query(TAKE_VERSION, [
    entries.map((entry) => entry.type),
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.count),
  ]);
  const next = new Map<string, number>();
  for (const head of heads) {
    const key = `${head.aggregate_type}/${head.aggregate_id}`;
    next.set(key, head.version - (counts.get(key)?.count ?? 0) + 1);
  }
  const versions = events.map(({ subject, aggregateId }) => {
    const key = `${aggregateOf(subject)}/${aggregateId}`;
    const version = next.get(key) ?? 1;
    next.set(key, version + 1);
    return version;
  });
  await tx.query(APPEND, [
    events.map(() => newId()),
    events.map((each) => each.subject),
    events.map((each) => aggregateOf(each.subject)),
    events.map((each) => each.aggregateId),
    versions,
    JSON.stringify(events.map((each) => each.data)),
    JSON.stringify(currentTrace()),
  ]);
  noteAppended(tx);
}
