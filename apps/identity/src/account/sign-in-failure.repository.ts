import type { EntityManager } from 'typeorm';

/** Failures in a row that cost nothing; from the next on, each doubles the wait. */
const FREE_FAILURES = 5;
const FIRST_WAIT_S = 5;
/** Bounded, so that nobody can lock somebody else out for long. */
const WAIT_MAX_S = 300;
const FORGET_AFTER_S = 24 * 60 * 60;
const DOUBLINGS_MAX = 20;

/**
 * Counts an attempt as failed before the password is looked at, so that guesses sent at once all count.
 * @returns seconds to wait when attempts are not taken now
 */
export async function claimAttempt(tx: EntityManager, usernameIndex: string): Promise<number | undefined> {
  const claimed = await tx.query<unknown[]>(
    `INSERT INTO sign_in_failure AS known (username_index, failures, blocked_until, last_at)
     VALUES ($1, 1, now(), now())
     ON CONFLICT ON CONSTRAINT sign_in_failure_pk DO UPDATE SET
       failures = CASE WHEN known.last_at < now() - make_interval(secs => $5) THEN 1 ELSE known.failures + 1 END,
       blocked_until = CASE
         WHEN known.last_at < now() - make_interval(secs => $5) OR known.failures < $2 THEN now()
         ELSE now() + make_interval(secs => least($4, $3 * 2 ^ least(known.failures - $2, $6)))
       END,
       last_at = now()
     WHERE known.blocked_until <= now()
     RETURNING failures`,
    [usernameIndex, FREE_FAILURES, FIRST_WAIT_S, WAIT_MAX_S, FORGET_AFTER_S, DOUBLINGS_MAX],
  );
  if (claimed.length > 0) return undefined;
  const rows = await tx.query<{ seconds: number }[]>(
    `SELECT greatest(1, ceil(extract(epoch FROM blocked_until - now())))::int AS seconds
     FROM sign_in_failure WHERE username_index = $1`,
    [usernameIndex],
  );
  return rows[0]?.seconds ?? 1;
}

export async function clearFailures(tx: EntityManager, usernameIndex: string): Promise<void> {
  await tx.query('DELETE FROM sign_in_failure WHERE username_index = $1', [usernameIndex]);
}

/** @returns how many were deleted, at most `limit` */
export async function deleteForgottenFailures(tx: EntityManager, limit: number): Promise<number> {
  const [, count] = await tx.query<[unknown, number]>(
    `DELETE FROM sign_in_failure WHERE username_index IN (
       SELECT username_index FROM sign_in_failure WHERE last_at < now() - make_interval(secs => $1) LIMIT $2)`,
    [FORGET_AFTER_S, limit],
  );
  return count;
}
