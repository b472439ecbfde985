import { decodeEvent } from '@app/contracts';
import type { DescMessage, MessageShape } from '@bufbuild/protobuf';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { EventEnvelope } from './envelope.js';
import { SERVICE } from './standing.js';
import { inTransaction } from './transaction.js';

/** An earlier event of the same aggregate has not been handled yet: this one waits. */
export class GapError extends Error {
  constructor(
    readonly envelope: EventEnvelope,
    readonly behindDead: boolean,
  ) {
    super(`waits for version ${envelope.aggregateVersion - 1} of ${envelope.aggregateType}`);
    this.name = 'GapError';
  }
}

type Entry = 'new' | 'seen' | 'gap' | 'gap-behind-dead';

const ENTER = `
  WITH key AS (SELECT $1::text AS p, $2::text AS t, $3::text AS a, $4::int AS v),
  entered AS (
    INSERT INTO inbox (publisher, aggregate_type, aggregate_id, aggregate_version, event_id, subject)
    SELECT p, t, a, v, $5::uuid, $6 FROM key
    WHERE v = 1 OR EXISTS (SELECT 1 FROM inbox WHERE publisher = p AND aggregate_type = t AND aggregate_id = a AND aggregate_version = v - 1)
    ON CONFLICT ON CONSTRAINT inbox_pk DO NOTHING RETURNING 1)
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM entered) THEN 'new'
    WHEN EXISTS (SELECT 1 FROM inbox, key WHERE publisher = p AND aggregate_type = t AND aggregate_id = a AND aggregate_version >= v) THEN 'seen'
    WHEN EXISTS (SELECT 1 FROM event_failure, key WHERE publisher = p AND aggregate_type = t AND aggregate_id = a AND aggregate_version < v AND state = 'dead') THEN 'gap-behind-dead'
    ELSE 'gap' END AS entry`;

/**
 * Exactly-once effect: the inbox row, the effect and the events that follow from it commit together, and an event
 * that comes again, late or early changes nothing.
 */
@Injectable()
export class Inbox {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * Runs `effect` unless this event was handled before.
   * @throws GapError when the aggregate's previous event is still missing
   */
  async once<Desc extends DescMessage>(
    envelope: EventEnvelope,
    schema: Desc,
    effect: (tx: EntityManager, data: MessageShape<Desc>) => Promise<void>,
  ): Promise<void> {
    const data = decodeEvent(schema, envelope.data);
    await this.enter(envelope, (tx) => effect(tx, data));
  }

  /** Notes an event this service has no handler for, so that the aggregate's next one does not wait for it. */
  async skip(envelope: EventEnvelope): Promise<void> {
    await this.enter(envelope, () => Promise.resolve());
  }

  private async enter(envelope: EventEnvelope, effect: (tx: EntityManager) => Promise<void>): Promise<void> {
    const shared = sharedTransaction.get(envelope);
    if (!shared) await inTransaction(this.dataSource, SERVICE, (tx) => enterIn(tx, envelope, effect));
    else if (shared.isNew) await effect(shared.tx);
  }
}

async function enterIn(
  tx: EntityManager,
  envelope: EventEnvelope,
  effect: (tx: EntityManager) => Promise<void>,
): Promise<void> {
  const [row] = await tx.query<{ entry: Entry }[]>(ENTER, [
    envelope.publisher,
    envelope.aggregateType,
    envelope.aggregateId,
    envelope.aggregateVersion,
    envelope.eventId,
    envelope.subject,
  ]);
  const entry = row?.entry ?? 'gap';
  if (entry === 'gap' || entry === 'gap-behind-dead') throw new GapError(envelope, entry === 'gap-behind-dead');
  if (entry === 'new') await effect(tx);
}

const HEADS = `
  SELECT (SELECT max(aggregate_version) FROM inbox AS i
          WHERE i.publisher = k.p AND i.aggregate_type = k.t AND i.aggregate_id = k.a) AS head
  FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS k(p, t, a, o) ORDER BY o`;

const ENTER_ALL = `
  INSERT INTO inbox (publisher, aggregate_type, aggregate_id, aggregate_version, event_id, subject)
  SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::uuid[], $6::text[])
  ON CONFLICT ON CONSTRAINT inbox_pk DO NOTHING RETURNING 1 AS entered`;

/**
 * Enters the events that are new, in two statements.
 * @throws GapError when one has to wait; Error when another process takes one of them at this moment
 */
async function enterAll(tx: EntityManager, envelopes: readonly EventEnvelope[]): Promise<Set<EventEnvelope>> {
  const rows = await tx.query<{ head: number | null }[]>(HEADS, [
    envelopes.map((each) => each.publisher),
    envelopes.map((each) => each.aggregateType),
    envelopes.map((each) => each.aggregateId),
  ]);
  const heads = new Map<string, number>();
  const fresh: EventEnvelope[] = [];
  for (const [index, envelope] of envelopes.entries()) {
    const key = `${envelope.publisher}/${envelope.aggregateType}/${envelope.aggregateId}`;
    const head = heads.get(key) ?? rows[index]?.head ?? 0;
    if (envelope.aggregateVersion > head + 1) throw new GapError(envelope, false);
    if (envelope.aggregateVersion === head + 1) fresh.push(envelope);
    heads.set(key, Math.max(head, envelope.aggregateVersion));
  }
  const entered = await tx.query<unknown[]>(ENTER_ALL, [
    fresh.map((each) => each.publisher),
    fresh.map((each) => each.aggregateType),
    fresh.map((each) => each.aggregateId),
    fresh.map((each) => each.aggregateVersion),
    fresh.map((each) => each.eventId),
    fresh.map((each) => each.subject),
  ]);
  if (entered.length < fresh.length) throw new Error('another process takes one of these events');
  return new Set(fresh);
}

/** Set while an event is handled together with others: its inbox row is written, its effect joins their transaction. */
const sharedTransaction = new WeakMap<EventEnvelope, { tx: EntityManager; isNew: boolean }>();

/** Handles events of one stream in one transaction, in their order: all take effect, or none does. */
export async function handleTogether(
  dataSource: DataSource,
  envelopes: readonly EventEnvelope[],
  handle: (envelope: EventEnvelope) => Promise<void>,
): Promise<void> {
  try {
    await inTransaction(dataSource, SERVICE, async (tx) => {
      const fresh = await enterAll(tx, envelopes);
      for (const envelope of envelopes) {
        sharedTransaction.set(envelope, { tx, isNew: fresh.has(envelope) });
        await handle(envelope);
      }
    });
  } finally {
    for (const envelope of envelopes) sharedTransaction.delete(envelope);
  }
}
