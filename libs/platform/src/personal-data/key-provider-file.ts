import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { errorCode, writeFileAtomically } from './keyring-storage.js';
import { KeyringError } from './keyring-error.js';
import type { KeyProvider } from './key-provider.js';
import { KEY_BYTES, readKey, wrappingWith } from './key-wrapping.js';

const OTHERS = 0o077;

export function createKeyFile(path: string): void {
  if (!existsSync(path)) writeFileAtomically(path, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
}

/** The key-encryption key in a file of its own, which only its owner may read. */
export function fileProvider(path: string): KeyProvider {
  const kek = readKey(readPrivately(path));
  if (kek) return wrappingWith(kek);
  throw new KeyringError(
    `主密钥文件 ${path} 的内容应为 32 字节的 base64（44 个字符，以 = 结尾）。`,
    `The key file ${path} must hold 32 bytes in base64 (44 characters, the last one =).`,
  );
}

function readPrivately(path: string): string {
  try {
    const { mode } = statSync(path);
    if ((mode & OTHERS) !== 0) throw tooOpen(path);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof KeyringError) throw error;
    throw new KeyringError(
      `无法读取主密钥文件 ${path}（${errorCode(error)}）。没有它，个人信息无法解开：请从备份恢复。`,
      `The key file ${path} cannot be read (${errorCode(error)}). Personal data cannot be opened without it: restore it from a backup.`,
    );
  }
}

function tooOpen(path: string): KeyringError {
  return new KeyringError(
    `主密钥文件 ${path} 对其他用户可读。请执行 chmod 600，并考虑更换主密钥。`,
    `The key file ${path} can be read by others. Run chmod 600 on it, and consider replacing the key.`,
  );
}
