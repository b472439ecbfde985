import { afterAll, describe, expect, it } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { addDataKey, initKeyring, removeKey, type KeyringSettings } from './keyring-setup.js';
import { RECHECK_MS } from './keyring-store.js';
import { SUITE_NAMES, type PersonalDataPurpose, type SuiteName } from './suite.js';
import { openVault, type PersonalDataVault } from './vault.js';

const folder = mkdtempSync(path.join(tmpdir(), 'jz-vault-'));
let keyrings = 0;

function makeKeyring(suite: SuiteName = 'international'): KeyringSettings {
  keyrings += 1;
  const settings = {
    KEYRING_FILE: path.join(folder, `${keyrings}.json`),
    KEY_FILE: path.join(folder, `${keyrings}.key`),
  };
  initKeyring(settings, { suite });
  return settings;
}
const newVault = (suite?: SuiteName): PersonalDataVault => openVault(makeKeyring(suite));
afterAll(() => rmSync(folder, { recursive: true }));

const PURPOSES: PersonalDataPurpose[] = ['person', 'name', 'document', 'phone', 'answer', 'paper', 'secret'];
const purpose = fc.constantFrom(...PURPOSES);
const text = fc.string({ unit: 'binary' });

describe.each(SUITE_NAMES)('sealed personal data, %s suite', (suite) => {
  const vault = newVault(suite);

  it('opens to what was sealed, whatever the text', () => {
    fc.assert(
      fc.property(purpose, text, (about, value) => {
        expect(vault.open(about, vault.seal(about, value))).toBe(value);
      }),
    );
  });

  it('shows nothing of the text and its own form only', () => {
    const sealed = vault.seal('document', '230103199001011234');
    expect(sealed).toMatch(/^v1\.[0-9a-f]{8}\.[\w-]+$/);
    expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('230103');
  });

  it('is never the same twice, so that equal values do not show', () => {
    const seals = Array.from({ length: 100 }, () => vault.seal('name', '张三'));
    expect(new Set(seals).size).toBe(100);
  });

  it('does not open for another purpose', () => {
    for (const sealedFor of PURPOSES) {
      const sealed = vault.seal(sealedFor, 'x');
      for (const other of PURPOSES.filter((each) => each !== sealedFor)) {
        expect(() => vault.open(other, sealed)).toThrow();
      }
    }
  });

  it('does not open when any byte of it was altered or cut off', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (value, at, flip) => {
        const [form, keyId, body] = vault.seal('person', value).split('.');
        const bytes = Buffer.from(body ?? '', 'base64url');
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ flip;
        expect(() => vault.open('person', `${form}.${keyId}.${bytes.toString('base64url')}`)).toThrow();
        const cut = bytes.subarray(0, index).toString('base64url');
        expect(() => vault.open('person', `${form}.${keyId}.${cut}`)).toThrow();
      }),
    );
  });

  it('does not open with a tag cut short, which could be guessed', () => {
    const [form, keyId, body] = vault.seal('name', '').split('.');
    for (const bytes of [4, 8, 12, 15]) {
      const cut = Buffer.from(body ?? '', 'base64url')
        .subarray(0, bytes)
        .toString('base64url');
      expect(() => vault.open('name', `${form}.${keyId}.${cut}`)).toThrow(/tag/);
    }
  });

  it('does not open with another key, and says so without the text', () => {
    const other = newVault(suite);
    const sealed = vault.seal('name', '张三');
    expect(() => other.open('name', sealed)).toThrow('personal data sealed with another key');
    const [, keyId] = other.seal('name', '李四').split('.');
    const [form, , body] = sealed.split('.');
    expect(() => other.open('name', `${form}.${keyId}.${body}`)).toThrow();
  });

  it('does not open what was never sealed', () => {
    for (const value of ['', '张三', 'v1', 'v1..', 'v2.00000000.AAAA']) {
      expect(() => vault.open('name', value)).toThrow();
    }
  });
});

