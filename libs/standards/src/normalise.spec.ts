import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { normaliseCode, normalisePersonName, normaliseText } from './index.js';

describe('text that clerks paste', () => {
  test('full width, hidden spaces and the starred star', () => {
    expect(normaliseText('　Ａ１２\u00A0\u200B（ｘ）＊\t')).toBe('A12 (x)*');
    expect(normaliseCode(' ‘2301 0219\u30009003 0700 4ｘ')).toBe('23010219900307004X');
    expect(normaliseCode('6－18–02—04')).toBe('6-18-02-04');
  });

  test('names: inner spaces of Chinese names go, Latin names keep one', () => {
    expect(normalisePersonName('张　三')).toBe('张三');
    expect(normalisePersonName(' 张 三\u200B 丰 ')).toBe('张三丰');
    expect(normalisePersonName('John   Smith')).toBe('John Smith');
    expect(normalisePersonName('王\u{2CB69}')).toBe('王\u{2CB69}');
  });

  test.each(['买买提•吐尔逊', '买买提・吐尔逊', '买买提‧吐尔逊', '买买提 · 吐尔逊', '买买提．吐尔逊'])(
    'one separator for %s',
    (name) => expect(normalisePersonName(name)).toBe('买买提·吐尔逊'),
  );

  test('idempotent on any text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from("张三·•. ‧＊１ｘＡ　\u00A0\u200B－-’'a\u{2CB69}")),
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (input) => {
        for (const normalise of [normaliseText, normalisePersonName, normaliseCode]) {
          const once = normalise(input);
          expect(normalise(once)).toBe(once);
        }
      }),
    );
  });
});
