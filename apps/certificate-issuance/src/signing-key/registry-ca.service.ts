import { jwkThumbprint, type PublicJwk } from '@app/credential';
import type { Clock } from '@app/kernel';
// Not the platform's: the registry's key is no part of any request.
import { inTransaction } from '@app/messaging';
import { CLOCK, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KeyHoldersService } from './key-holders.service.js';
import { findCa, offerCa } from './signing-key.repository.js';
import { bodyCertificate, caCertificate, type Authority } from '@app/pdf';

const LINE_LENGTH = 64;

/** The registry vouches with one key of its own for the keys of the bodies; it is sealed in the database as they are. */
@Injectable()
export class RegistryCaService {
  private authority: Promise<Authority> | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(KeyHoldersService) private readonly holders: KeyHoldersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async certificateDer(): Promise<Uint8Array> {
    return (await this.kept()).certificateDer;
  }

  async certificatePem(): Promise<string> {
    const text = Buffer.from(await this.certificateDer()).toString('base64');
    const lines = text.match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  }

  async certify(key: { publicJwk: PublicJwk; kid: string; filedName: string }): Promise<Uint8Array> {
    return bodyCertificate(key, await this.kept(), this.clock.now());
  }

  /** Made on first use; all processes go on with the one that was kept. */
  private kept(): Promise<Authority> {
    this.authority ??= this.load().catch((error: unknown) => {
      this.authority = undefined;
      throw error;
    });
    return this.authority;
  }

  private async load(): Promise<Authority> {
    const kept = await inTransaction(this.dataSource, SERVICE, async (tx) => {
      const known = await findCa(tx);
      if (known) return known;
      await offerCa(tx, await this.make());
      return findCa(tx);
    });
    if (!kept) throw new Error('the registry’s certificate that was just kept is gone');
    const { privateSealed, certificateDer } = kept;
    return { certificateDer, signNow: this.holders.software.open({ privateSealed, tokenKey: null }).signNow };
  }

  private async make(): Promise<{ privateSealed: string; certificateDer: Uint8Array }> {
    const made = this.holders.software.make();
    const kid = await jwkThumbprint(made.publicJwk);
    const { signNow } = this.holders.software.open(made);
    const certificateDer = caCertificate(made.publicJwk, kid, signNow, this.clock.now());
    return { privateSealed: made.privateSealed ?? '', certificateDer };
  }
}