describe.each(SUITE_NAMES)('a blind index, %s suite', (suite) => {
  it('is the same for the same value, in every process with the same keyring, also after a rotation', () => {
    const settings = makeKeyring(suite);
    const here = openVault(settings);
    addDataKey(settings);
    const there = openVault(settings);
    fc.assert(
      fc.property(purpose, text, (about, value) => {
        expect(here.index(about, value)).toMatch(/^[\w-]{43}$/);
        expect(there.index(about, value)).toBe(here.index(about, value));
      }),
    );
    expect(there.derive('cookies', 32)).toEqual(here.derive('cookies', 32));
    expect(there.derive('cookies', 32)).not.toEqual(here.derive('other', 32));
  });

  it('differs by value, by purpose and by key', () => {
    const vault = newVault(suite);
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 2 }), (values) => {
        const indexes = values.flatMap((value) => PURPOSES.map((about) => vault.index(about, value)));
        expect(new Set(indexes).size).toBe(values.length * PURPOSES.length);
      }),
    );
    expect(newVault(suite).index('name', '张三')).not.toBe(vault.index('name', '张三'));
  });
});

describe('a vault in a process that goes on while keys change', () => {
  it('seals with a new key of another suite within a second, and opens what the old one sealed', async () => {
    const settings = makeKeyring('international');
    const vault = openVault(settings);
    const old = vault.seal('name', '张三');
    const { id } = addDataKey(settings, 'national');
    await pause(RECHECK_MS + 50);
    const sealed = vault.seal('name', '张三');
    expect(vault.keyIdOf(sealed)).toBe(id);
    expect([vault.isCurrent(old), vault.isCurrent(sealed)]).toEqual([false, true]);
    expect([vault.open('name', old), vault.open('name', sealed)]).toEqual(['张三', '张三']);
    const resealed = vault.reseal('name', old);
    expect([vault.keyIdOf(resealed), vault.open('name', resealed)]).toEqual([id, '张三']);
    expect(vault.reseal('name', resealed)).toBe(resealed);
  });

  it('opens at once what another process sealed with a key that it has not seen yet', () => {
    const settings = makeKeyring();
    const vault = openVault(settings);
    addDataKey(settings);
    expect(vault.open('name', openVault(settings).seal('name', '李四'))).toBe('李四');
  });

  it('seals no more while the keyring is unreadable, opens as before, and recovers by itself', async () => {
    const settings = makeKeyring();
    const vault = openVault(settings);
    const sealed = vault.seal('phone', '13800001001');
    renameSync(settings.KEYRING_FILE, `${settings.KEYRING_FILE}.away`);
    await pause(RECHECK_MS + 50);
    expect(() => vault.seal('phone', '13800001001')).toThrow(/cannot be read/);
    expect(vault.open('phone', sealed)).toBe('13800001001');
    renameSync(`${settings.KEYRING_FILE}.away`, settings.KEYRING_FILE);
    await pause(RECHECK_MS + 50);
    expect(vault.open('phone', vault.seal('phone', '13800001001'))).toBe('13800001001');
  });
});

