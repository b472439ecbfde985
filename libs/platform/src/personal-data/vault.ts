import { hkdfSync } from 'node:crypto';
import { keyProviderOf, type KeySettings } from './key-settings.js';
import { KeyringError } from './keyring-error.js';
import { KeyringStore } from './keyring-store.js';
import type { PersonalDataPurpose } from './suite.js';

const FORM = 'v1';
const SEALED_FORM = /^v1\.([0-9a-f]{8})\.([\w-]+)$/;

/** How every value begins that was sealed with the key: what SQL can tell it by. */
export const sealedPrefix = (keyId: string): string => `${FORM}.${keyId}.`;

/** Encrypts personal data per column, with the key's id in the value, and makes keyed blind indexes for exact look-up. */
export class PersonalDataVault {
  constructor(private readonly keys: KeyringStore) {}

  /** `v1.<key id>.<base64url>` */
  seal(purpose: PersonalDataPurpose, text: string): string {
    const { id, sealer } = this.keys.active();
    return sealedPrefix(id) + sealer.seal(purpose, text).toString('base64url');
  }

  /** @throws Error when the value was sealed with an unknown key, for another purpose, or was altered */
  open(purpose: PersonalDataPurpose, sealed: string): string {
    const { keyId, body } = parse(sealed);
    return this.keys.dataKey(keyId).sealer.open(purpose, Buffer.from(body, 'base64url'));
  }

  /** Blind index of a value that the caller has normalised: 43 characters of base64url. */
  index(purpose: PersonalDataPurpose, value: string): string {
    return this.keys.indexKey().index(purpose, value);
  }

  /** @throws Error when the text is no sealed value */
  keyIdOf(sealed: string): string {
    return parse(sealed).keyId;
  }

  /** Id of the key that seals now. */
  activeKeyId(): string {
    return this.keys.active().id;
  }

  isCurrent(sealed: string): boolean {
    return this.keyIdOf(sealed) === this.activeKeyId();
  }

  /** The same text sealed with the active key; a value that has it already stays as it is. */
  reseal(purpose: PersonalDataPurpose, sealed: string): string {
    return this.isCurrent(sealed) ? sealed : this.seal(purpose, this.open(purpose, sealed));
  }

  /** A secret that every process of the installation derives alike and that outlives rotations. */
  derive(label: string, bytes: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.keys.indexKey().bytes, '', label, bytes));
  }
}

function parse(sealed: string): { keyId: string; body: string } {
  const [, keyId, body] = SEALED_FORM.exec(sealed) ?? [];
  if (keyId && body) return { keyId, body };
  throw new KeyringError('这不是加密后的个人信息。', 'This is no sealed personal data.');
}

/** @throws KeyringError when the settings, the key-encryption key or the keyring are not in order */
export function openVault(settings: KeySettings & { KEYRING_FILE: string }): PersonalDataVault {
  return new PersonalDataVault(new KeyringStore(settings.KEYRING_FILE, keyProviderOf(settings)));
}
