import { SigningKeyChangedSchema } from '@app/contracts';
import { DomainError, type Clock } from '@app/kernel';
// Not the platform's: the key is no part of the request that needs it, and must not take its Idempotency-Key.
import { appendEvents, event, inTransaction } from '@app/messaging';
import { ANYONE, CLOCK, readAs, SERVICE } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DocumentSigner } from '@app/pdf';
import { appendLog } from '../log/log.repository.js';
import { KeyHoldersService, type Signer } from './key-holders.service.js';
import { RegistryCaService } from './registry-ca.service.js';
import type { SigningKeyEntity } from './signing-key.entity.js';
import { begin, keyEntry } from './signing-key.js';
import {
  findChain,
  findFiledName,
  keepCertificate,
  listKeys,
  lockChain,
  saveKeys,
  type PublishedKey,
} from './signing-key.repository.js';
import { derSignature } from '@app/pdf';

/** More keys than a province ever has; beyond it the set has to be paged. */
const PUBLISHED_KEYS_MAX = 20_000;

@Injectable()
export class SigningKeyService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(KeyHoldersService) private readonly holders: KeyHoldersService,
    @Inject(RegistryCaService) private readonly ca: RegistryCaService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The body's active key; the chain is made on first use. The key may be retired a moment later: whoever signs for the
   * registry asks `assertActive` in the transaction that logs what was signed.
   */
  async signerFor(organisationId: string): Promise<Signer> {
    return this.holders.signerOf(await this.activeKey(organisationId));
  }

  /** @throws DomainError `signing-key/no-filing` while the body's filing has not arrived: it has no name to certify */
  async documentSignerFor(organisationId: string): Promise<DocumentSigner> {
    const key = await this.activeKey(organisationId);
    const certificateDer = key.certificateDer ?? (await this.certify(key));
    const { signNow } = this.holders.signerOf(key);
    return {
      certificateDer,
      chainDer: [await this.ca.certificateDer()],
      sign: (bytes) => Promise.resolve(derSignature(signNow(bytes))),
    };
  }

  /** Every key that ever was, with what became of it. */
  published(): Promise<PublishedKey[]> {
    return readAs(this.dataSource, ANYONE, (tx) => listKeys(tx, PUBLISHED_KEYS_MAX));
  }

  private async activeKey(organisationId: string): Promise<SigningKeyEntity> {
    const { active, next } = await readAs(this.dataSource, SERVICE, (tx) => findChain(tx, organisationId));
    return active && next ? active : this.completeChain(organisationId);
  }

  /**
   * A transaction of its own: a key whose first issuing failed is as good as any. Processes that come at once wait for
   * each other, and all go on with the keys that the first one kept.
   */
  private async completeChain(organisationId: string): Promise<SigningKeyEntity> {
    const first = await this.holders.make(organisationId, this.clock.now());
    const second = await this.holders.make(organisationId, this.clock.now());
    const kept = await inTransaction(this.dataSource, SERVICE, async (tx) => {
      await lockChain(tx, organisationId);
      const { active, next } = await findChain(tx, organisationId);
      if (active && next) return [active];
      const now = this.clock.now();
      const ahead = { ...second, createdAt: now, changedAt: now };
      const keys = active
        ? [withNational({ ...active, changedAt: now }, first), ahead]
        : begin({ ...first, createdAt: now }, ahead, now);
      await saveKeys(tx, keys);
      await tellKeys(tx, keys);
      return keys;
    });
    const kids = new Set(kept.map(({ kid }) => kid));
    for (const unused of [first, second].filter(({ kid }) => !kids.has(kid))) this.holders.discard(unused);
    const [active] = kept;
    if (!active) throw new Error('the signing key that was just kept is gone');
    return active;
  }

  private async certify(key: SigningKeyEntity): Promise<Uint8Array> {
    const filedName = await readAs(this.dataSource, SERVICE, (tx) => findFiledName(tx, key.organisationId));
    if (!filedName) throw new DomainError('signing-key/no-filing');
    const der = await this.ca.certify({ ...key, filedName });
    return inTransaction(this.dataSource, SERVICE, (tx) => keepCertificate(tx, key.kid, der));
  }
}

/** A key from before there were SM2 keys gets one. */
function withNational(key: SigningKeyEntity, made: SigningKeyEntity): SigningKeyEntity {
  const { nationalJwk, nationalSealed } = made;
  return key.nationalJwk ? key : { ...key, nationalJwk, nationalSealed };
}

/** A change of keys is logged and told of in the transaction of the change. */
export async function tellKeys(tx: EntityManager, keys: readonly SigningKeyEntity[]): Promise<void> {
  await appendLog(tx, keys.map(keyEntry));
  const told = keys.map((key) =>
    event(SigningKeyChangedSchema, key.kid, {
      kid: key.kid,
      organisationId: key.organisationId,
      state: key.state,
      changedAt: key.changedAt.toISOString(),
      compromisedFrom: key.compromisedFrom === null ? '' : String(key.compromisedFrom),
      x: key.publicJwk.x,
      y: key.publicJwk.y,
    }),
  );
  await appendEvents(tx, told);
}
