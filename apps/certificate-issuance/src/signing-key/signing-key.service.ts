import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKeyInput } from 'node:crypto';
import { jwkThumbprint, paperKid, type PublicJwk, type Sign } from '@app/credential';
// Not the platform's: the key is no part of the request that needs it, and must not take its Idempotency-Key.
import { inTransaction } from '@app/messaging';
import { ANYONE, PersonalDataVault, readAs, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findActiveKey, listKeys, offerKey } from './signing-key.repository.js';
import type { SigningKeyEntity } from './signing-key.entity.js';

/** More keys than a province has bodies; beyond it the set has to be paged. */
const PUBLISHED_KEYS_MAX = 10_000;

/** The active key of a body, ready to sign. */
export interface Signer {
  kid: string;
  /** The thumbprint's first bytes, as many as the page's code has room for. */
  paperKid: Uint8Array;
  sign: Sign;
  /** At once: a batch signs 500 without a turn of the event loop. */
  signNow: (bytes: Uint8Array) => Uint8Array;
}

@Injectable()
export class SigningKeyService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /**
   * Made on first use. Processes that make it at once offer theirs, and all go on with the one that was kept. It is a
   * transaction of its own: a key whose first issuing failed is as good as any.
   */
  async signerFor(organisationId: string): Promise<Signer> {
    const kept = await inTransaction(this.dataSource, SERVICE, async (tx) => {
      const known = await findActiveKey(tx, organisationId);
      if (known) return known;
      await offerKey(tx, await this.newKey(organisationId));
      return findActiveKey(tx, organisationId);
    });
    if (!kept) throw new Error('the signing key that was just kept is gone');
    const jwk = JSON.parse(this.vault.open('answer', kept.privateSealed)) as JsonWebKeyInput['key'];
    const key = createPrivateKey({ key: jwk, format: 'jwk' });
    // RFC 7518 §3.4 and RFC 9053 §2.1 want R‖S, not DER.
    const signNow = (bytes: Uint8Array): Uint8Array => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' });
    return {
      kid: kept.kid,
      paperKid: paperKid(kept.kid),
      sign: (bytes) => Promise.resolve(signNow(bytes)),
      signNow,
    };
  }

  published(): Promise<SigningKeyEntity[]> {
    return readAs(this.dataSource, ANYONE, (tx) => listKeys(tx, PUBLISHED_KEYS_MAX));
  }

  private async newKey(organisationId: string): Promise<SigningKeyEntity> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const publicJwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
    return {
      kid: await jwkThumbprint(publicJwk),
      organisationId,
      state: 'active',
      publicJwk,
      privateSealed: this.vault.seal('answer', JSON.stringify(privateKey.export({ format: 'jwk' }))),
    };
  }
}
