import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { ed25519Signer, formatVerifierKey, type NoteSigner } from '@app/credential';
// Not the platform's: the key is no part of any request.
import { inTransaction } from '@app/messaging';
import { CONFIG, PersonalDataVault, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { IssuanceConfig } from '../issuance.config.js';
import { sha256 } from './log.hash.js';
import { originOf } from './log-origin.js';
import { findLogKey, offerLogKey, type LogKey } from './log.repository.js';

/** An Ed25519 public key in SPKI is 12 bytes of algorithm and the key. */
const SPKI_HEAD_BYTES = 12;

@Injectable()
export class LogKeyService {
  private signer: Promise<NoteSigner> | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CONFIG) private readonly config: IssuanceConfig,
  ) {}

  get origin(): string {
    return originOf(this.config.PUBLIC_URL);
  }

  /** The key that signs checkpoints, made on first use; all processes go on with the one that was kept. */
  noteSigner(): Promise<NoteSigner> {
    this.signer ??= this.load();
    return this.signer;
  }

  /** As golang.org/x/mod/sumdb/note and the witnesses take it. */
  async verifierKey(): Promise<string> {
    const { publicKey } = await this.kept();
    return formatVerifierKey({ name: this.origin, type: 1, publicKey }, sha256);
  }

  private async load(): Promise<NoteSigner> {
    const { publicKey, privateSealed } = await this.kept();
    const der = Buffer.from(this.vault.open('answer', privateSealed), 'base64');
    const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return ed25519Signer({ name: this.origin, publicKey }, (bytes) => sign(null, bytes, key), sha256);
  }

  private async kept(): Promise<LogKey> {
    const kept = await inTransaction(this.dataSource, SERVICE, async (tx) => {
      const known = await findLogKey(tx, this.origin);
      if (known) return known;
      await offerLogKey(tx, this.newKey());
      return findLogKey(tx, this.origin);
    });
    if (!kept) throw new Error('the log key that was just kept is gone');
    return kept;
  }

  private newKey(): LogKey {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    return {
      name: this.origin,
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_HEAD_BYTES),
      privateSealed: this.vault.seal('answer', der.toString('base64')),
    };
  }
}
