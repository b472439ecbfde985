import type { PersonalDataVault } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { issueInvitation, type IssuedInvitation } from '../invitation/issue-invitation.js';
import { forgetSecondFactor } from '../second-factor/second-factor.repository.js';
import type { AccountEntity } from './account.entity.js';
import { changeAccount, endSessions } from './account.repository.js';
import { clearFailures } from './sign-in-failure.repository.js';

/** The old password and the old second factor are gone, whoever has them; the invitation opens the account again. */
export async function resetAccount(
  tx: EntityManager,
  vault: PersonalDataVault,
  account: AccountEntity,
  by: string,
  now: Date,
): Promise<IssuedInvitation> {
  await changeAccount(tx, account.id, { passwordHash: null });
  await forgetSecondFactor(tx, account.id);
  await endSessions(tx, account.id);
  await clearFailures(tx, vault.index('name', account.username));
  return issueInvitation(tx, account.id, by, now);
}
