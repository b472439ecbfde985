import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { KeyringError } from './keyring-error.js';
import { formatKeyring, parseKeyring, type KeyringFile } from './keyring.js';

const FILE_MODE = 0o600;

export function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}

/** Whole or not at all, also after a power cut. */
export function writeFileAtomically(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  rmSync(draft, { force: true });
  const file = openSync(draft, 'wx', FILE_MODE);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/** Changes whenever the file is replaced or written; cheap enough to ask often. */
export function stampOf(path: string): string {
  const { ino, mtimeMs, size } = readable(path, () => statSync(path));
  return `${ino}:${mtimeMs}:${size}`;
}

export function readKeyring(path: string): KeyringFile {
  return parseKeyring(
    readable(path, () => readFileSync(path, 'utf8')),
    path,
  );
}

export function writeKeyring(path: string, keyring: KeyringFile): void {
  writeFileAtomically(path, formatKeyring(keyring, path));
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new KeyringError(
      `无法读取密钥环文件 ${path}（${errorCode(error)}）。没有它，个人信息无法解开：请从备份恢复。`,
      `The keyring file ${path} cannot be read (${errorCode(error)}). Personal data cannot be opened without it: restore it from a backup.`,
    );
  }
}
