import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { DomainError } from '@app/kernel';
import * as fontkit from 'fontkit';

const FILES = {
  regular: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
} as const;

export type FontName = keyof typeof FILES;
export type CertificateFonts = Readonly<Record<FontName, fontkit.Font>>;

async function parse(name: FontName): Promise<fontkit.Font> {
  const font = fontkit.create(await readFile(createRequire(import.meta.url).resolve(FILES[name])));
  if (!('hasGlyphForCodePoint' in font)) throw new Error(`${FILES[name]} is a collection, not a font`);
  return font;
}

/** Reads 29 MB and parses them: done once and shared, for parsing per document is 20 times slower than the page. */
export async function loadCertificateFonts(): Promise<CertificateFonts> {
  const [regular, bold] = await Promise.all([parse('regular'), parse('bold')]);
  return { regular, bold };
}

/**
 * A character without a glyph would print as a blank or a box, and a name would be wrong.
 * @throws DomainError `certificate/glyph-missing` with the code point, as `U+4DAE`
 */
export function assertPrintable(font: fontkit.Font, text: string): void {
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (!font.hasGlyphForCodePoint(code)) {
      const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      throw new DomainError('certificate/glyph-missing', { codePoint });
    }
  }
}
