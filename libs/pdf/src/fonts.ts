import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { DomainError } from '@app/kernel';
import * as fontkit from 'fontkit';
import { GlyphSet, type FontProgram } from './glyphs.js';
import { TrueTypeFont } from './truetype.js';
import { Typeface } from './typeface.js';

const FILES = {
  regular: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
} as const;

/**
 * Where HanaMinB lies when the machine has it: it draws every character of CJK extensions B to F, which with the main
 * font is GB 18030-2022 level 3 whole. 30 MB, and on no registry of packages but Debian's (`fonts-hanazono`).
 */
export const RARE_FONT_FILES = [
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
  '/usr/local/share/fonts/HanaMinB.ttf',
  '/Library/Fonts/HanaMinB.ttf',
];

export type FontName = keyof typeof FILES;

/** Parsed once and shared by all documents; `fixed` is in every one of them, byte for byte. */
export interface DocumentFonts {
  regular: Typeface;
  bold: Typeface;
  rare: readonly Typeface[];
  fixed: Readonly<Record<FontName, FontProgram>>;
}

function typeface(bytes: Buffer): Typeface {
  const font = fontkit.create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error('the file is a collection, not a font');
  return new Typeface(font.postscriptName, new TrueTypeFont(bytes), font);
}

async function present(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const codePoints = (texts: Iterable<string>): Set<number> =>
  new Set(Array.from(texts, (text) => Array.from(text, (char) => char.codePointAt(0) ?? 0)).flat());

function fixedProgram(face: Typeface, tag: string, texts: Iterable<string>): FontProgram {
  const glyphs = new GlyphSet(face, tag);
  for (const code of codePoints(texts)) glyphs.add(code);
  return glyphs.program();
}

/**
 * Reads 29 MB and parses them, and 30 MB more where the machine has a font of rare characters: done once and shared,
 * for parsing per document is 20 times slower than the page.
 * @param fixedTexts what every document shares; everything else goes into a small font of the document's own
 * @param rareFiles TrueType files that are asked in this order for what the main font lacks; missing ones are left out
 */
export async function loadFonts(
  fixedTexts: Readonly<Record<FontName, readonly string[]>>,
  rareFiles: readonly string[] = RARE_FONT_FILES,
): Promise<DocumentFonts> {
  const { resolve } = createRequire(import.meta.url);
  const [regular, bold] = (await Promise.all(
    Object.values(FILES).map(async (file) => typeface(await readFile(resolve(file)))),
  )) as [Typeface, Typeface];
  const rare = (await Promise.all(rareFiles.map(present))).filter((bytes) => bytes !== null).map(typeface);
  const fixed = {
    regular: fixedProgram(regular, 'JZFIXR', fixedTexts.regular),
    bold: fixedProgram(bold, 'JZFIXB', fixedTexts.bold),
  };
  return { regular, bold, rare, fixed };
}

/**
 * The font that draws a character: the main one, then the rare ones.
 * @throws DomainError `certificate/glyph-missing` with the code point, as `U+4DAE`: a character without a glyph would
 * print as a blank or a box, and a name would be wrong
 */
export function typefaceFor(fonts: DocumentFonts, codePoint: number): Typeface {
  if (fonts.regular.glyphOf(codePoint) > 0) return fonts.regular;
  const rare = fonts.rare.find((face) => face.glyphOf(codePoint) > 0);
  if (rare) return rare;
  const hex = codePoint.toString(16).toUpperCase().padStart(4, '0');
  throw new DomainError('certificate/glyph-missing', { codePoint: `U+${hex}` });
}
