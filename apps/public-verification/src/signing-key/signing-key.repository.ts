import type { EntityManager } from 'typeorm';
import { KnownKeyEntity } from './signing-key.entity.js';
import type { KnownKey } from './signing-key.js';

/** Events of one key come in order, so the last one is how it stands; coordinates that were told once are kept. */
export async function keepKey(tx: EntityManager, key: KnownKey, recordedAt: Date): Promise<void> {
  await tx.query(
    `INSERT INTO signing_key (kid, organisation_id, state, public_jwk, compromised_from, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT ON CONSTRAINT signing_key_pk DO UPDATE SET state = excluded.state,
       public_jwk = coalesce(excluded.public_jwk, signing_key.public_jwk),
       compromised_from = excluded.compromised_from, recorded_at = excluded.recorded_at`,
    [key.kid, key.organisationId, key.state, key.publicJwk, key.compromisedFrom, recordedAt],
  );
}

export async function findKey(tx: EntityManager, kid: string): Promise<KnownKey | null> {
  const row = await tx.findOneBy(KnownKeyEntity, { kid });
  if (!row) return null;
  const { organisationId, state, publicJwk, compromisedFrom } = row;
  return {
    kid,
    organisationId,
    state,
    publicJwk,
    compromisedFrom: compromisedFrom === null ? null : Number(compromisedFrom),
  };
}
