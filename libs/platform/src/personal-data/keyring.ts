import { createHash } from 'node:crypto';
import { KEY_PROVIDER_NAMES, type KeyProvider, type KeyProviderName } from './key-provider.js';
import { KEY_BYTES, wrongKey } from './key-wrapping.js';
import { KeyringError } from './keyring-error.js';
import { SUITE_NAMES, type Indexer, type Sealer, type SuiteName } from './suite.js';
import { SUITES } from './suites.js';

const VERSION = 1;
const KEY_ID_LENGTH = 8;
const KEY_ID_FORM = /^[0-9a-f]{8}$/;
const INDENT = 2;

export type KeyUse = 'data' | 'index';
/** Values are sealed with the one active key; an open-only key still opens what it sealed. */
export type KeyState = 'active' | 'open-only';

export interface KeyEntry {
  id: string;
  use: KeyUse;
  suite: SuiteName;
  state: KeyState;
  createdAt: string;
  /** When it stopped being the active one. */
  retiredAt?: string;
  /** The key, wrapped by the provider, in base64url. */
  wrapped: string;
}

export interface KeyringFile {
  version: typeof VERSION;
  provider: KeyProviderName;
  /** A rotation that was begun and has not ended: a later run goes on with it. */
  rotation?: { to: string; startedAt: string };
  keys: KeyEntry[];
}

export interface DataKey {
  id: string;
  sealer: Sealer;
}

/** A keyring whose keys are unwrapped and ready. */
export interface Keyring {
  active: DataKey;
  dataKeys: ReadonlyMap<string, DataKey>;
  indexKey: { id: string; bytes: Buffer; index: Indexer };
}

export function keyIdOfKey(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, KEY_ID_LENGTH);
}

export function newEntry(
  provider: KeyProvider,
  use: KeyUse,
  { suite, key, now }: { suite: SuiteName; key: Buffer; now: Date },
): KeyEntry {
  return {
    id: keyIdOfKey(key),
    use,
    suite,
    state: 'active',
    createdAt: now.toISOString(),
    wrapped: provider.wrap(key).toString('base64url'),
  };
}

export function formatKeyring(keyring: KeyringFile, path: string): string {
  const text = `${JSON.stringify(keyring, undefined, INDENT)}\n`;
  parseKeyring(text, path);
  return text;
}

/** @throws KeyringError that names the file and what is wrong with it */
export function parseKeyring(text: string, path: string): KeyringFile {
  let file: KeyringFile;
  try {
    file = JSON.parse(text) as KeyringFile;
  } catch {
    throw damaged(path, '不是完整的 JSON', 'it is not whole JSON');
  }
  if (file?.version !== VERSION) throw damaged(path, '版本不认识', 'its version is not known');
  if (!KEY_PROVIDER_NAMES.includes(file.provider)) throw damaged(path, '密钥来源不认识', 'its provider is not known');
  if (!Array.isArray(file.keys) || !file.keys.every(isEntry)) throw damaged(path, '密钥条目有误', 'an entry is wrong');
  if (new Set(file.keys.map(({ id }) => id)).size < file.keys.length) {
    throw damaged(path, '密钥编号重复', 'a key id is there twice');
  }
  for (const use of ['data', 'index'] as const) {
    const count = file.keys.filter((key) => key.use === use && key.state === 'active').length;
    if (count === 1) continue;
    const [zh, en] = use === 'data' ? ['数据密钥', 'data key'] : ['索引密钥', 'index key'];
    throw damaged(
      path,
      `应当恰有一把在用的${zh}，实有 ${count} 把`,
      `it has ${count} active ${en}s where there must be exactly one`,
    );
  }
  return file;
}

function isEntry(entry: KeyEntry): boolean {
  return (
    KEY_ID_FORM.test(entry?.id) &&
    ['data', 'index'].includes(entry.use) &&
    SUITE_NAMES.includes(entry.suite) &&
    ['active', 'open-only'].includes(entry.state) &&
    Number.isFinite(Date.parse(entry.createdAt)) &&
    (entry.retiredAt === undefined || Number.isFinite(Date.parse(entry.retiredAt))) &&
    typeof entry.wrapped === 'string'
  );
}

function damaged(path: string, zh: string, en: string): KeyringError {
  return new KeyringError(
    `密钥环文件 ${path} 已损坏：${zh}。请从备份恢复它。`,
    `The keyring file ${path} is damaged: ${en}. Restore it from a backup.`,
  );
}

/** Unwraps every key; those of `known` that are still the same are taken over as they are. */
export function openKeyring(file: KeyringFile, provider: KeyProvider, known?: Keyring): Keyring {
  const dataKeys = new Map<string, DataKey>();
  for (const entry of file.keys.filter(({ use }) => use === 'data')) {
    const sealerOf = () => SUITES[entry.suite].sealerOf(unwrap(entry, provider));
    dataKeys.set(entry.id, known?.dataKeys.get(entry.id) ?? { id: entry.id, sealer: sealerOf() });
  }
  const active = dataKeys.get(activeKey(file, 'data').id);
  if (!active) throw new Error('a parsed keyring has an active data key');
  return { active, dataKeys, indexKey: openIndexKey(activeKey(file, 'index'), provider, known) };
}

export function activeKey(file: KeyringFile, use: KeyUse): KeyEntry {
  const entry = file.keys.find((key) => key.use === use && key.state === 'active');
  if (!entry) throw new Error('a parsed keyring has an active key of each use');
  return entry;
}

function openIndexKey(entry: KeyEntry, provider: KeyProvider, known?: Keyring): Keyring['indexKey'] {
  if (known?.indexKey.id === entry.id) return known.indexKey;
  const bytes = unwrap(entry, provider);
  return { id: entry.id, bytes, index: SUITES[entry.suite].indexerOf(bytes) };
}

export function unwrap(entry: KeyEntry, provider: KeyProvider): Buffer {
  const key = provider.unwrap(Buffer.from(entry.wrapped, 'base64url'));
  // The id is the key's digest: a wrapped key that was put under another entry shows here.
  if (key.length !== KEY_BYTES || keyIdOfKey(key) !== entry.id) throw wrongKey();
  return key;
}
