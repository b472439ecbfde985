import type { SnapshotKey } from '@app/credential';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { snapshotKeyOf } from './signing-key.js';
import { listSigningKeys } from './signing-key.repository.js';

@Injectable()
export class SigningKeyService {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Every key that ever was, with what became of it. */
  async all(): Promise<SnapshotKey[]> {
    return (await listSigningKeys(this.dataSource.manager)).map(snapshotKeyOf);
  }
}
