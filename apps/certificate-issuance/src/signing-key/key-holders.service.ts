import { jwkThumbprint, paperKid } from '@app/credential';
import { ConfigError, CONFIG, pkcs11Faults, pkcs11TokenOf, PersonalDataVault } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { IssuanceConfig } from '../issuance.config.js';
import type { SigningKeyEntity } from './signing-key.entity.js';
import { softwareHolder, type KeyHolder, type OpenKey, type Sealing } from './signing-key.holder.js';
import { makeNationalKey, nationalSigner, type NationalSignature } from './signing-key.national.js';
import { pkcs11Holder } from './signing-key.pkcs11.js';
import type { KeyHolderName } from './signing-key.js';

/** Keys that stay open in memory; a province has some hundred bodies that issue. */
const OPEN_KEYS_MAX = 1_000;

/** The active key of a body, ready to sign. */
export interface Signer extends OpenKey {
  kid: string;
  /** The thumbprint's first bytes, as many as the page's code has room for. */
  paperKid: Uint8Array;
  /** A second, national signature over the same bytes, made on demand: some thousands a second. */
  signNational: (bytes: Uint8Array) => NationalSignature;
}

/** Makes keys where the installation keeps them, and opens them wherever they are. */
@Injectable()
export class KeyHoldersService {
  readonly sealing: Sealing;
  readonly software: KeyHolder;
  private readonly token: KeyHolder | undefined;
  private readonly making: KeyHolderName;
  private readonly opened = new Map<string, Signer>();

  /** @throws ConfigError when keys are to be made in a token that the settings do not name */
  constructor(@Inject(PersonalDataVault) vault: PersonalDataVault, @Inject(CONFIG) config: IssuanceConfig) {
    this.sealing = { seal: (text) => vault.seal('answer', text), open: (sealed) => vault.open('answer', sealed) };
    this.software = softwareHolder(this.sealing);
    this.making = config.SIGNING_KEY_HOLDER;
    const faults = this.making === 'pkcs11' ? pkcs11Faults(config) : [];
    if (faults.length > 0) throw new ConfigError(faults);
    // Keys that were made in a token go on signing after the installation went back to software.
    this.token = config.PKCS11_MODULE ? pkcs11Holder(pkcs11TokenOf(config)) : undefined;
  }

  /** A key pair and the SM2 key beside it, published before it is used. */
  async make(organisationId: string, now: Date): Promise<SigningKeyEntity> {
    const { publicJwk, privateSealed, tokenKey } = this.holder(this.making).make();
    return {
      kid: await jwkThumbprint(publicJwk),
      organisationId,
      state: 'next',
      publicJwk,
      holder: this.making,
      privateSealed,
      tokenKey,
      ...makeNationalKey(this.sealing),
      certificateDer: null,
      createdAt: now,
      changedAt: now,
      activatedAt: null,
      retiredAt: null,
      compromisedAt: null,
      compromisedFrom: null,
    };
  }

  discard(key: SigningKeyEntity): void {
    this.holder(key.holder).discard(key);
  }

  /** Opened once: unsealing and parsing a key costs more than signing with it. */
  signerOf(key: SigningKeyEntity): Signer {
    const known = this.opened.get(key.kid);
    if (known) return known;
    const signer = this.open(key);
    const [oldest] = this.opened.keys();
    if (oldest !== undefined && this.opened.size >= OPEN_KEYS_MAX) this.opened.delete(oldest);
    this.opened.set(key.kid, signer);
    return signer;
  }

  /** The key is not for use any more. */
  forget(kid: string): void {
    this.opened.delete(kid);
  }

  private open(key: SigningKeyEntity): Signer {
    const opened = this.holder(key.holder).open(key);
    let national: Signer['signNational'] | undefined;
    return {
      kid: key.kid,
      paperKid: paperKid(key.kid),
      ...opened,
      signNational: (bytes) => {
        national ??= this.openNational(key);
        return national(bytes);
      },
    };
  }

  private openNational({ kid, nationalJwk, nationalSealed }: SigningKeyEntity): Signer['signNational'] {
    if (!nationalJwk || !nationalSealed) throw new Error(`signing key ${kid} has no SM2 key beside it`);
    return nationalSigner(nationalJwk, this.sealing.open(nationalSealed));
  }

  private holder(name: KeyHolderName): KeyHolder {
    const holder = name === 'software' ? this.software : this.token;
    if (!holder) throw new Error('a signing key is in a security module, and PKCS11_MODULE names none');
    return holder;
  }
}
