import type { EntityManager } from 'typeorm';
import { newOneTimeCode, oneTimeCodeDigest } from '../one-time-code/one-time-code.js';
import { putInvitation } from './invitation.repository.js';

/** Days for which a code of an invitation is good. */
export const INVITATION_DAYS = 7;
const MS_PER_DAY = 24 * 60 * 60 * 1000;

export interface IssuedInvitation {
  /** Shown once and kept only as a digest. */
  code: string;
  expiresAt: Date;
}

export async function issueInvitation(
  tx: EntityManager,
  accountId: string,
  invitedBy: string,
  now: Date,
): Promise<IssuedInvitation> {
  const code = newOneTimeCode();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * MS_PER_DAY);
  await putInvitation(tx, {
    accountId,
    codeSha256: oneTimeCodeDigest(code) ?? '',
    invitedBy,
    createdAt: now,
    expiresAt,
  });
  return { code, expiresAt };
}
