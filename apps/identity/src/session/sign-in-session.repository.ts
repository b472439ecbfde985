import type { EntityManager } from 'typeorm';
import { SignInSessionEntity } from './sign-in-session.entity.js';

/** A use is written down when the last one is at least this long ago: reading a page costs no write. */
const USE_EVERY_S = 60;

export async function recordSession(tx: EntityManager, session: SignInSessionEntity): Promise<void> {
  await tx.query(
    `INSERT INTO sign_in_session AS known (uid, account_id, browser, address_sealed, began_at, last_used_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT ON CONSTRAINT sign_in_session_pk DO UPDATE SET account_id = excluded.account_id,
       browser = excluded.browser, address_sealed = excluded.address_sealed, began_at = excluded.began_at,
       last_used_at = excluded.last_used_at, expires_at = excluded.expires_at
     WHERE known.account_id <> excluded.account_id OR known.began_at <> excluded.began_at
       OR known.last_used_at < excluded.last_used_at - make_interval(secs => $8)`,
    [
      session.uid,
      session.accountId,
      session.browser,
      session.addressSealed,
      session.beganAt,
      session.lastUsedAt,
      session.expiresAt,
      USE_EVERY_S,
    ],
  );
}

/** A program of the session asked for new tokens. */
export async function recordUse(tx: EntityManager, uid: string): Promise<void> {
  await tx.query(
    `UPDATE sign_in_session SET last_used_at = now()
     WHERE uid = $1 AND last_used_at < now() - make_interval(secs => $2)`,
    [uid, USE_EVERY_S],
  );
}

/** Those that still open something, the last used first. */
export async function listSessions(tx: EntityManager, accountId: string): Promise<SignInSessionEntity[]> {
  return tx
    .createQueryBuilder(SignInSessionEntity, 'session')
    .where('session.accountId = :accountId', { accountId })
    .andWhere(
      `EXISTS (SELECT 1 FROM oidc_payload p WHERE p.model = 'Session' AND p.uid = session.uid
         AND p.account_id = session.account_id::text AND p.expires_at > now())`,
    )
    .orderBy('session.lastUsedAt', 'DESC')
    .getMany();
}

export async function deleteSession(tx: EntityManager, uid: string): Promise<void> {
  await tx.delete(SignInSessionEntity, { uid });
}

/** @returns how many were deleted, at most `limit` */
export async function deleteExpiredSessions(tx: EntityManager, limit: number): Promise<number> {
  const [, count] = await tx.query<[unknown, number]>(
    `DELETE FROM sign_in_session WHERE uid IN (
       SELECT uid FROM sign_in_session WHERE expires_at < now() ORDER BY expires_at LIMIT $1)`,
    [limit],
  );
  return count;
}
