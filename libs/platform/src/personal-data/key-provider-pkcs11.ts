import { randomBytes } from 'node:crypto';
import type { KeyProvider } from './key-provider.js';
import { KEY_BYTES, WRAP_CONTEXT, WRAP_IV_BYTES, WRAP_TAG_BYTES, wrongKey } from './key-wrapping.js';
import { KeyringError } from './keyring-error.js';
import type { Pkcs11Library } from './pkcs11-library.js';
import { inPkcs11Session, type Pkcs11Session, type Pkcs11Token } from './pkcs11-session.js';

const BITS = 8;

export interface Pkcs11Settings extends Pkcs11Token {
  keyLabel: string;
}

/**
 * The key-encryption key is an AES key that was made in the token and cannot leave it; wrapping is AES-GCM in the token.
 * A session lasts as long as one operation: keys are unwrapped at start and after a rotation only.
 */
export function pkcs11Provider(settings: Pkcs11Settings): KeyProvider {
  return {
    wrap: (bytes) =>
      inPkcs11Session(settings, (session) => {
        const iv = randomBytes(WRAP_IV_BYTES);
        const key = findKey(session, settings.keyLabel) ?? makeKey(session, settings.keyLabel);
        session.cryptoki.C_EncryptInit(session.handle, gcm(session.library, iv), key);
        const output = Buffer.alloc(bytes.length + WRAP_TAG_BYTES);
        return Buffer.concat([iv, session.cryptoki.C_Encrypt(session.handle, bytes, output)]);
      }),
    unwrap: (wrapped) =>
      inPkcs11Session(settings, (session) => {
        const key = findKey(session, settings.keyLabel);
        if (!key) throw keyMissing(settings.keyLabel);
        try {
          session.cryptoki.C_DecryptInit(session.handle, gcm(session.library, wrapped.subarray(0, WRAP_IV_BYTES)), key);
          const output = Buffer.alloc(wrapped.length);
          return session.cryptoki.C_Decrypt(session.handle, wrapped.subarray(WRAP_IV_BYTES), output);
        } catch {
          throw wrongKey();
        }
      }),
  };
}

function gcm(library: Pkcs11Library, iv: Buffer) {
  const parameter = {
    type: library.CK_PARAMS_AES_GCM,
    iv,
    ivBits: iv.length * BITS,
    aad: WRAP_CONTEXT,
    tagBits: WRAP_TAG_BYTES * BITS,
  };
  return { mechanism: library.CKM_AES_GCM, parameter };
}

function findKey({ library, cryptoki, handle }: Pkcs11Session, label: string): Buffer | undefined {
  cryptoki.C_FindObjectsInit(handle, [
    { type: library.CKA_CLASS, value: library.CKO_SECRET_KEY },
    { type: library.CKA_LABEL, value: label },
  ]);
  const [key] = cryptoki.C_FindObjects(handle, 1);
  cryptoki.C_FindObjectsFinal(handle);
  return key;
}

function makeKey({ library, cryptoki, handle }: Pkcs11Session, label: string): Buffer {
  return cryptoki.C_GenerateKey(handle, { mechanism: library.CKM_AES_KEY_GEN }, [
    { type: library.CKA_CLASS, value: library.CKO_SECRET_KEY },
    { type: library.CKA_KEY_TYPE, value: library.CKK_AES },
    { type: library.CKA_VALUE_LEN, value: KEY_BYTES },
    { type: library.CKA_LABEL, value: label },
    { type: library.CKA_TOKEN, value: true },
    { type: library.CKA_PRIVATE, value: true },
    { type: library.CKA_SENSITIVE, value: true },
    { type: library.CKA_EXTRACTABLE, value: false },
    { type: library.CKA_ENCRYPT, value: true },
    { type: library.CKA_DECRYPT, value: true },
  ]);
}

function keyMissing(label: string): KeyringError {
  return new KeyringError(
    `令牌中没有名为 ${label} 的主密钥（PKCS11_KEY_LABEL）。没有它，个人信息无法解开。`,
    `The token holds no key named ${label} (PKCS11_KEY_LABEL). Personal data cannot be opened without it.`,
  );
}
