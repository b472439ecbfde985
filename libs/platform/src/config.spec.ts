import { describe, expect, it } from '@jest/globals';
import { ConfigError, DataConfig, PlatformConfig, readConfig } from './config.js';

const KEY = Buffer.alloc(32, 7).toString('base64');
const right: NodeJS.ProcessEnv = {
  JZ_MODE: 'demo',
  PORT: '4001',
  PUBLIC_URL: 'https://jiangzheng.example',
  OIDC_ISSUER: 'https://jiangzheng.example/oidc',
  DATABASE_URL: 'postgres://agency:secret@127.0.0.1:5432/jiangzheng',
  NATS_URL: 'nats://127.0.0.1:4222',
  PERSONAL_DATA_KEY: KEY,
  BLIND_INDEX_KEY: KEY,
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

const REQUIRED = [
  'PORT',
  'PUBLIC_URL',
  'OIDC_ISSUER',
  'DATABASE_URL',
  'NATS_URL',
  'PERSONAL_DATA_KEY',
  'BLIND_INDEX_KEY',
];

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
    ['PERSONAL_DATA_KEY', 'Xq7Xq7Xq7Xq7'],
    ['BLIND_INDEX_KEY', 'Xq7 not base64 at all'],
  ])('refuses a wrong %s by name and does not print its value %s', (name, value) => {
    const lines = refusal({ DEMO_CLOCK_FILE: '', [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^ {2}${name}: `));
    expect(lines[0]).not.toContain(value);
    expect(lines[0]).not.toContain('Xq7');
  });

  it('names every wrong variable at once', () => {
    const lines = refusal(Object.fromEntries(REQUIRED.map((name) => [name, 'Xq7!'])));
    expect(lines.map((line) => line.trim().split(':')[0]).sort()).toEqual(REQUIRED.toSorted());
    expect(lines.join('\n')).not.toContain('Xq7');
  });

  it.each([16, 31, 33, 64])('refuses keys of %i bytes and says how long they must be', (bytes) => {
    const short = Buffer.alloc(bytes, 7).toString('base64');
    const lines = refusal({ PERSONAL_DATA_KEY: short, BLIND_INDEX_KEY: short });
    expect(lines).toEqual([
      expect.stringMatching(/^ {2}PERSONAL_DATA_KEY: .*32 bytes/),
      expect.stringMatching(/^ {2}BLIND_INDEX_KEY: .*32 bytes/),
    ]);
    expect(lines.join('\n')).not.toContain(short);
  });

  it('takes any 32 bytes as a key', () => {
    for (const byte of [0, 62, 63, 127, 250, 255]) {
      expect(refusal({ PERSONAL_DATA_KEY: Buffer.alloc(32, byte).toString('base64') })).toEqual([]);
    }
  });

  it('has a shiftable clock in demo mode only, also when the mode is left out', () => {
    expect(refusal({})).toEqual([]);
    for (const mode of ['production', '', undefined]) {
      expect(refusal({ JZ_MODE: mode })).toEqual(['  DEMO_CLOCK_FILE: only allowed when JZ_MODE is demo']);
      expect(refusal({ JZ_MODE: mode, DEMO_CLOCK_FILE: '' })).toEqual([]);
    }
  });

  it('of a process without data needs neither database nor broker nor keys', () => {
    const without = { DATABASE_URL: '', NATS_URL: '', PERSONAL_DATA_KEY: '', BLIND_INDEX_KEY: '', DEMO_CLOCK_FILE: '' };
    expect(refusal(without, PlatformConfig)).toEqual([]);
    expect(refusal(without)).toHaveLength(4);
  });
});
