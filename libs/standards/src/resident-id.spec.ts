import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { ageOn, parseResidentId } from './index.js';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function withCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

const validId = fc
  .record({
    area: fc.integer({ min: 110000, max: 829999 }),
    day: fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, day, order }) =>
    withCheck(`${area}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`),
  );

function ruleOf(input: string, options = {}): string {
  const parsed = parseResidentId(input, options);
  return parsed.ok ? 'ok' : parsed.rule;
}

describe('resident identity number', () => {
  test('§9.1 worked examples', () => {
    expect(parseResidentId('11010519491231002X')).toMatchObject({ ok: true, value: { birthDate: '1949-12-31' } });
    expect(parseResidentId('23010219900307004X')).toEqual({
      ok: true,
      value: {
        number: '23010219900307004X',
        area: '230102',
        birthDate: '1990-03-07',
        sex: 'female',
        legacy: false,
      },
    });
  });

  test('§12.38 lower-case x is stored upper, the 17th digit gives the sex', () => {
    expect(parseResidentId('２３０１０２１９９００３０７００４ｘ')).toMatchObject({
      value: { number: '23010219900307004X', sex: 'female' },
    });
    expect(parseResidentId(withCheck('23010219900307003'))).toMatchObject({ value: { sex: 'male' } });
  });

  test('§12.39 an area code of no table is accepted', () => {
    expect(ruleOf(withCheck('99999919900307003'))).toBe('ok');
  });

  test('names what is wrong', () => {
    expect(ruleOf(' \u3000')).toBe('empty');
    expect(ruleOf('2.30102E+17')).toBe('scientific-notation');
    expect(ruleOf('２．３０１０２ｅ＋１７')).toBe('scientific-notation');
    expect(ruleOf('2301021990030700')).toBe('length');
    expect(ruleOf('2301021990030700AX')).toBe('characters');
    expect(ruleOf(withCheck('23010219900230003'))).toBe('birth-date');
    expect(ruleOf('230102199003070041')).toBe('checksum');
    expect(ruleOf('23010219900307004X', { today: '1990-03-06' })).toBe('birth-date-future');
    expect(ruleOf('23010219900307004X', { today: '1990-03-07' })).toBe('ok');
  });

  test('refusals never repeat the number', () => {
    const parsed = parseResidentId('230102199003070041');
    expect(JSON.stringify(parsed)).not.toContain('2301021990');
  });

  test('15 digits are named, and upgraded on request', () => {
    expect(ruleOf('110105491231002')).toBe('legacy-15');
    expect(parseResidentId('110105491231002', { legacy: true })).toMatchObject({
      ok: true,
      value: { number: '11010519491231002X', legacy: true },
    });
  });

  test('any valid number parses; any single wrong digit is caught', () => {
    fc.assert(
      fc.property(validId, (id) => expect(parseResidentId(id)).toMatchObject({ ok: true, value: { number: id } })),
    );
    fc.assert(
      fc.property(validId, fc.nat(17), fc.integer({ min: 1, max: 9 }), (id, place, shift) => {
        const old = id.charAt(place);
        const changed = old === 'X' ? String(shift) : String((Number(old) + shift) % 10);
        expect(parseResidentId(id.slice(0, place) + changed + id.slice(place + 1)).ok).toBe(false);
      }),
    );
  });

  test('age in completed years', () => {
    expect(ageOn('2010-11-24', '2026-11-23')).toBe(15);
    expect(ageOn('2010-11-23', '2026-11-23')).toBe(16);
    expect(ageOn('2008-02-29', '2024-02-28')).toBe(15);
    expect(() => ageOn('2010-13-01', '2026-11-23')).toThrow('standards/bad-day');
  });
});
