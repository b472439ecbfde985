import { DomainError } from '@app/kernel';
import type { DataSource } from 'typeorm';
import type { EventEnvelope } from './envelope.js';
import { sqlStateOf } from './transaction.js';

/** Failures of one event after which it goes to the dead-letter list. */
export const ATTEMPTS_MAX = 8;
const BACKOFF_MS = [200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000] as const;
const DEAD_LETTERS_PAGE_MAX = 100;
const REASON_LENGTH_MAX = 300;

/** Connection lost, shutdown, out of resources: the event is not to blame, so it is tried for ever. */
const TRANSIENT_SQLSTATE = /^(08|53|57|58)/;
const TRANSIENT_SYSTEM = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

const TRANSIENT_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|connection (is )?closed|client has encountered a connection error|not queryable|query runner (was )?already released/i;

/** The database is away, is shutting down or has no room: nothing is wrong with what was asked of it. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = sqlStateOf(error) ?? '';
  if (TRANSIENT_SQLSTATE.test(code) || TRANSIENT_SYSTEM.has(code)) return true;
  // node-postgres has no code for a connection that was cut, and TypeORM says of one that was cut between two statements
  // of a transaction only that it is gone.
  return TRANSIENT_MESSAGE.test(error.message);
}

export function backoffMs(attempt: number): number {
  return BACKOFF_MS[Math.min(Math.max(attempt, 1), BACKOFF_MS.length) - 1] ?? 0;
}

/** Why an event failed, without any value of its payload: database messages can quote rows. */
export function reasonOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  const sqlState = sqlStateOf(error);
  if (sqlState) {
    const constraint = (error as { driverError?: { constraint?: string } }).driverError?.constraint;
    return `sqlstate ${sqlState}${constraint ? ` (${constraint})` : ''}`;
  }
  if (!(error instanceof Error)) return 'unknown';
  const at = error.stack?.split('\n')[1]?.trim() ?? '';
  return `${error.name} ${at.replace(/\(?file:\/\/.*\/(?=(apps|libs)\/)/, '(')}`.slice(0, REASON_LENGTH_MAX);
}

export interface DeadLetter {
  eventId: string;
  subject: string;
  aggregateType: string;
  aggregateId: string;
  aggregateVersion: number;
  attempts: number;
  reason: string;
  firstFailedAt: Date;
  lastFailedAt: Date;
}

/** Counts one failure and says whether the event may be tried again. */
export async function recordFailure(
  dataSource: DataSource,
  envelope: EventEnvelope,
  reason: string,
  dead = false,
): Promise<{ attempts: number; state: 'retrying' | 'dead' }> {
  const [row] = await dataSource.query<{ attempts: number; state: 'retrying' | 'dead' }[]>(
    `INSERT INTO event_failure AS f
       (event_id, publisher, subject, aggregate_type, aggregate_id, aggregate_version, envelope, state, attempts, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, CASE WHEN $8 THEN 'dead' ELSE 'retrying' END, 1, $9)
     ON CONFLICT ON CONSTRAINT event_failure_pk DO UPDATE SET
       attempts = f.attempts + 1, reason = excluded.reason, last_failed_at = now(),
       state = CASE WHEN $8 OR f.attempts + 1 >= $10 THEN 'dead' ELSE f.state END
     RETURNING attempts, state`,
    [
      envelope.eventId,
      envelope.publisher,
      envelope.subject,
      envelope.aggregateType,
      envelope.aggregateId,
      envelope.aggregateVersion,
      JSON.stringify(envelope),
      dead,
      reason,
      ATTEMPTS_MAX,
    ],
  );
  return row ?? { attempts: 1, state: 'retrying' };
}

export async function clearFailure(dataSource: DataSource, eventId: string): Promise<void> {
  await dataSource.query('DELETE FROM event_failure WHERE event_id = $1', [eventId]);
}

/** Oldest first, at most 100. */
export async function listDeadLetters(dataSource: DataSource): Promise<DeadLetter[]> {
  return dataSource.query<DeadLetter[]>(
    `SELECT event_id AS "eventId", subject, aggregate_type AS "aggregateType", aggregate_id AS "aggregateId",
            aggregate_version AS "aggregateVersion", attempts, reason,
            first_failed_at AS "firstFailedAt", last_failed_at AS "lastFailedAt"
     FROM event_failure WHERE state = 'dead' ORDER BY first_failed_at LIMIT ${DEAD_LETTERS_PAGE_MAX}`,
  );
}

/** The dead letters to try again, in the order of their aggregates' versions; `eventId` picks one. */
export async function deadEnvelopes(dataSource: DataSource, eventId?: string): Promise<EventEnvelope[]> {
  const rows = await dataSource.query<{ envelope: EventEnvelope }[]>(
    `SELECT envelope FROM event_failure WHERE state = 'dead' AND ($1::uuid IS NULL OR event_id = $1)
     ORDER BY publisher, aggregate_type, aggregate_id, aggregate_version LIMIT ${DEAD_LETTERS_PAGE_MAX}`,
    [eventId ?? null],
  );
  return rows.map((row) => row.envelope);
}
