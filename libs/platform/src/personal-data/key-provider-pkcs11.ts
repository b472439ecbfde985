import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KeyProvider } from './key-provider.js';
import { KEY_BYTES, WRAP_CONTEXT, WRAP_IV_BYTES, WRAP_TAG_BYTES, wrongKey } from './key-wrapping.js';
import { KeyringError } from './keyring-error.js';
import { loadPkcs11, type Cryptoki, type Pkcs11Library } from './pkcs11-library.js';

const BITS = 8;

export interface Pkcs11Settings {
  /** Path of the vendor's library. */
  module: string;
  tokenLabel: string | undefined;
  /** Position in the list of slots that hold a token; the label wins. */
  slot: number | undefined;
  pin: string | undefined;
  pinFile: string | undefined;
  keyLabel: string;
}

interface Session {
  library: Pkcs11Library;
  cryptoki: Cryptoki;
  handle: Buffer;
}

/** A module may be initialised once in a process, whoever asks. */
const modules = new Map<string, Cryptoki>();

/**
 * The key-encryption key is an AES key that was made in the token and cannot leave it; wrapping is AES-GCM in the token.
 * A session lasts as long as one operation: keys are unwrapped at start and after a rotation only.
 */
export function pkcs11Provider(settings: Pkcs11Settings): KeyProvider {
  return {
    wrap: (bytes) =>
      inSession(settings, (session) => {
        const iv = randomBytes(WRAP_IV_BYTES);
        const key = findKey(session, settings.keyLabel) ?? makeKey(session, settings.keyLabel);
        session.cryptoki.C_EncryptInit(session.handle, gcm(session.library, iv), key);
        const output = Buffer.alloc(bytes.length + WRAP_TAG_BYTES);
        return Buffer.concat([iv, session.cryptoki.C_Encrypt(session.handle, bytes, output)]);
      }),
    unwrap: (wrapped) =>
      inSession(settings, (session) => {
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

function inSession<T>(settings: Pkcs11Settings, work: (session: Session) => T): T {
  const library = loadPkcs11();
  const cryptoki = initialised(library, settings.module);
  try {
    const slot = slotOf(cryptoki, settings);
    const handle = cryptoki.C_OpenSession(slot, library.CKF_SERIAL_SESSION + library.CKF_RW_SESSION);
    try {
      logIn({ library, cryptoki, handle }, settings);
      return work({ library, cryptoki, handle });
    } finally {
      cryptoki.C_CloseSession(handle);
    }
  } catch (error) {
    if (error instanceof KeyringError) throw error;
    throw new KeyringError(
      `硬件密码机 ${settings.module} 没有完成操作（${nameOf(error)}）。`,
      `The security module ${settings.module} did not do what was asked (${nameOf(error)}).`,
    );
  }
}

function initialised(library: Pkcs11Library, path: string): Cryptoki {
  const known = modules.get(path);
  if (known) return known;
  const cryptoki = new library.PKCS11();
  try {
    cryptoki.load(path);
    cryptoki.C_Initialize();
  } catch (error) {
    if (codeOf(error) !== library.CKR_CRYPTOKI_ALREADY_INITIALIZED) {
      throw new KeyringError(
        `无法加载硬件密码机的程序库 ${path}（${nameOf(error)}）。`,
        `The library ${path} of the security module cannot be loaded (${nameOf(error)}).`,
      );
    }
  }
  modules.set(path, cryptoki);
  return cryptoki;
}

function slotOf(cryptoki: Cryptoki, { tokenLabel, slot }: Pkcs11Settings): Buffer {
  const slots = cryptoki.C_GetSlotList(true);
  const found =
    tokenLabel === undefined
      ? slots[slot ?? 0]
      : slots.find((each) => cryptoki.C_GetTokenInfo(each).label.trim() === tokenLabel);
  if (found) return found;
  throw new KeyringError(
    '硬件密码机中没有 PKCS11_TOKEN_LABEL 或 PKCS11_SLOT 所指的令牌。',
    'The security module has no token as named by PKCS11_TOKEN_LABEL or PKCS11_SLOT.',
  );
}

function logIn({ library, cryptoki, handle }: Session, { pin, pinFile }: Pkcs11Settings): void {
  try {
    cryptoki.C_Login(handle, library.CKU_USER, pin ?? readPin(pinFile ?? ''));
  } catch (error) {
    const code = codeOf(error);
    if (code === library.CKR_USER_ALREADY_LOGGED_IN) return;
    if (code !== library.CKR_PIN_INCORRECT && code !== library.CKR_PIN_LOCKED) throw error;
    throw new KeyringError(
      `硬件密码机不接受 PKCS11_PIN（${nameOf(error)}）。请勿反复重试，多次失败会锁定令牌。`,
      `The security module refuses PKCS11_PIN (${nameOf(error)}). Do not try again and again: a token locks after a few failures.`,
    );
  }
}

function readPin(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new KeyringError(`无法读取 PKCS11_PIN_FILE ${path}。`, `The file ${path} of PKCS11_PIN_FILE cannot be read.`);
  }
}

function findKey({ library, cryptoki, handle }: Session, label: string): Buffer | undefined {
  cryptoki.C_FindObjectsInit(handle, [
    { type: library.CKA_CLASS, value: library.CKO_SECRET_KEY },
    { type: library.CKA_LABEL, value: label },
  ]);
  const [key] = cryptoki.C_FindObjects(handle, 1);
  cryptoki.C_FindObjectsFinal(handle);
  return key;
}

function makeKey({ library, cryptoki, handle }: Session, label: string): Buffer {
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

const codeOf = (error: unknown): number | undefined => (error as { code?: number }).code;

/** `CKR_…`, or the first line of what went wrong: neither holds a key or a PIN. */
function nameOf(error: unknown): string {
  return (error as Error).message.split('\n')[0] ?? '';
}