describe('a keyring', () => {
  /** What the operator reads when the vault is opened. */
  const fault = (settings: KeyringSettings): string => {
    try {
      openVault(settings);
      return '';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const change = (settings: KeyringSettings, edit: (file: { keys: Record<string, unknown>[] }) => void): void => {
    const file = JSON.parse(readFileSync(settings.KEYRING_FILE, 'utf8'));
    edit(file);
    writeFileSync(settings.KEYRING_FILE, JSON.stringify(file));
  };

  it('is for its owner only, holds no key in clear, and is made once', () => {
    const settings = makeKeyring();
    for (const file of [settings.KEYRING_FILE, settings.KEY_FILE ?? ''])
      expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(settings.KEYRING_FILE, 'utf8');
    expect(initKeyring(settings, { suite: 'national' })).toBe(false);
    expect(readFileSync(settings.KEYRING_FILE, 'utf8')).toBe(before);
  });

  it('takes over older keys, so that their values stay readable', () => {
    const settings = { KEYRING_FILE: path.join(folder, 'old.json'), KEY_FILE: path.join(folder, 'old.key') };
    const imported = { dataKey: Buffer.alloc(32, 7), indexKey: Buffer.alloc(32, 8) };
    initKeyring(settings, { suite: 'national', imported });
    const vault = openVault(settings);
    // Made by the code of before there were keyrings.
    const OLD = {
      sealed: 'v1.4bb06f8e.GhrLfrfaH2HJRO1prxjjIl74LjIcMeQbonE-zBGGfmmvRA',
      index: 'ggFMEQAF2d2zXCboCi64Qq8D2PhzMpKmrcuFUqWKvAY',
    };
    expect(vault.open('name', OLD.sealed)).toBe('张三');
    expect(vault.index('name', '张三')).toBe(OLD.index);
  });

  it('says in both languages what is wrong with it', () => {
    const missing = makeKeyring();
    rmSync(missing.KEYRING_FILE);
    expect(fault(missing)).toMatch(/无法读取密钥环文件 .*ENOENT.*cannot be read \(ENOENT\)/);
    const cut = makeKeyring();
    writeFileSync(cut.KEYRING_FILE, readFileSync(cut.KEYRING_FILE, 'utf8').slice(0, 100));
    expect(fault(cut)).toMatch(/已损坏：不是完整的 JSON.*is damaged: it is not whole JSON/);
    const two = makeKeyring();
    addDataKey(two);
    change(two, ({ keys }) => keys.forEach((key) => (key['state'] = 'active')));
    expect(fault(two)).toMatch(/恰有一把在用的数据密钥，实有 2 把.*2 active data keys/);
    const twice = makeKeyring();
    change(twice, ({ keys }) => keys.push({ ...keys[0], state: 'open-only' }));
    expect(fault(twice)).toMatch(/密钥编号重复.*a key id is there twice/);
    const strange = makeKeyring();
    change(strange, ({ keys }) => (keys[0]!['suite'] = 'rot13'));
    expect(fault(strange)).toMatch(/密钥条目有误.*an entry is wrong/);
  });

  it('does not open with another key-encryption key, nor with keys that were swapped', () => {
    const [one, other] = [makeKeyring(), makeKeyring()];
    expect(fault({ ...one, KEY_FILE: other.KEY_FILE })).toMatch(
      /主密钥不是当初的那一把.*not the one it was wrapped with/,
    );
    change(
      one,
      ({ keys }) => ([keys[0]!['wrapped'], keys[1]!['wrapped']] = [keys[1]!['wrapped'], keys[0]!['wrapped']]),
    );
    expect(fault(one)).toMatch(/does not unwrap/);
  });

  it('refuses a key file that others can read, and one that holds no key', () => {
    const settings = makeKeyring();
    chmodSync(settings.KEY_FILE ?? '', 0o640);
    expect(fault(settings)).toMatch(/对其他用户可读.*can be read by others/);
    chmodSync(settings.KEY_FILE ?? '', 0o600);
    writeFileSync(settings.KEY_FILE ?? '', 'secret');
    expect(fault(settings)).toMatch(/must hold 32 bytes/);
    expect(fault(settings)).not.toContain('secret');
  });

  it('opens with a key-encryption key from the environment', () => {
    const KEY_BASE64 = Buffer.alloc(32, 5).toString('base64');
    const settings = { KEYRING_FILE: path.join(folder, 'env.json'), KEY_PROVIDER: 'environment', KEY_BASE64 };
    initKeyring(settings, { suite: 'national' });
    const vault = openVault(settings);
    expect(vault.open('name', vault.seal('name', '张三'))).toBe('张三');
    expect(fault({ ...settings, KEY_BASE64: KEY_BASE64.slice(4) })).toMatch(/KEY_BASE64 must be 32 bytes/);
  });

  it('gives up a retired key and never the active one', () => {
    const settings = makeKeyring();
    const vault = openVault(settings);
    const old = vault.keyIdOf(vault.seal('name', 'x'));
    expect(() => removeKey(settings, old)).toThrow(/is active and cannot be destroyed/);
    addDataKey(settings);
    removeKey(settings, old);
    expect(() => removeKey(settings, old)).toThrow(/has no key/);
    expect(() => openVault(settings).open('name', vault.seal('name', 'x'))).toThrow(`has no key ${old}`);
  });
});
