import type { PersonalDataVault } from '@app/platform';
import type { AdapterPayload } from 'oidc-provider';
import type { EntityManager } from 'typeorm';
import { deleteSession } from '../session/sign-in-session.repository.js';
import { deletePayload, deletePayloadsOfGrants, findPayload, payloadDigest } from './oidc-payload.repository.js';

/**
 * Ends one session of a person with all that was signed in to through it: grants, codes and refresh tokens.
 * @returns false when the person has no such session
 */
export async function endSession(
  tx: EntityManager,
  vault: PersonalDataVault,
  accountId: string,
  uid: string,
): Promise<boolean> {
  const row = await findPayload(tx, 'Session', { uid });
  if (row?.accountId !== accountId) return false;
  const { authorizations = {} } = JSON.parse(vault.open('secret', row.payloadSealed)) as AdapterPayload;
  const grantIds = Object.values(authorizations).flatMap(({ grantId }) => (grantId ? [grantId] : []));
  await deletePayloadsOfGrants(tx, grantIds);
  for (const grantId of grantIds) await deletePayload(tx, 'Grant', payloadDigest(grantId));
  await deletePayload(tx, 'Session', row.idSha256);
  await deleteSession(tx, uid);
  return true;
}
