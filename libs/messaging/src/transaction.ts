import type { DataSource, EntityManager } from 'typeorm';
import { ringAfter } from './outbox-bell.js';
import { takeStanding, type Standing } from './standing.js';

const ATTEMPTS_MAX = 3;
const RETRY_DELAY_MS = 20;
/** serialization_failure and deadlock_detected: the only ones where the same transaction may succeed next time. */
const RETRYABLE_SQLSTATES = new Set(['40001', '40P01']);

/** SQLSTATE of an error that came from PostgreSQL through TypeORM, if it has one. */
export function sqlStateOf(error: unknown): string | undefined {
  const driverError = (error as { driverError?: { code?: unknown } } | null)?.driverError;
  const code = driverError?.code ?? (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/**
 * Runs `work` in one transaction on behalf of `standing` and retries it as a whole on 40001 and 40P01.
 * `work` must have no effect outside the transaction; the first error is rethrown when no attempt succeeds.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  standing: Standing,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  let firstError: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    let used: EntityManager | undefined;
    try {
      const done = await dataSource.transaction(async (tx) => {
        used = tx;
        await takeStanding(tx, standing, 'change');
        return work(tx);
      });
      if (used) ringAfter(used, true);
      return done;
    } catch (error) {
      if (used) ringAfter(used, false);
      firstError ??= error;
      if (!RETRYABLE_SQLSTATES.has(sqlStateOf(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS * attempt * (1 + Math.random())));
    }
  }
  throw firstError;
}

/** Reads on behalf of `standing`, from one transaction that cannot write. */
export async function readAs<T>(
  dataSource: DataSource,
  standing: Standing,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  return dataSource.transaction(async (tx) => {
    await takeStanding(tx, standing, 'read');
    return work(tx);
  });
}
