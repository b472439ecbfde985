import { schemaOf } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { READ_MODEL_TABLES, shadowOf } from './read-model.js';

/** An issued batch holds 500 certificates, so this is 32,000 of them. */
const EVENTS_AT_ONCE = 64;

export interface RecordedEvent {
  position: string;
  publisher: string;
  aggregateType: string;
  aggregateId: string;
  aggregateVersion: number;
  eventId: string;
  subject: string;
  data: unknown;
  occurredAt: Date;
}

/** Keeps a second rebuild out for as long as the session lasts. */
export async function claimRebuild(tx: EntityManager, schema: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }[]>(
    `SELECT pg_try_advisory_lock(hashtextextended(current_database() || '.' || $1 || '.rebuild', 0)) AS held`,
    [schema],
  );
  return row?.held === true;
}

export async function makeShadow(tx: EntityManager, schema: string): Promise<void> {
  await tx.query(`CREATE SCHEMA IF NOT EXISTS ${shadowOf(schema)}`);
}

export async function dropShadow(tx: EntityManager, schema: string): Promise<void> {
  await tx.query(`DROP SCHEMA IF EXISTS ${shadowOf(schema)} CASCADE`);
}

const SAME_EVENT = `publisher = $1 AND aggregate_type = o.aggregate_type AND aggregate_id = o.aggregate_id
  AND aggregate_version = o.aggregate_version`;

/**
 * The next events of a publisher's outbox that the serving read model has taken in and the new one has not, in the order
 * in which they were told. What has not arrived yet is left to the consumers: an event is never taken ahead of the
 * other rooms that hear it.
 */
export function missingEvents(
  tx: EntityManager,
  schema: string,
  publisher: string,
  { after, subjects }: { after: string; subjects: readonly string[] },
): Promise<RecordedEvent[]> {
  return tx.query<RecordedEvent[]>(
    `SELECT o.position, $1 AS publisher, o.aggregate_type AS "aggregateType", o.aggregate_id AS "aggregateId",
       o.aggregate_version AS "aggregateVersion", o.event_id AS "eventId", o.subject, o.data, o.occurred_at AS "occurredAt"
     FROM ${schemaOf(publisher)}.outbox o
     WHERE o.position > $2 AND o.subject = ANY ($3)
       AND EXISTS (SELECT 1 FROM ${schema}.inbox WHERE ${SAME_EVENT})
       AND NOT EXISTS (SELECT 1 FROM ${shadowOf(schema)}.inbox WHERE ${SAME_EVENT})
     ORDER BY o.position LIMIT ${EVENTS_AT_ONCE}`,
    [publisher, after, subjects],
  );
}

export async function countMissing(
  tx: EntityManager,
  schema: string,
  publisher: string,
  subjects: readonly string[],
): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM ${schemaOf(publisher)}.outbox o WHERE o.subject = ANY ($2)
       AND EXISTS (SELECT 1 FROM ${schema}.inbox WHERE ${SAME_EVENT})
       AND NOT EXISTS (SELECT 1 FROM ${shadowOf(schema)}.inbox WHERE ${SAME_EVENT})`,
    [publisher, subjects],
  );
  return row?.count ?? 0;
}

export async function noteTaken(tx: EntityManager, schema: string, events: readonly RecordedEvent[]): Promise<void> {
  await tx.query(
    `INSERT INTO ${shadowOf(schema)}.inbox (publisher, aggregate_type, aggregate_id, aggregate_version, event_id, subject)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::uuid[], $6::text[])`,
    [
      events.map((each) => each.publisher),
      events.map((each) => each.aggregateType),
      events.map((each) => each.aggregateId),
      events.map((each) => each.aggregateVersion),
      events.map((each) => each.eventId),
      events.map((each) => each.subject),
    ],
  );
}

/** Nobody writes the serving read model from here to the commit; everybody reads it. The inbox first, as consumers do. */
export async function holdWriters(tx: EntityManager, schema: string): Promise<void> {
  for (const table of ['inbox', ...READ_MODEL_TABLES]) {
    await tx.query(`LOCK TABLE ${schema}.${table} IN SHARE ROW EXCLUSIVE MODE`);
  }
}

/**
 * Puts the new tables in the place of the serving ones, with their rights. A query that waits for this goes on with the
 * new table, because names and plans are looked up again.
 */
export async function swapTables(tx: EntityManager, schema: string): Promise<void> {
  const shadow = shadowOf(schema);
  for (const table of READ_MODEL_TABLES) {
    const rights = await tx.query<{ sql: string }[]>(
      `SELECT format('GRANT %s ON %I.%I TO %s', a.privilege_type, $2::text, c.relname, a.grantee::regrole) AS sql
       FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = ($1 || '.' || $3)::regclass AND a.grantee <> 0`,
      [schema, shadow, table],
    );
    for (const { sql } of rights) await tx.query(sql);
    await tx.query(`DROP TABLE ${schema}.${table}; ALTER TABLE ${shadow}.${table} SET SCHEMA ${schema}`);
  }
  await dropShadow(tx, schema);
}
