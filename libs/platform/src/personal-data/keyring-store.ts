import type { KeyProvider } from './key-provider.js';
import { openKeyring, type DataKey, type Keyring } from './keyring.js';
import { KeyringError } from './keyring-error.js';
import { readKeyring, stampOf } from './keyring-storage.js';

/** How long a new active key may stay unnoticed. */
export const RECHECK_MS = 500;

/**
 * The keyring file as it is now. It is looked at when it is used, at most twice a second: no timer, nothing to stop.
 * Should the file become unreadable, values still open with the keys at hand, but nothing more is sealed: a key that was
 * retired unnoticed may be destroyed one day, and what was sealed with it would be lost.
 */
export class KeyringStore {
  private keyring: Keyring;
  private stamp: string;
  private checkedAt = performance.now();
  private fault: unknown;

  /** @throws KeyringError when the keyring cannot be read or opened */
  constructor(
    private readonly path: string,
    private readonly provider: KeyProvider,
  ) {
    this.stamp = stampOf(path);
    this.keyring = openKeyring(readKeyring(path), provider);
  }

  /** The key to seal with. */
  active(): DataKey {
    this.refresh(RECHECK_MS);
    if (this.fault !== undefined) throw this.fault;
    return this.keyring.active;
  }

  /** @throws KeyringError when no such key is in the file, also after a second look */
  dataKey(id: string): DataKey {
    const known = this.keyring.dataKeys.get(id);
    if (known) return known;
    this.refresh(0);
    const key = this.keyring.dataKeys.get(id);
    if (key) return key;
    throw new KeyringError(
      `密钥环 ${this.path} 中没有编号为 ${id} 的密钥：该值由另一把密钥加密。`,
      `The keyring ${this.path} has no key ${id}: personal data sealed with another key.`,
    );
  }

  indexKey(): Keyring['indexKey'] {
    return this.keyring.indexKey;
  }

  private refresh(afterMs: number): void {
    const now = performance.now();
    if (now - this.checkedAt < afterMs) return;
    this.checkedAt = now;
    try {
      const stamp = stampOf(this.path);
      if (stamp === this.stamp && this.fault === undefined) return;
      this.keyring = openKeyring(readKeyring(this.path), this.provider, this.keyring);
      this.stamp = stamp;
      this.fault = undefined;
    } catch (error) {
      this.fault = error;
    }
  }
}
