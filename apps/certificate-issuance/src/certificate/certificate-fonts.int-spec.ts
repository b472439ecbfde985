import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { RARE_FONT_FILES, typefaceFor, type DocumentFonts } from '@app/pdf';
import { loadCertificateFonts } from './certificate-fonts.pdf.js';

type Range = readonly [first: number, last: number];

/** The ranges of GB 18030-2022 that its level 3 requires, 87,887 characters with the twelve unified ones of U+FAxx. */
const BASIC: Range = [0x4e00, 0x9fef];
const EXTENSION_A: Range = [0x3400, 0x4db5];
const EXTENSIONS_B_TO_F: readonly Range[] = [
  [0x20000, 0x2a6d6],
  [0x2a700, 0x2b734],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
];
const UNIFIED_COMPATIBILITY = [
  0xfa0e, 0xfa0f, 0xfa11, 0xfa13, 0xfa14, 0xfa1f, 0xfa21, 0xfa23, 0xfa24, 0xfa27, 0xfa28, 0xfa29,
];
/** Of 通用规范汉字表, beyond the two ranges above: names that are legal today (a few of the 196 of level 2). */
const STANDARD_BEYOND_BASIC = Array.from('𬭩𬭚𬬻𫟹𫓯𬱖𫗧𨱔𬺓𪨶𠙶𡎚𣲗𤧛');

const codes = (ranges: readonly Range[]): number[] =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index));

const hasRareFont = RARE_FONT_FILES.some((file) => existsSync(file));
if (!hasRareFont) {
  console.warn(
    '!! 跳过生僻字字体测试：未安装 fonts-hanazono（apt-get install fonts-hanazono）。\n' +
      '!! SKIPPED: level 3 of GB 18030 is not tested here, fonts-hanazono is not installed (apt-get install fonts-hanazono).',
  );
}

describe('what the fonts of certificates can print', () => {
  let fonts: DocumentFonts;
  const missing = (wanted: readonly number[]): number =>
    wanted.filter((code) => [fonts.regular, ...fonts.rare].every((face) => face.glyphOf(code) === 0)).length;

  beforeAll(async () => {
    fonts = await loadCertificateFonts();
  });

  it('level 1 of GB 18030-2022 and the standard characters beyond it, by the main font alone', async () => {
    fonts = await loadCertificateFonts([]);
    expect(missing(codes([BASIC, EXTENSION_A]))).toBe(0);
    expect(missing(STANDARD_BEYOND_BASIC.map((char) => char.codePointAt(0) ?? 0))).toBe(0);
    fonts = await loadCertificateFonts();
  });

  (hasRareFont ? it : it.skip)('level 3 whole, 87,887 characters, with HanaMinB (fonts-hanazono) beside it', () => {
    const levelThree = [...codes([BASIC, EXTENSION_A, ...EXTENSIONS_B_TO_F]), ...UNIFIED_COMPATIBILITY];
    expect(levelThree).toHaveLength(87_887);
    expect(missing(levelThree)).toBe(0);
  });

  it('and says so of what they cannot: a character of extension H is missing, by its code point', () => {
    expect(() => typefaceFor(fonts, 0x323af)).toThrow(
      expect.objectContaining({ code: 'certificate/glyph-missing', params: { codePoint: 'U+323AF' } }),
    );
  });
});
