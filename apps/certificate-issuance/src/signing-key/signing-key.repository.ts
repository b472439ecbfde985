import type { EntityManager } from 'typeorm';
import { SigningKeyEntity } from './signing-key.entity.js';

export function findActiveKey(tx: EntityManager, organisationId: string): Promise<SigningKeyEntity | null> {
  return tx.findOneBy(SigningKeyEntity, { organisationId, state: 'active' });
}

/** Keeps the key unless the body already has an active one. */
export async function offerKey(tx: EntityManager, key: SigningKeyEntity): Promise<void> {
  await tx.createQueryBuilder().insert().into(SigningKeyEntity).values(key).orIgnore().execute();
}

export function listKeys(tx: EntityManager, limit: number): Promise<SigningKeyEntity[]> {
  return tx.find(SigningKeyEntity, {
    select: { kid: true, organisationId: true, publicJwk: true },
    order: { kid: 'ASC' },
    take: limit,
  });
}
