import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { KeyringError } from './keyring-error.js';
import type { KeyProvider } from './key-provider.js';

export const KEY_BYTES = 32;
export const WRAP_IV_BYTES = 12;
export const WRAP_TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';
/** Tells a wrapped key from any other use of the same key-encryption key. */
export const WRAP_CONTEXT = Buffer.from('jiangzheng keyring v1');

export function wrongKey(): KeyringError {
  return new KeyringError(
    '密钥环中的密钥无法解开：主密钥不是当初的那一把，或者密钥环文件被改动过。',
    'A key in the keyring does not unwrap: the key-encryption key is not the one it was wrapped with, or the keyring file was altered.',
  );
}

/** Where the key-encryption key is in our own memory: AES-256-GCM, iv, ciphertext, tag. */
export function wrappingWith(kek: Buffer): KeyProvider {
  return {
    wrap: (bytes) => {
      const iv = randomBytes(WRAP_IV_BYTES);
      const cipher = createCipheriv(CIPHER, kek, iv).setAAD(WRAP_CONTEXT);
      return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    unwrap: (wrapped) => {
      try {
        const decipher = createDecipheriv(CIPHER, kek, wrapped.subarray(0, WRAP_IV_BYTES), {
          authTagLength: WRAP_TAG_BYTES,
        })
          .setAAD(WRAP_CONTEXT)
          .setAuthTag(wrapped.subarray(-WRAP_TAG_BYTES));
        return Buffer.concat([decipher.update(wrapped.subarray(WRAP_IV_BYTES, -WRAP_TAG_BYTES)), decipher.final()]);
      } catch {
        throw wrongKey();
      }
    },
  };
}

/** 32 bytes in base64, or undefined. */
export function readKey(base64: string): Buffer | undefined {
  const text = base64.trim();
  return /^[A-Za-z0-9+/]{43}=$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}
