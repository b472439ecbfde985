import { inTransaction, PersonalDataVault, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { DataSource } from 'typeorm';
import type { SigningKeyEntity } from './signing-key.entity.js';
import { insertSigningKey, listSigningKeys, lockSigningKeys } from './signing-key.repository.js';

export const SIGNING_ALGORITHM = 'ES256';

@Injectable()
export class SigningKeyService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** The installation's private keys, the signing one first. The first start ever makes it. */
  async keys(): Promise<JWK[]> {
    const rows = await inTransaction(this.dataSource, SERVICE, async (tx) => {
      await lockSigningKeys(tx);
      const known = await listSigningKeys(tx);
      if (known.length > 0) return known;
      const made = await this.makeKey();
      await insertSigningKey(tx, made);
      return [made];
    });
    return rows.map((row) => JSON.parse(this.vault.open('secret', row.jwkSealed)) as JWK);
  }

  private async makeKey(): Promise<SigningKeyEntity> {
    const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
    const jwk = await exportJWK(privateKey);
    const id = await calculateJwkThumbprint(jwk);
    return {
      id,
      algorithm: SIGNING_ALGORITHM,
      jwkSealed: this.vault.seal('secret', JSON.stringify({ ...jwk, kid: id, alg: SIGNING_ALGORITHM, use: 'sig' })),
      createdAt: new Date(),
    };
  }
}
