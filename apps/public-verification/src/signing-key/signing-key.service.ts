import type { SnapshotKey } from '@app/credential';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { signingKeyOf, snapshotKeyOf, type KeyFact } from './signing-key.js';
import { keepSigningKey, listSigningKeys } from './signing-key.repository.js';

@Injectable()
export class SigningKeyService {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  async applyKeyChanged(tx: EntityManager, fact: KeyFact): Promise<void> {
    const key = signingKeyOf(fact);
    if (key) await keepSigningKey(tx, key);
  }

  /** Every key that ever was, with what became of it. */
  async all(): Promise<SnapshotKey[]> {
    return (await listSigningKeys(this.dataSource.manager)).map(snapshotKeyOf);
  }
}
