import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeTestToken } from '@app/testing';
import { pkcs11Provider, type Pkcs11Settings } from './key-provider-pkcs11.js';
import { addDataKey, initKeyring, rewrapKeyring } from './keyring-setup.js';
import { inPkcs11Session } from './pkcs11-session.js';
import { openVault } from './vault.js';

const MODULES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];
const module = MODULES.find((path) => existsSync(path));
if (!module) {
  console.warn(
    '!! 跳过硬件密码机测试：未安装 softhsm2（apt-get install softhsm2）。\n' +
      '!! SKIPPED: the key provider pkcs11 is not tested here, softhsm2 is not installed (apt-get install softhsm2).',
  );
}
const PIN = '80412';
const TOKEN = `test-${process.pid}`;

(module ? describe : describe.skip)('the key provider pkcs11, on SoftHSM', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'jz-softhsm-'));
  const settings: Pkcs11Settings = {
    module: module ?? '',
    tokenLabel: TOKEN,
    slot: undefined,
    pin: PIN,
    pinFile: undefined,
    keyLabel: 'kek',
  };
  const environment = {
    KEYRING_FILE: path.join(folder, 'keyring.json'),
    KEY_PROVIDER: 'pkcs11',
    PKCS11_MODULE: module,
    PKCS11_TOKEN_LABEL: TOKEN,
    PKCS11_PIN_FILE: path.join(folder, 'pin'),
  };

  beforeAll(() => {
    writeFileSync(environment.PKCS11_PIN_FILE, `${PIN}\n`, { mode: 0o600 });
    makeTestToken(module ?? '', TOKEN, PIN);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('unwraps nothing before a key was made, and names the key that is missing', () => {
    expect(() => pkcs11Provider(settings).unwrap(Buffer.alloc(60))).toThrow(/The token holds no key named kek/);
  });

  it('makes its key on first use and unwraps what it wrapped, also in another process', () => {
    const key = Buffer.alloc(32, 9);
    const wrapped = pkcs11Provider(settings).wrap(key);
    expect(wrapped.includes(key)).toBe(false);
    // Other specs have tokens of their own in the same module.
    const slot = inPkcs11Session(settings, ({ cryptoki }) =>
      cryptoki.C_GetSlotList(true).findIndex((each) => cryptoki.C_GetTokenInfo(each).label.trim() === TOKEN),
    );
    expect(pkcs11Provider({ ...settings, tokenLabel: undefined, slot }).unwrap(wrapped)).toEqual(key);
    expect(pkcs11Provider(settings).wrap(key)).not.toEqual(wrapped);
  });

  it('refuses altered bytes, a foreign key, a wrong PIN, an unknown token and a library that is none', () => {
    const wrapped = pkcs11Provider(settings).wrap(Buffer.alloc(32, 9));
    const altered = Buffer.from(wrapped);
    altered[20] = (altered[20] ?? 0) ^ 1;
    expect(() => pkcs11Provider(settings).unwrap(altered)).toThrow(/not the one it was wrapped with/);
    const other = { ...settings, keyLabel: 'other' };
    pkcs11Provider(other).wrap(Buffer.alloc(32));
    expect(() => pkcs11Provider(other).unwrap(wrapped)).toThrow(/not the one it was wrapped with/);
    const message = (change: Partial<Pkcs11Settings>): string => {
      try {
        pkcs11Provider({ ...settings, ...change }).unwrap(wrapped);
        return '';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(message({ pin: '13579' })).toMatch(/不接受 PKCS11_PIN.*refuses PKCS11_PIN \(CKR_PIN_INCORRECT/);
    expect(message({ pin: '13579' })).not.toContain('13579');
    expect(message({ tokenLabel: 'nobody' })).toMatch(/没有 PKCS11_TOKEN_LABEL.*has no token/);
    expect(message({ module: '/nowhere.so' })).toMatch(/无法加载.*cannot be loaded/);
    expect(message({ pin: undefined, pinFile: path.join(folder, 'no-pin') })).toMatch(/PKCS11_PIN_FILE/);
  });

  it('holds the key of a whole keyring, through a new key and a move from a file', () => {
    const file = { KEYRING_FILE: environment.KEYRING_FILE, KEY_FILE: path.join(folder, 'keyring.key') };
    initKeyring(file, { suite: 'national' });
    const sealed = openVault(file).seal('name', '张三');
    rewrapKeyring(file, environment);
    expect(() => initKeyring(file, { suite: 'national' })).toThrow(/provider pkcs11, but KEY_PROVIDER is file/);
    addDataKey(environment);
    const vault = openVault(environment);
    expect(vault.open('name', vault.reseal('name', sealed))).toBe('张三');
    expect(readFileSync(environment.KEYRING_FILE, 'utf8')).not.toContain(PIN);
  });
});
