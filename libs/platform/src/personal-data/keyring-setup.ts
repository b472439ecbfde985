import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { KeyProvider } from './key-provider.js';
import { createKeyFile } from './key-provider-file.js';
import { keyProviderOf, providerName, type KeySettings } from './key-settings.js';
import { KEY_BYTES } from './key-wrapping.js';
import { activeKey, keyIdOfKey, newEntry, openKeyring, unwrap, type KeyEntry, type KeyringFile } from './keyring.js';
import { KeyringError } from './keyring-error.js';
import { readKeyring, writeKeyring } from './keyring-storage.js';
import type { SuiteName } from './suite.js';

export type KeyringSettings = KeySettings & { KEYRING_FILE: string };

export interface NewKeyring {
  suite: SuiteName;
  /** Keys that have sealed values already; both of the international suite, the only one before there were keyrings. */
  imported?: { dataKey: Buffer; indexKey: Buffer };
}

/** Makes the keyring when there is none, and shows that the one that is there opens. Says whether it was made. */
export function initKeyring(settings: KeyringSettings, { suite, imported }: NewKeyring): boolean {
  const path = settings.KEYRING_FILE;
  if (existsSync(path)) {
    loadKeyring(settings);
    return false;
  }
  if (providerName(settings) === 'file') createKeyFile(settings.KEY_FILE ?? '');
  const provider = keyProviderOf(settings);
  const now = new Date();
  const entry = (use: KeyEntry['use'], key: Buffer = randomBytes(KEY_BYTES)): KeyEntry =>
    newEntry(provider, use, { suite: imported ? 'international' : suite, key, now });
  const keys = [entry('data', imported?.dataKey), entry('index', imported?.indexKey)];
  writeKeyring(path, { version: 1, provider: providerName(settings), keys });
  loadKeyring(settings);
  return true;
}

/** @throws KeyringError unless the file can be read and every key of it unwraps */
export function loadKeyring(settings: KeyringSettings): { file: KeyringFile; provider: KeyProvider } {
  const file = readKeyring(settings.KEYRING_FILE);
  if (file.provider !== providerName(settings)) {
    throw new KeyringError(
      `密钥环的主密钥来源是 ${file.provider}，而 KEY_PROVIDER 是 ${providerName(settings)}。`,
      `The keyring was wrapped by the provider ${file.provider}, but KEY_PROVIDER is ${providerName(settings)}.`,
    );
  }
  const provider = keyProviderOf(settings);
  openKeyring(file, provider);
  return { file, provider };
}

/** Makes a new active data key and marks the rotation to it as begun. */
export function addDataKey(settings: KeyringSettings, suite?: SuiteName): KeyEntry {
  const { file, provider } = loadKeyring(settings);
  const known = new Set(file.keys.map(({ id }) => id));
  let key = randomBytes(KEY_BYTES);
  // An id is 32 bits: rare is not never.
  while (known.has(keyIdOfKey(key))) key = randomBytes(KEY_BYTES);
  const old = activeKey(file, 'data');
  const now = new Date();
  const entry = newEntry(provider, 'data', { suite: suite ?? old.suite, key, now });
  const retired: KeyEntry = { ...old, state: 'open-only', retiredAt: now.toISOString() };
  writeKeyring(settings.KEYRING_FILE, {
    ...file,
    rotation: { to: entry.id, startedAt: now.toISOString() },
    keys: [...file.keys.map((each) => (each.id === old.id ? retired : each)), entry],
  });
  return entry;
}

export function endRotation(settings: KeyringSettings): void {
  const { rotation: _, ...file } = readKeyring(settings.KEYRING_FILE);
  writeKeyring(settings.KEYRING_FILE, file);
}

/** Takes a key out for good. Whether a value still needs it is for the caller to know. */
export function removeKey(settings: KeyringSettings, id: string): void {
  const file = readKeyring(settings.KEYRING_FILE);
  findRetired(file, id);
  writeKeyring(settings.KEYRING_FILE, { ...file, keys: file.keys.filter((key) => key.id !== id) });
}

/** @throws KeyringError unless the key is there and seals nothing any more */
export function findRetired(file: KeyringFile, id: string): KeyEntry {
  const entry = file.keys.find((key) => key.id === id);
  if (!entry) throw new KeyringError(`密钥环中没有编号为 ${id} 的密钥。`, `The keyring has no key ${id}.`);
  if (entry.state === 'open-only') return entry;
  throw new KeyringError(`密钥 ${id} 正在使用，不能销毁。`, `The key ${id} is active and cannot be destroyed.`);
}

/** Wraps every key anew, for another key-encryption key or another provider; the keys and the values stay. */
export function rewrapKeyring(from: KeyringSettings, to: KeySettings): void {
  const { file, provider } = loadKeyring(from);
  if (providerName(to) === 'file') createKeyFile(to.KEY_FILE ?? '');
  const next = keyProviderOf(to);
  const keys = file.keys.map((entry) => ({
    ...entry,
    wrapped: next.wrap(unwrap(entry, provider)).toString('base64url'),
  }));
  const rewrapped = { ...file, provider: providerName(to), keys };
  openKeyring(rewrapped, next);
  writeKeyring(from.KEYRING_FILE, rewrapped);
}
