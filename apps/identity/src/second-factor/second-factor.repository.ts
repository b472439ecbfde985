import type { EntityManager } from 'typeorm';
import { RecoveryCodeEntity } from './recovery-code.entity.js';
import { SecondFactorEntity } from './second-factor.entity.js';

export async function findSecondFactor(tx: EntityManager, accountId: string): Promise<SecondFactorEntity | undefined> {
  return (await tx.findOneBy(SecondFactorEntity, { accountId })) ?? undefined;
}

/** @returns false when the account has one already: of two that set one up at once, one succeeds */
export async function insertSecondFactor(tx: EntityManager, factor: SecondFactorEntity): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `INSERT INTO second_factor (account_id, secret_sealed, last_step, created_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT ON CONSTRAINT second_factor_pk DO NOTHING RETURNING 1 AS made`,
    [factor.accountId, factor.secretSealed, factor.lastStep, factor.createdAt],
  );
  return rows.length === 1;
}

/** @returns false when this step, or a later one, was accepted before: of two that try at once, one succeeds */
export async function claimStep(tx: EntityManager, accountId: string, step: number): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    'UPDATE second_factor SET last_step = $2 WHERE account_id = $1 AND last_step < $2',
    [accountId, step],
  );
  return count === 1;
}

/** @returns false when there is no such code, or it was used before */
export async function claimRecoveryCode(tx: EntityManager, accountId: string, codeSha256: string): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    'UPDATE recovery_code SET used_at = now() WHERE account_id = $1 AND code_sha256 = $2 AND used_at IS NULL',
    [accountId, codeSha256],
  );
  return count === 1;
}

export async function replaceRecoveryCodes(
  tx: EntityManager,
  accountId: string,
  digests: readonly string[],
): Promise<void> {
  await tx.delete(RecoveryCodeEntity, { accountId });
  await tx.insert(
    RecoveryCodeEntity,
    digests.map((codeSha256) => ({ accountId, codeSha256, usedAt: null })),
  );
}

export async function countRecoveryCodes(tx: EntityManager, accountId: string): Promise<number> {
  const rows = await tx.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM recovery_code WHERE account_id = $1 AND used_at IS NULL',
    [accountId],
  );
  return rows[0]?.count ?? 0;
}

/** The telephone is lost or changed: neither it nor the codes that stand in for it open anything. */
export async function forgetSecondFactor(tx: EntityManager, accountId: string): Promise<void> {
  await tx.delete(RecoveryCodeEntity, { accountId });
  await tx.delete(SecondFactorEntity, { accountId });
}

/** Those of the accounts that have one. */
export async function accountsWithSecondFactor(tx: EntityManager, accountIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ account_id: string }[]>(
    'SELECT account_id FROM second_factor WHERE account_id = ANY($1::uuid[])',
    [accountIds],
  );
  return new Set(rows.map((row) => row.account_id));
}
