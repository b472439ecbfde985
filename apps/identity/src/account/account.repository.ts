import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { deletePayloadsOfAccount } from '../oidc/oidc-payload.repository.js';
import { AccountEntity } from './account.entity.js';

export async function findActiveByUsername(tx: EntityManager, username: string): Promise<AccountEntity | undefined> {
  const account = await tx.findOneBy(AccountEntity, { username });
  return account && account.disabledAt === null ? account : undefined;
}

/** @param id the subject of a token, which may be another issuer's and of any form */
export async function findActiveById(tx: EntityManager, id: string): Promise<AccountEntity | undefined> {
  const account = isUUID(id) ? await tx.findOneBy(AccountEntity, { id }) : null;
  return account && account.disabledAt === null ? account : undefined;
}

export async function findByUsername(tx: EntityManager, username: string): Promise<AccountEntity | undefined> {
  return (await tx.findOneBy(AccountEntity, { username })) ?? undefined;
}

/** Locked to the end of the transaction. */
export async function lockAccount(tx: EntityManager, id: string): Promise<AccountEntity | undefined> {
  const account = await tx.findOne(AccountEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return account ?? undefined;
}

export async function changeAccount(
  tx: EntityManager,
  id: string,
  change: Partial<Pick<AccountEntity, 'passwordHash' | 'disabledAt' | 'roles'>>,
): Promise<void> {
  await tx.update(AccountEntity, { id }, change);
}

/**
 * Whatever the person is signed in to ends now: sessions, codes, refresh tokens and grants are deleted, and what a
 * request in flight writes back counts for nothing, because its sign-in is older than this second.
 */
export async function endSessions(tx: EntityManager, id: string): Promise<void> {
  await tx.query(
    `UPDATE account SET sessions_valid_from = date_trunc('second', clock_timestamp()) + interval '1 second' WHERE id = $1`,
    [id],
  );
  await tx.query('DELETE FROM sign_in_session WHERE account_id = $1', [id]);
  await deletePayloadsOfAccount(tx, id);
}

export async function insertAccounts(tx: EntityManager, accounts: readonly AccountEntity[]): Promise<void> {
  await tx.insert(AccountEntity, [...accounts]);
}

/** @returns false when the username is taken: of two that take it at once, one succeeds */
export async function insertNewAccount(tx: EntityManager, account: AccountEntity): Promise<boolean> {
  const { raw } = await tx
    .createQueryBuilder()
    .insert()
    .into(AccountEntity)
    .values(account)
    .orIgnore()
    .returning('id')
    .execute();
  return (raw as unknown[]).length === 1;
}

/** Newest first; one more than asked for tells whether there is another page. */
export async function listAccounts(
  tx: EntityManager,
  organisationId: string,
  page: { beforeId: string | undefined; limit: number },
): Promise<AccountEntity[]> {
  const query = tx
    .createQueryBuilder(AccountEntity, 'account')
    .where('account.organisationId = :organisationId', { organisationId })
    .orderBy('account.id', 'DESC')
    .limit(page.limit + 1);
  if (page.beforeId) query.andWhere('account.id < :beforeId', { beforeId: page.beforeId });
  return query.getMany();
}

/** People other than `exceptId` who can sign in and hold the role in the organisation. */
export async function countOthersWithRole(
  tx: EntityManager,
  organisationId: string,
  role: string,
  exceptId: string,
): Promise<number> {
  const rows = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM account
     WHERE organisation_id = $1 AND $2 = ANY(roles) AND id <> $3
       AND disabled_at IS NULL AND password_hash IS NOT NULL`,
    [organisationId, role, exceptId],
  );
  return rows[0]?.count ?? 0;
}

/** Those of the given usernames that have an account. */
export async function takenUsernames(tx: EntityManager, usernames: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ username: string }[]>('SELECT username FROM account WHERE username = ANY($1)', [
    usernames,
  ]);
  return new Set(rows.map((row) => row.username));
}

export async function listDemoAccounts(tx: EntityManager): Promise<AccountEntity[]> {
  return tx.findBy(AccountEntity, { isDemo: true });
}

export async function enableDemoAccounts(tx: EntityManager): Promise<void> {
  await tx.query('UPDATE account SET disabled_at = NULL WHERE is_demo AND disabled_at IS NOT NULL');
}

/** @returns how many were still enabled */
export async function disableDemoAccounts(tx: EntityManager): Promise<number> {
  const [, count] = await tx.query<[unknown, number]>(
    'UPDATE account SET disabled_at = now() WHERE is_demo AND disabled_at IS NULL',
  );
  return count;
}
