import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  findOccupation,
  occupations,
  parseOccupationCode,
  scopeAllowed,
  type LevelDigit,
  type LevelKey,
} from './index.js';

function ruleOf(text: string): string {
  const parsed = parseOccupationCode(text);
  return parsed.ok ? 'ok' : parsed.rule;
}

function verdict(occupation: string, specialty: string | null, level: LevelDigit | LevelKey): string {
  const scope = scopeAllowed(occupation, specialty, level);
  return scope.ok ? 'ok' : scope.rule;
}

describe('occupation codes', () => {
  test('dashes of every kind', () => {
    for (const text of ['6-18-02-04', '６－１８－０２－０４', ' 6–18—02‐04 ']) {
      expect(parseOccupationCode(text)).toMatchObject({
        ok: true,
        value: { code: '6-18-02-04', entry: { name: '焊工' } },
      });
    }
  });

  test.each(['2006-18-02', '2006-02-04', '2006/2/4', '2006年2月4日', '38752', '2006-02-04 00:00:00', '4-Jun-02'])(
    '§9.4 Excel made a date of it: %s',
    (text) => expect(ruleOf(text)).toBe('excel-date'),
  );

  test('other refusals', () => {
    expect(ruleOf('')).toBe('empty');
    expect(ruleOf('6180204')).toBe('dashes-missing');
    expect(ruleOf('6-18-2-4')).toBe('format');
    expect(ruleOf('9-18-02-04')).toBe('format');
  });

  test('§12.41 a code belongs to an edition', () => {
    expect(parseOccupationCode('6-04-02-05')).toMatchObject({ value: { edition: '1999', entry: { name: '焊工' } } });
    expect(parseOccupationCode('6-04-02-05', '2015')).toMatchObject({ value: { edition: '2015', entry: null } });
    expect(parseOccupationCode('6-04-02-05', 1999)).toMatchObject({ value: { entry: { name: '焊工' } } });
    expect(parseOccupationCode('6-29-06-01')).toMatchObject({ ok: true, value: { edition: null, entry: null } });
  });

  test('§12.41 an old code or name finds today’s occupation and says so', () => {
    const byCode = findOccupation({ code: '6-04-02-05' });
    expect(byCode).toMatchObject({ value: { matchedBy: 'former-code', occupation: { code: '6-18-02-04' } } });
    expect(byCode.ok && byCode.value.notice?.zh).toContain('6-18-02-04');
    expect(findOccupation({ name: '维修电工' })).toMatchObject({
      value: { matchedBy: 'former-name', occupation: { name: '电工' } },
    });
    expect(findOccupation({ name: '电焊工' })).toMatchObject({
      value: { matchedBy: 'specialty', specialty: { name: '电焊工' }, occupation: { name: '焊工' } },
    });
    expect(findOccupation({ code: '6-18-02-04', name: '电工' })).toMatchObject({ rule: 'code-name-mismatch' });
    expect(findOccupation({ name: '锅炉操作工' })).toMatchObject({ rule: 'code-unconfirmed' });
    expect(findOccupation({ code: '1-01-01-01' })).toMatchObject({ rule: 'unknown-occupation' });
    expect(findOccupation({})).toMatchObject({ rule: 'empty' });
  });

  test('the catalogue holds well-formed codes, once per edition, lowest level first', () => {
    const keys = occupations.map(({ code, edition }) => `${edition} ${code}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { code, levels, formerCodes } of occupations) {
      for (const one of [code, ...formerCodes.map((former) => former.code)]) expect(ruleOf(one)).toBe('ok');
      expect([...levels].sort().toReversed()).toEqual(levels);
    }
  });
});

describe('what exists together', () => {
  test('§12.10 without 高级技师 there is no 特级技师', () => {
    expect(verdict('4-10-01-06', null, 'special-technician')).toBe('no-senior-technician');
    expect(verdict('6-20-03-03', null, 'chief-technician')).toBe('no-senior-technician');
    expect(verdict('6-18-02-04', null, 'special-technician')).toBe('ok');
  });

  test('§12.11 industrial robots have no 五级', () => {
    expect(verdict('工业机器人系统操作员', null, '5')).toBe('level-not-in-occupation');
    expect(verdict('6-31-01-10', null, '5')).toBe('level-not-in-occupation');
    expect(verdict('6-31-01-10', null, '4')).toBe('ok');
  });

  test('§12.12 家政服务员 二级 has no 工种, 母婴护理员 no 二级', () => {
    expect(verdict('4-10-01-06', null, '2')).toBe('ok');
    expect(verdict('4-10-01-06', '--', '2')).toBe('ok');
    expect(verdict('4-10-01-06', '母婴护理员', '2')).toBe('no-specialty-at-level');
    expect(verdict('4-10-01-06', '母婴护理员', '3')).toBe('ok');
    expect(verdict('4-10-01-06', null, '1')).toBe('level-not-in-occupation');
    expect(verdict('4-10-01-06', '电焊工', '3')).toBe('unknown-specialty');
  });

  test('a specialty is allowed exactly at its levels', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...occupations),
        fc.constantFrom<LevelDigit>('1', '2', '3', '4', '5'),
        (row, level) => {
          expect(scopeAllowed(row, null, level).ok).toBe(row.levels.includes(level));
          for (const { name, levels } of row.specialties) {
            expect(scopeAllowed(row, name, level).ok).toBe(row.levels.includes(level) && levels.includes(level));
          }
        },
      ),
    );
  });
});
