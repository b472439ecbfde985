/** Keeps the key-encryption key, which never stands in the keyring, and wraps the keyring's keys with it. */
export interface KeyProvider {
  wrap(bytes: Buffer): Buffer;
  /** @throws KeyringError when the key-encryption key is another one or the bytes were altered */
  unwrap(wrapped: Buffer): Buffer;
}

export const KEY_PROVIDER_NAMES = ['file', 'environment', 'pkcs11'] as const;
export type KeyProviderName = (typeof KEY_PROVIDER_NAMES)[number];
