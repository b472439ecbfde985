import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase45, encodeBase45 } from './index.js';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'taken';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('base45', () => {
  it('is that of RFC 9285 §4.3 and §4.4', () => {
    const text = (value: string): Uint8Array => new TextEncoder().encode(value);
    expect(encodeBase45(text('AB'))).toBe('BB8');
    expect(encodeBase45(text('Hello!!'))).toBe('%69 VD92EX0');
    expect(encodeBase45(text('base-45'))).toBe('UJCLQE7W581');
    expect(new TextDecoder().decode(decodeBase45('QED8WEX0', 99))).toBe('ietf!');
  });

  it('refuses overflow, strangers, a single character and long texts: RFC 9285 §6', () => {
    expect([...decodeBase45('FGW', 3)]).toEqual([0xff, 0xff]);
    for (const bad of ['GGW', ':::', 'GG', '::', 'A', 'AAAA', 'bb8', 'BB8\n', 'B_8', 'ＢＢ８', 'BB8BB8BB8BB8']) {
      expect([bad, codeOf(() => decodeBase45(bad, 9))]).toEqual([bad, 'credential/malformed']);
    }
  });

  it('gives back any bytes, in one text only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) =>
        expect(decodeBase45(encodeBase45(bytes), 99)).toEqual(new Uint8Array(bytes)),
      ),
    );
    const texts = fc.string({ unit: fc.constantFrom(...'0129AZ $%*+-./:'), maxLength: 12 });
    fc.assert(
      fc.property(texts, (text) => {
        let bytes: Uint8Array;
        try {
          bytes = decodeBase45(text, 12);
        } catch {
          return;
        }
        expect(encodeBase45(bytes)).toBe(text);
      }),
    );
  });
});
