import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { findKey, keepKey } from './signing-key.repository.js';
import { knownKeyOf, type KeyFact, type KnownKey } from './signing-key.js';

@Injectable()
export class SigningKeyService {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async applyKeyChanged(tx: EntityManager, fact: KeyFact, recordedAt: Date): Promise<void> {
    await keepKey(tx, knownKeyOf(fact), recordedAt);
  }

  /** For whoever checks a signature, with `keyTrustAt`; null for a key that was never told of here. */
  async find(kid: string): Promise<KnownKey | null> {
    return findKey(this.dataSource.manager, kid);
  }
}
