import { describe, expect, it } from '@jest/globals';
import { ConfigError, DataConfig, PlatformConfig, readConfig } from './config.js';

const right: NodeJS.ProcessEnv = {
  JZ_MODE: 'demo',
  PORT: '4001',
  PUBLIC_URL: 'https://jiangzheng.example',
  OIDC_ISSUER: 'https://jiangzheng.example/oidc',
  DATABASE_URL: 'postgres://agency:secret@127.0.0.1:5432/jiangzheng',
  NATS_URL: 'nats://127.0.0.1:4222',
  KEYRING_FILE: '/keys/keyring.json',
  KEY_FILE: '/keys/keyring.key',
  DEMO_CLOCK_FILE: '/tmp/clock',
};

/** The lines of the refusal; none when the environment is accepted. */
function refusal(change: NodeJS.ProcessEnv, type: new () => PlatformConfig = DataConfig): string[] {
  try {
    readConfig(type, { ...right, ...change });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.message.split('\n').slice(1);
  }
}

const REQUIRED = ['PORT', 'PUBLIC_URL', 'OIDC_ISSUER', 'DATABASE_URL', 'NATS_URL', 'KEYRING_FILE', 'KEY_FILE'];

describe('the environment of a process', () => {
  it('is read with its defaults, and numbers are numbers', () => {
    const config = readConfig(DataConfig, right);
    expect(config).toBeInstanceOf(DataConfig);
    expect([config.PORT, config.HOST, config.LOG_LEVEL, config.NATS_NAMESPACE]).toEqual([
      4001,
      '127.0.0.1',
      'info',
      '',
    ]);
  });

  it.each(REQUIRED.flatMap((name) => [undefined, '', '  '].map((value) => ({ name, value }))))(
    'lacks $name when it is $value, and says so',
    ({ name, value }) => {
      const lines = refusal({ [name]: value });
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(new RegExp(`^ {2}${name}: `));
    },
  );

  it.each([
    ['JZ_MODE', 'Xq7-staging'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', 'Xq7port'],
    ['PORT', '40.5'],
    ['PUBLIC_URL', 'Xq7.example'],
    ['OIDC_ISSUER', 'Xq7'],
    ['OIDC_JWKS_URL', 'Xq7'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'Xq7'],
    ['DATABASE_URL', 'mysql://Xq7:Xq7@127.0.0.1/db'],
    ['NATS_URL', 'http://Xq7@127.0.0.1:4222'],
    ['NATS_NAMESPACE', 'Xq7.a>'],
    ['KEY_PROVIDER', 'Xq7'],
  ])('refuses a wrong %s by name and does not print its value %s', (name, value) => {
    const lines = refusal({ DEMO_CLOCK_FILE: '', [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^ {2}${name}: `));
    expect(lines[0]).not.toContain(value);
    expect(lines[0]).not.toContain('Xq7');
  });

  it('names every wrong variable at once', () => {
    const wrong = REQUIRED.filter((name) => !name.startsWith('KEY'));
    const lines = refusal({
      ...Object.fromEntries(wrong.map((name) => [name, 'Xq7!'])),
      KEYRING_FILE: '',
      KEY_FILE: '',
    });
    expect(lines.map((line) => line.trim().split(':')[0]).sort()).toEqual(REQUIRED.toSorted());
    expect(lines.join('\n')).not.toContain('Xq7');
  });

  it('asks of each key provider what it needs, and of no other', () => {
    const names = (change: NodeJS.ProcessEnv) =>
      refusal({ KEY_FILE: '', ...change }).map((line) => line.trim().split(':')[0]);
    expect(names({ KEY_PROVIDER: 'environment' })).toEqual(['KEY_BASE64']);
    expect(names({ KEY_PROVIDER: 'environment', KEY_BASE64: 'x' })).toEqual([]);
    expect(names({ KEY_PROVIDER: 'pkcs11' })).toEqual(['PKCS11_MODULE', 'PKCS11_TOKEN_LABEL', 'PKCS11_PIN']);
    const token = { KEY_PROVIDER: 'pkcs11', PKCS11_MODULE: '/lib/hsm.so', PKCS11_PIN_FILE: '/keys/pin' };
    expect(names({ ...token, PKCS11_SLOT: '0' })).toEqual([]);
    expect(names({ ...token, PKCS11_SLOT: 'first' })).toEqual(['PKCS11_SLOT']);
    expect(names({ ...token, PKCS11_TOKEN_LABEL: 'jiangzheng' })).toEqual([]);
  });

  it('has a shiftable clock in demo mode only, also when the mode is left out', () => {
    expect(refusal({})).toEqual([]);
    for (const mode of ['production', '', undefined]) {
      expect(refusal({ JZ_MODE: mode })).toEqual(['  DEMO_CLOCK_FILE: only allowed when JZ_MODE is demo']);
      expect(refusal({ JZ_MODE: mode, DEMO_CLOCK_FILE: '' })).toEqual([]);
    }
  });

  it('of a process without data needs neither database nor broker nor keys', () => {
    const without = { DATABASE_URL: '', NATS_URL: '', KEYRING_FILE: '', KEY_FILE: '', DEMO_CLOCK_FILE: '' };
    expect(refusal(without, PlatformConfig)).toEqual([]);
    expect(refusal(without)).toHaveLength(4);
  });
});
