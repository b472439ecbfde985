import { accessSync, chmodSync, closeSync, constants, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, StartError } from './errors.ts';

/** Others may pass through to what is given to them (the database's own user), but may not list. */
const DATA_DIR_MODE = 0o711;
const PRIVATE_DIR_MODE = 0o700;
export const PRIVATE_FILE_MODE = 0o600;

export function prepareDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (statSync(dataDir).uid === process.getuid?.()) chmodSync(dataDir, DATA_DIR_MODE);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `无法写入数据目录 ${dataDir}（${errorCode(error)}）。请换一个用户，或用 --data-dir 指定别的目录。`,
      `The data directory ${dataDir} cannot be written (${errorCode(error)}). Use another user, or choose another directory with --data-dir.`,
    );
  }
}

export function privateDir(...parts: string[]): string {
  const dir = join(...parts);
  mkdirSync(dir, { recursive: true, mode: PRIVATE_DIR_MODE });
  return dir;
}

/** Whole or not at all, also after a power cut. */
export function writeFileAtomically(path: string, text: string): void {
  const draft = `${path}.${process.pid}.new`;
  rmSync(draft, { force: true });
  const file = openSync(draft, 'wx', PRIVATE_FILE_MODE);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  const dir = openSync(dirname(path), 'r');
  fsyncSync(dir);
  closeSync(dir);
}

export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export function lastLines(path: string, count: number): string[] {
  return (readIfPresent(path) ?? '').trimEnd().split('\n').slice(-count);
}
