import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { jwkThumbprint, type PublicJwk } from '@app/credential';
import type { Clock } from '@app/kernel';
// Not the platform's: the service's key is no part of any request.
import { inTransaction } from '@app/messaging';
import { serviceCertificate, type DocumentSigner } from '@app/pdf';
import { CLOCK, PersonalDataVault, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { findProofKey, offerProofKey, type ProofKey } from './proof.repository.js';

const NAME = '匠证查验证明 Jiangzheng proofs of verification';

export interface PublishedProofKey {
  kid: string;
  publicJwk: PublicJwk;
  certificateDer: Uint8Array;
}

/** One key of the service for its own documents, sealed in the database; made on first use, and kept by all processes. */
@Injectable()
export class ProofKeyService {
  private kept: Promise<PublishedProofKey & { signer: DocumentSigner }> | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async signer(): Promise<DocumentSigner> {
    return (await this.open()).signer;
  }

  async published(): Promise<PublishedProofKey> {
    const { kid, publicJwk, certificateDer } = await this.open();
    return { kid, publicJwk, certificateDer };
  }

  private open(): Promise<PublishedProofKey & { signer: DocumentSigner }> {
    this.kept ??= this.load().catch((error: unknown) => {
      this.kept = undefined;
      throw error;
    });
    return this.kept;
  }

  private async load(): Promise<PublishedProofKey & { signer: DocumentSigner }> {
    const key = await inTransaction(this.dataSource, SERVICE, async (tx) => {
      const known = await findProofKey(tx);
      if (known) return known;
      await offerProofKey(tx, await this.make());
      return findProofKey(tx);
    });
    if (!key) throw new Error('the key of proofs that was just kept is gone');
    const jwk = JSON.parse(this.vault.open('secret', key.privateSealed)) as JsonWebKey;
    const secret = createPrivateKey({ key: jwk, format: 'jwk' });
    const { kid, publicJwk, certificateDer } = key;
    const signer = {
      certificateDer,
      chainDer: [],
      sign: (bytes: Uint8Array) => Promise.resolve(sign('sha256', bytes, secret)),
    };
    return { kid, publicJwk, certificateDer, signer };
  }

  private async make(): Promise<ProofKey> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const publicJwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y };
    const kid = await jwkThumbprint(publicJwk);
    const madeAt = this.clock.now();
    const certificate = serviceCertificate({ publicJwk, kid, name: NAME }, rawSigner(privateKey), madeAt);
    const privateSealed = this.vault.seal('secret', JSON.stringify(privateKey.export({ format: 'jwk' })));
    return { kid, privateSealed, publicJwk, certificateDer: Buffer.from(certificate), madeAt };
  }
}

const rawSigner =
  (key: KeyObject) =>
  (bytes: Uint8Array): Uint8Array =>
    sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' });
