import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { levelByDigit, levelByKey, readLevel, skillLevels } from './index.js';

describe('the eight levels', () => {
  test('§12.1 the digit runs against the rank', () => {
    expect(skillLevels.map(({ name }) => name).join(' ')).toBe(
      '学徒工 初级工 中级工 高级工 技师 高级技师 特级技师 首席技师',
    );
    expect(skillLevels.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(levelByDigit('5').rank).toBeLessThan(levelByDigit('1').rank);
    expect(levelByDigit('0')).toBeUndefined();
  });

  test('§12.9 special and chief technicians are appointed', () => {
    expect(levelByKey('special-technician')).toMatchObject({ digit: null, grantedBy: 'appointment' });
    expect(levelByKey('chief-technician').grantedBy).toBe('appointment');
  });

  test('§12.14 the printed form', () => {
    expect(levelByDigit('3').display).toBe('三级/高级工');
  });

  test.each([
    ['高级', '3'],
    ['高级工', '3'],
    ['三级', '3'],
    ['3', '3'],
    ['３级', '3'],
    ['3级', '3'],
    ['高级工（三级）', '3'],
    ['高级工三级', '3'],
    ['三级 / 高级工', '3'],
    ['国家职业资格三级', '3'],
    ['高级技师', '1'],
    ['一级/高级技师', '1'],
    ['技师', '2'],
    ['初级', '5'],
    ['中级工', '4'],
  ])('%s is level %s', (text, digit) => {
    const level = readLevel(text);
    expect(level).toMatchObject({ ok: true, value: { digit } });
  });

  test('repaired says whether the text was the official form', () => {
    expect(readLevel('三级/高级工')).toMatchObject({ repaired: false });
    expect(readLevel('高级')).toMatchObject({ repaired: true });
    fc.assert(
      fc.property(fc.constantFrom(...skillLevels), (level) =>
        expect(readLevel(level.display)).toEqual({ ok: true, value: level, repaired: false }),
      ),
    );
  });

  test('what cannot be read is refused', () => {
    expect(readLevel('')).toMatchObject({ ok: false, rule: 'empty' });
    expect(readLevel('6')).toMatchObject({ ok: false, rule: 'unknown-level' });
    expect(readLevel('高级工程师')).toMatchObject({ ok: false, rule: 'unknown-level' });
    expect(readLevel('三级/技师')).toMatchObject({ ok: false, rule: 'contradiction' });
  });
});
