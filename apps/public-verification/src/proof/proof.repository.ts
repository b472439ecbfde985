import type { PublicJwk } from '@app/credential';
import type { EntityManager } from 'typeorm';

/** 证明密钥: what the service signs its proofs with. */
export interface ProofKey {
  kid: string;
  privateSealed: string;
  publicJwk: PublicJwk;
  certificateDer: Buffer;
  madeAt: Date;
}

export async function findProofKey(tx: EntityManager): Promise<ProofKey | undefined> {
  const [key] = await tx.query<ProofKey[]>(
    `SELECT kid, private_sealed AS "privateSealed", public_jwk AS "publicJwk", certificate_der AS "certificateDer",
       made_at AS "madeAt" FROM proof_key`,
  );
  return key;
}

/** Kept unless another process was first. */
export async function offerProofKey(tx: EntityManager, key: ProofKey): Promise<void> {
  await tx.query(
    `INSERT INTO proof_key (kid, private_sealed, public_jwk, certificate_der, made_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT proof_key_single_unique DO NOTHING`,
    [key.kid, key.privateSealed, JSON.stringify(key.publicJwk), key.certificateDer, key.madeAt],
  );
}
