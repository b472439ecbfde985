import { DomainError } from '@app/kernel';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  certificateKinds,
  formatCertificateNumber,
  formatSiteCode,
  parseCertificateNumber,
  parseSiteCode,
  type CertificateNumberParts,
} from './index.js';

const PARTS: CertificateNumberParts = {
  kind: 'S',
  ministryCode: '0000',
  province: '23',
  siteSequence: '000123',
  year: 2022,
  level: '3',
  serial: 1,
};

function digits(length: number) {
  return fc.nat(10 ** length - 1).map((n) => String(n).padStart(length, '0'));
}

const anyParts = fc.record({
  kind: fc.constantFrom('Y', 'S'),
  ministryCode: digits(4),
  province: fc.constantFrom('23', '11', '65'),
  siteSequence: digits(6),
  year: fc.integer({ min: 2021, max: 2099 }),
  level: fc.constantFrom('1', '2', '3', '4', '5', 'T'),
  serial: fc.integer({ min: 1, max: 999_999 }),
});

function codeOf(act: () => unknown): string {
  try {
    act();
    return 'no error';
  } catch (error) {
    return error instanceof DomainError ? error.code : 'other error';
  }
}

function ruleOf(input: string, options = {}): string {
  const parsed = parseCertificateNumber(input, options);
  return parsed.ok ? 'ok' : parsed.rule;
}

describe('certificate number', () => {
  test('§2.1 a typical provincial number', () => {
    expect(formatCertificateNumber(PARTS)).toBe('S000023000123223000001');
    expect(parseCertificateNumber('s000023 000123 22 3 000001')).toEqual({
      ok: true,
      value: {
        ...PARTS,
        number: 'S000023000123223000001',
        scheme: 'skill-level',
        siteCode: 'S000023000123',
        kindKey: 'social-organisation',
        levelKey: 'senior',
        specimen: false,
      },
    });
  });

  test('§12.2 22 characters without a check digit: every serial parses', () => {
    for (let serial = 1; serial <= 20; serial += 1) {
      const number = formatCertificateNumber({ ...PARTS, serial });
      expect(number).toHaveLength(22);
      expect(ruleOf(number)).toBe('ok');
    }
  });

  test('§12.6 the official example is a specimen', () => {
    expect(ruleOf('Y000123XXXXXX195000001')).toBe('specimen');
    expect(parseCertificateNumber('Y000123XXXXXX195000001', { allowSpecimen: true })).toMatchObject({
      ok: true,
      value: {
        kindKey: 'employer',
        ministryCode: '0001',
        province: '23',
        siteSequence: 'XXXXXX',
        year: 2019,
        level: '5',
        levelKey: 'junior',
        serial: 1,
        specimen: true,
      },
    });
  });

  test('§12.7 a 16-digit number is another, genuine scheme; its level is the 11th digit', () => {
    expect(parseCertificateNumber('1208001001312345')).toMatchObject({
      ok: false,
      rule: 'other-scheme',
      scheme: 'vocational-qualification-16',
      askAt: { host: 'zscx.osta.org.cn' },
      decomposition: {
        year: '12',
        provinceOrIndustry: '08',
        city: '00',
        bodyClass: '1',
        bodySequence: '001',
        level: '3',
        serial: '12345',
        plausible: true,
      },
    });
  });

  test('§12.8 special-grade technicians: two letters and 20 digits', () => {
    const number = formatCertificateNumber({ ...PARTS, kind: 'Y', year: 2025, level: 'T' });
    expect(number).toMatch(/^[A-Z]\d{14}[A-Z]\d{6}$/);
    expect(parseCertificateNumber(number)).toMatchObject({
      value: { scheme: 'special-technician', levelKey: 'special-technician' },
    });
    expect(parseCertificateNumber(number, { specialLetters: [] })).toMatchObject({
      rule: 'other-scheme',
      scheme: 'special-technician-unconfirmed',
    });
  });

  test.each([
    ['RGN23010000122300001', 'rsn-20'],
    ['1234567890123', 'shanghai-13'],
    ['23010001', 'appraisal-body-8'],
    ['S000023000123', 'site-code'],
    ['R36210001', 'supervisor-card'],
    ['YT00002300012322300000', 'special-technician-unconfirmed'],
  ])('§12.49 %s is named %s and never called fake', (number, scheme) => {
    const parsed = parseCertificateNumber(number);
    expect(parsed).toMatchObject({ ok: false, rule: 'other-scheme', scheme });
    expect(JSON.stringify(parsed)).not.toMatch(/假|fake|forged/);
  });

  test('names the part that is wrong', () => {
    expect(ruleOf('')).toBe('empty');
    expect(ruleOf('S00002300012322300000')).toBe('length');
    expect(ruleOf('2000023000123223000001')).toBe('kind');
    expect(ruleOf('Q000023000123223000001')).toBe('kind');
    expect(ruleOf('J000023000123223000001')).toBe('kind-unverified');
    expect(ruleOf('S000099000123223000001')).toBe('province');
    expect(ruleOf('S000023000123226000001')).toBe('level');
    expect(ruleOf('S000023000123223000000')).toBe('serial');
    expect(ruleOf('S000023000123993000001', { today: '2026-11-23' })).toBe('year-future');
  });

  test('the letter set is a table', () => {
    const kinds = certificateKinds.filter(({ letter }) => letter !== 'J');
    const j = certificateKinds.find(({ letter }) => letter === 'J');
    if (j !== undefined) kinds.push({ ...j, accepted: true });
    expect(ruleOf('J000023000123223000001', { kinds })).toBe('ok');
  });

  test('a seventh digit of the serial is refused, bad parts are listed', () => {
    expect(codeOf(() => formatCertificateNumber({ ...PARTS, serial: 1_000_000 }))).toBe('standards/serial-exhausted');
    expect(codeOf(() => formatCertificateNumber({ ...PARTS, serial: 0 }))).toBe('standards/bad-certificate-part');
    expect(codeOf(() => formatCertificateNumber({ ...PARTS, level: '6' }))).toBe('standards/bad-certificate-part');
    expect(codeOf(() => formatCertificateNumber({ ...PARTS, year: 22 }))).toBe('standards/bad-certificate-part');
    expect(codeOf(() => formatSiteCode({ ...PARTS, siteSequence: 'XXXXXX' }))).toBe('standards/bad-site-code');
  });

  test('format and parse are inverse', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const number = formatCertificateNumber(parts);
        expect(parseCertificateNumber(number)).toMatchObject({ ok: true, value: { ...parts, number } });
        expect(parseSiteCode(number.slice(0, 13))).toMatchObject({ value: { code: formatSiteCode(parts) } });
      }),
    );
  });

  test('§12.3 0000 marks a body that filed first with a province', () => {
    expect(parseSiteCode('S000023000123')).toMatchObject({ value: { filedWithMinistry: false } });
    expect(parseSiteCode('Y000123000123')).toMatchObject({ value: { filedWithMinistry: true, kindKey: 'employer' } });
    expect(parseSiteCode('Y0001230001')).toMatchObject({ ok: false, rule: 'length' });
    expect(parseSiteCode('Y000X23000123')).toMatchObject({ ok: false, rule: 'ministry-code' });
  });
});
