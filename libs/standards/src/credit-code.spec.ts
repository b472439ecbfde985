import { describe, expect, test } from '@jest/globals';
import { parseCreditCode } from './index.js';

function ruleOf(input: string): string {
  const parsed = parseCreditCode(input);
  return parsed.ok ? 'ok' : parsed.rule;
}

describe('unified social credit code', () => {
  test('§12.36 the standard’s example ends in 3, not Z; 31 maps to 0', () => {
    expect(parseCreditCode('91350100M000100Y43')).toEqual({
      ok: true,
      value: {
        code: '91350100M000100Y43',
        department: '9',
        bodyClass: '1',
        area: '350100',
        subject: 'M000100Y4',
        warnings: [],
      },
    });
    expect(ruleOf('91350100M000100Y4Z')).toBe('characters');
    expect(ruleOf('91350100M000100Y44')).toBe('checksum');
    expect(ruleOf('91230100ma00000130')).toBe('ok');
  });

  test.each(['I', 'O', 'S', 'V', 'Z'])('§12.37 the alphabet skips %s', (letter) => {
    expect(ruleOf(`9${letter}230100MA00000130`)).toBe('characters');
  });

  test('an embedded organisation code that fails its own check is a warning only', () => {
    expect(parseCreditCode('91230100MA00000130')).toMatchObject({
      ok: true,
      value: { warnings: [{ rule: 'subject-checksum' }] },
    });
  });

  test('other refusals', () => {
    expect(ruleOf('')).toBe('empty');
    expect(ruleOf('9135010')).toBe('length');
    expect(ruleOf('913A0100M000100Y43')).toBe('area');
  });
});
