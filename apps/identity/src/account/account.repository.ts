import type { EntityManager } from 'typeorm';
import { AccountEntity } from './account.entity.js';

export async function findActiveByUsername(tx: EntityManager, username: string): Promise<AccountEntity | undefined> {
  const account = await tx.findOneBy(AccountEntity, { username });
  return account && account.disabledAt === null ? account : undefined;
}

export async function findActiveById(tx: EntityManager, id: string): Promise<AccountEntity | undefined> {
  const account = await tx.findOneBy(AccountEntity, { id });
  return account && account.disabledAt === null ? account : undefined;
}

export async function findByUsername(tx: EntityManager, username: string): Promise<AccountEntity | undefined> {
  return (await tx.findOneBy(AccountEntity, { username })) ?? undefined;
}

export async function changeAccount(
  tx: EntityManager,
  id: string,
  change: Partial<Pick<AccountEntity, 'passwordHash' | 'disabledAt'>>,
): Promise<void> {
  await tx.update(AccountEntity, { id }, change);
}

export async function insertAccounts(tx: EntityManager, accounts: readonly AccountEntity[]): Promise<void> {
  await tx.insert(AccountEntity, [...accounts]);
}

/** Those of the given usernames that have an account. */
export async function takenUsernames(tx: EntityManager, usernames: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ username: string }[]>('SELECT username FROM account WHERE username = ANY($1)', [
    usernames,
  ]);
  return new Set(rows.map((row) => row.username));
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
