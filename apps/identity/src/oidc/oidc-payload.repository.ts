import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { OidcPayloadEntity } from './oidc-payload.entity.js';

/** Written without `consumed_at`: saving an artefact again does not make it fresh. */
export type SavedPayload = Omit<OidcPayloadEntity, 'consumedAt'>;

/** As ids are kept: the id itself is a bearer secret. */
export const payloadDigest = (id: string): string => createHash('sha256').update(id).digest('base64url');

export async function savePayload(tx: EntityManager, row: SavedPayload): Promise<void> {
  await tx.upsert(OidcPayloadEntity, row, ['model', 'idSha256']);
}

export async function findPayload(
  tx: EntityManager,
  model: string,
  by: { idSha256: string } | { uid: string },
): Promise<OidcPayloadEntity | null> {
  return tx.findOneBy(OidcPayloadEntity, { model, ...by });
}

/** @returns false when it was consumed before, or is gone: of two that try at once, one succeeds */
export async function consumePayload(tx: EntityManager, model: string, idSha256: string): Promise<boolean> {
  const [, count] = await tx.query<[unknown, number]>(
    'UPDATE oidc_payload SET consumed_at = now() WHERE model = $1 AND id_sha256 = $2 AND consumed_at IS NULL',
    [model, idSha256],
  );
  return count === 1;
}

export async function deletePayload(tx: EntityManager, model: string, idSha256: string): Promise<void> {
  await tx.delete(OidcPayloadEntity, { model, idSha256 });
}

export async function deletePayloadsOfGrant(tx: EntityManager, model: string, grantId: string): Promise<void> {
  await tx.delete(OidcPayloadEntity, { model, grantId });
}

export async function deletePayloadsOfGrants(tx: EntityManager, grantIds: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM oidc_payload WHERE grant_id = ANY($1::text[])', [grantIds]);
}

/** A person's sessions, grants, codes and refresh tokens, and sign-ins that are about to become a session. */
export async function deletePayloadsOfAccount(tx: EntityManager, accountId: string): Promise<void> {
  await tx.delete(OidcPayloadEntity, { accountId });
}

/** @returns how many were deleted, at most `limit` */
export async function deleteExpiredPayloads(tx: EntityManager, limit: number): Promise<number> {
  const [, count] = await tx.query<[unknown, number]>(
    `DELETE FROM oidc_payload WHERE (model, id_sha256) IN (
       SELECT model, id_sha256 FROM oidc_payload WHERE expires_at < now() ORDER BY expires_at LIMIT $1)`,
    [limit],
  );
  return count;
}
