import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { maskName, maskPhone, maskResidentId } from './index.js';

test.each([
  ['张三', '张*'],
  ['张三丰', '张*丰'],
  ['欧阳娜娜', '欧**娜'],
  ['王\u{2CB69}', '王*'],
  ['王\u{2CB69}\u{2CB69}', '王*\u{2CB69}'],
  ['买买提·吐尔逊', '买**·吐**'],
  ['John Smith', 'J*** S****'],
  ['张', '*'],
  ['', ''],
])('the name %s is shown as %s', (name, shown) => expect(maskName(name)).toBe(shown));

test('§10 identity numbers keep the first 3 and last 4, phones too', () => {
  expect(maskResidentId('23010219900307004X')).toBe('230***********004X');
  expect(maskResidentId('110105491231002')).toBe('110********1002');
  expect(maskPhone('13800000001')).toBe('138****0001');
});

test('masking keeps the length and hides at least half of a short number', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: 1, maxLength: 20 }),
      (text) => {
        const shown = maskResidentId(text);
        expect(shown).toHaveLength(text.length);
        expect(shown.split('*').length - 1).toBeGreaterThanOrEqual(Math.min(3, Math.ceil(text.length / 2)));
      },
    ),
  );
});
