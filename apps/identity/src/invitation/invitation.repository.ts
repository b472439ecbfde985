import type { EntityManager } from 'typeorm';
import { InvitationEntity } from './invitation.entity.js';

export async function putInvitation(tx: EntityManager, invitation: InvitationEntity): Promise<void> {
  await tx.upsert(InvitationEntity, invitation, ['accountId']);
}

export async function deleteInvitation(tx: EntityManager, accountId: string): Promise<void> {
  await tx.delete(InvitationEntity, { accountId });
}

export async function isOpenInvitation(
  tx: EntityManager,
  accountId: string,
  codeSha256: string,
  now: Date,
): Promise<boolean> {
  const invitation = await tx.findOneBy(InvitationEntity, { accountId, codeSha256 });
  return invitation !== null && invitation.expiresAt > now;
}

/** @returns false when it was used, replaced or has expired: of two that try at once, one succeeds */
export async function claimInvitation(
  tx: EntityManager,
  accountId: string,
  codeSha256: string,
  now: Date,
): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    'DELETE FROM invitation WHERE account_id = $1 AND code_sha256 = $2 AND expires_at > $3',
    [accountId, codeSha256, now],
  );
  return count === 1;
}

/** By account, for those of the accounts that have one. */
export async function invitationExpiries(
  tx: EntityManager,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx.query<{ account_id: string; expires_at: Date }[]>(
    'SELECT account_id, expires_at FROM invitation WHERE account_id = ANY($1::uuid[])',
    [accountIds],
  );
  return new Map(rows.map((row) => [row.account_id, row.expires_at]));
}
