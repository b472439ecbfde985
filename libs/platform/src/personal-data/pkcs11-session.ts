import { readFileSync } from 'node:fs';
import { KeyringError } from './keyring-error.js';
import { loadPkcs11, type Cryptoki, type Pkcs11Library } from './pkcs11-library.js';

/** A token of a security module, and how to get into it. */
export interface Pkcs11Token {
  /** Path of the vendor's library. */
  module: string;
  tokenLabel: string | undefined;
  /** Position in the list of slots that hold a token; the label wins. */
  slot: number | undefined;
  pin: string | undefined;
  pinFile: string | undefined;
}

export interface Pkcs11Session {
  library: Pkcs11Library;
  cryptoki: Cryptoki;
  handle: Buffer;
}

/** A module may be initialised once in a process, whoever asks. */
const modules = new Map<string, Cryptoki>();

/** Does the work in a session of its own. @throws KeyringError */
export function inPkcs11Session<T>(token: Pkcs11Token, work: (session: Pkcs11Session) => T): T {
  return namingFaults(token, () => {
    const session = open(token);
    try {
      logIn(session, token);
      return work(session);
    } finally {
      session.cryptoki.C_CloseSession(session.handle);
    }
  });
}

/** A session that stays open, for who asks the token thousands of times a second. @throws KeyringError */
export function openPkcs11Session(token: Pkcs11Token): Pkcs11Session {
  return namingFaults(token, () => {
    const session = open(token);
    try {
      logIn(session, token);
      return session;
    } catch (error) {
      session.cryptoki.C_CloseSession(session.handle);
      throw error;
    }
  });
}

/** @throws KeyringError for whatever the module refused */
export function namingFaults<T>({ module }: Pkcs11Token, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof KeyringError) throw error;
    throw new KeyringError(
      `硬件密码机 ${module} 没有完成操作（${nameOf(error)}）。`,
      `The security module ${module} did not do what was asked (${nameOf(error)}).`,
    );
  }
}

function open(token: Pkcs11Token): Pkcs11Session {
  const library = loadPkcs11();
  const cryptoki = initialised(library, token.module);
  const handle = cryptoki.C_OpenSession(slotOf(cryptoki, token), library.CKF_SERIAL_SESSION + library.CKF_RW_SESSION);
  return { library, cryptoki, handle };
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

function slotOf(cryptoki: Cryptoki, { tokenLabel, slot }: Pkcs11Token): Buffer {
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

function logIn({ library, cryptoki, handle }: Pkcs11Session, { pin, pinFile }: Pkcs11Token): void {
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

const codeOf = (error: unknown): number | undefined => (error as { code?: number }).code;

/** `CKR_…`, or the first line of what went wrong: neither holds a key or a PIN. */
function nameOf(error: unknown): string {
  return (error as Error).message.split('\n')[0] ?? '';
}
