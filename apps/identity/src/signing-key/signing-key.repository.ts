import type { EntityManager } from 'typeorm';
import { SigningKeyEntity } from './signing-key.entity.js';

/** Held to the end of the transaction: of processes that start together, one makes the key. */
export async function lockSigningKeys(tx: EntityManager): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('identity/signing-key'))`);
}

/** Newest first; the newest signs, the older ones are still published. */
export async function listSigningKeys(tx: EntityManager): Promise<SigningKeyEntity[]> {
  return tx.find(SigningKeyEntity, { order: { createdAt: 'DESC', id: 'ASC' } });
}

export async function insertSigningKey(tx: EntityManager, key: SigningKeyEntity): Promise<void> {
  await tx.insert(SigningKeyEntity, key);
}
