import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findKey } from './signing-key.repository.js';
import type { KnownKey } from './signing-key.js';

@Injectable()
export class SigningKeyService {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** For whoever checks a signature, with `keyTrustAt`; null for a key that was never told of here. */
  async find(kid: string): Promise<KnownKey | null> {
    return findKey(this.dataSource.manager, kid);
  }
}
