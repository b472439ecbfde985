import type { EntityManager } from 'typeorm';
import { SigningKeyEntity } from './signing-key.entity.js';
import type { SigningKey } from './signing-key.js';

/** As many as the issuing service publishes. */
const KEYS_MAX = 20_000;

export async function keepSigningKey(tx: EntityManager, key: SigningKey): Promise<void> {
  await tx.upsert(SigningKeyEntity, { ...key }, ['kid']);
}

export function listSigningKeys(tx: EntityManager): Promise<SigningKey[]> {
  return tx.find(SigningKeyEntity, { order: { kid: 'ASC' }, take: KEYS_MAX });
}
