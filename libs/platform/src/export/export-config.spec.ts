import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from '../config.js';
import { ExportConfig } from './export-config.js';

const environment = {
  PORT: '0',
  PUBLIC_URL: 'http://localhost:8080',
  OIDC_ISSUER: 'http://localhost:8080/oidc',
  DATABASE_URL: 'postgres://localhost/x',
  NATS_URL: 'nats://localhost:4222',
  KEYRING_FILE: '/keys/keyring.json',
  KEY_FILE: '/keys/key',
};
const limits = { from: '2027-01-01', freeRows: 0, hardRows: 50, expiryHours: 1, downloads: 1 };
const read = (value: unknown): ExportConfig =>
  readConfig(ExportConfig, { ...environment, EXPORT_LIMITS: JSON.stringify(value) });

describe('EXPORT_LIMITS', () => {
  it('has a default and takes dated entries', () => {
    expect(readConfig(ExportConfig, environment).EXPORT_LIMITS).toHaveLength(1);
    expect(read([limits]).EXPORT_LIMITS).toEqual([limits]);
  });

  it.each([
    ['no JSON', undefined],
    ['no entry', []],
    ['more free than allowed at all', [{ ...limits, freeRows: 51 }]],
    ['no day', [{ ...limits, from: '2027' }]],
    ['a row and a half', [{ ...limits, hardRows: 1.5 }]],
    ['no download', [{ ...limits, downloads: 0 }]],
  ])('with %s stops the start and names the variable', (_what, value) => {
    const start = () =>
      value ? read(value) : readConfig(ExportConfig, { ...environment, EXPORT_LIMITS: 'two hundred' });
    expect(start).toThrow(ConfigError);
    expect(start).toThrow(/EXPORT_LIMITS must be JSON/);
  });
});
