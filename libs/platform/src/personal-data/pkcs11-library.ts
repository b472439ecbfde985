import { createRequire } from 'node:module';
import { KeyringError } from './keyring-error.js';

const LIBRARY = 'pkcs11js';
type Handle = Buffer;
export type Template = { type: number; value?: string | number | boolean | Buffer }[];
interface Mechanism {
  mechanism: number;
  parameter?: { type: number; iv: Buffer; ivBits: number; aad: Buffer; tagBits: number };
}

/** The part of Cryptoki that wrapping and signing need. */
export interface Cryptoki {
  load(path: string): void;
  C_Initialize(): void;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { label: string };
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_CloseSession(session: Handle): void;
  C_Login(session: Handle, userType: number, pin: string): void;
  C_FindObjectsInit(session: Handle, template: Template): void;
  C_FindObjects(session: Handle, max: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GenerateKey(session: Handle, mechanism: Mechanism, template: Template): Handle;
  C_GenerateKeyPair(
    session: Handle,
    mechanism: Mechanism,
    publicTemplate: Template,
    privateTemplate: Template,
  ): { publicKey: Handle; privateKey: Handle };
  C_GetAttributeValue(session: Handle, object: Handle, template: Template): { type: number; value: Buffer }[];
  C_DestroyObject(session: Handle, object: Handle): void;
  C_SignInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_Sign(session: Handle, input: Buffer, output: Buffer): Buffer;
  C_EncryptInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_Encrypt(session: Handle, input: Buffer, output: Buffer): Buffer;
  C_DecryptInit(session: Handle, mechanism: Mechanism, key: Handle): void;
  C_Decrypt(session: Handle, input: Buffer, output: Buffer): Buffer;
}

export type Pkcs11Library = { PKCS11: new () => Cryptoki } & Record<
  | 'CKA_CLASS'
  | 'CKA_DECRYPT'
  | 'CKA_ENCRYPT'
  | 'CKA_EC_PARAMS'
  | 'CKA_EC_POINT'
  | 'CKA_EXTRACTABLE'
  | 'CKA_ID'
  | 'CKA_KEY_TYPE'
  | 'CKA_LABEL'
  | 'CKA_PRIVATE'
  | 'CKA_SENSITIVE'
  | 'CKA_SIGN'
  | 'CKA_TOKEN'
  | 'CKA_VALUE_LEN'
  | 'CKA_VERIFY'
  | 'CKF_RW_SESSION'
  | 'CKF_SERIAL_SESSION'
  | 'CKK_AES'
  | 'CKK_EC'
  | 'CKM_AES_GCM'
  | 'CKM_AES_KEY_GEN'
  | 'CKM_ECDSA'
  | 'CKM_EC_KEY_PAIR_GEN'
  | 'CKO_PRIVATE_KEY'
  | 'CKO_PUBLIC_KEY'
  | 'CKO_SECRET_KEY'
  | 'CKR_CRYPTOKI_ALREADY_INITIALIZED'
  | 'CKR_PIN_INCORRECT'
  | 'CKR_PIN_LOCKED'
  | 'CKR_USER_ALREADY_LOGGED_IN'
  | 'CKU_USER'
  | 'CK_PARAMS_AES_GCM',
  number
>;

/** Its types are written here: the package is optional, and the build must pass where it could not be installed. */
export function loadPkcs11(): Pkcs11Library {
  try {
    return createRequire(import.meta.url)(LIBRARY) as Pkcs11Library;
  } catch {
    throw new KeyringError(
      '没有安装可选依赖 pkcs11js，无法使用硬件密码机。请安装 C++ 编译器和 Python 后重新执行 npm ci。',
      'The optional dependency pkcs11js is not installed, so no security module can be used. Install a C++ compiler and Python, then run npm ci again.',
    );
  }
}
