import type { Font } from 'fontkit';
import type { TrueTypeFont } from './truetype.js';

/** Characters that draw nothing and take no room: in a name they would be a silent difference. */
const INVISIBLE = /^[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]$/u;
const SPACE = /^\p{Zs}$/u;

/** One font file, parsed. */
export class Typeface {
  private readonly glyphs = new Map<number, number>();

  constructor(
    readonly name: string,
    readonly outlines: TrueTypeFont,
    private readonly characters: Font,
  ) {}

  /** The glyph that shows a character, or 0: unknown, invisible, or claimed by the font and not drawn. */
  glyphOf(codePoint: number): number {
    const known = this.glyphs.get(codePoint);
    if (known !== undefined) return known;
    const glyph = this.look(codePoint);
    this.glyphs.set(codePoint, glyph);
    return glyph;
  }

  private look(codePoint: number): number {
    const char = String.fromCodePoint(codePoint);
    if (INVISIBLE.test(char) || !this.characters.hasGlyphForCodePoint(codePoint)) return 0;
    const glyph = this.characters.glyphForCodePoint(codePoint).id;
    return this.outlines.outline(glyph).length > 0 || SPACE.test(char) ? glyph : 0;
  }
}
