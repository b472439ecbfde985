import { startOfChinaDay } from '@app/kernel';
import PdfDocument from 'pdfkit';
import { typefaceFor, type DocumentFonts, type FontName } from './fonts.js';
import { GlyphSet, writeFont, type SetGlyph } from './glyphs.js';
import { deflateWritten, type Reference } from './stream.js';
import type { Typeface } from './typeface.js';

/** Parts of pdfkit 0.20.2 (pinned) that its types do not show. */
interface Inside {
  _root: { data: Record<string, unknown> };
  /** Of the objects, by number; object 1 stands first. */
  _offsets: (number | null)[];
  _offset: number;
  _write: (data: Uint8Array | string) => void;
  push: (chunk: Uint8Array | null) => boolean;
  endAcroForm: () => unknown;
}

export interface TextStyle {
  font?: FontName;
  /** Points. */
  size: number;
  /** Between characters, points. */
  spacing?: number;
}

/** PDF's own: `x' = a·x + c·y + e`, `y' = b·x + d·y + f`. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface Run {
  resource: string;
  hex: string;
}

/** The fonts that all documents share, as bytes that are the same in each because they come first. */
interface SharedFonts {
  bytes: Buffer;
  /** From the beginning of the bytes. */
  offsets: number[];
  references: Readonly<Record<FontName, Reference>>;
}

const shared = new WeakMap<DocumentFonts, SharedFonts>();

/** pdfkit's own, which it numbers first and writes last: page tree, names, catalogue, preferences. */
const OWN_OBJECTS = 4;

const RESOURCES = { regular: 'F1', bold: 'F2', own: 'F3' } as const;

/** A number as a PDF has it: no exponent, and no more digits than a printer can show. */
export const num = (value: number): string => String(Math.round(value * 1000) / 1000);

const COLOR_OPERATORS = new Map<string, string>();

/** Fill colour, from `#rrggbb`. */
export function colorOperator(color: string): string {
  const known = COLOR_OPERATORS.get(color);
  if (known) return known;
  const parts = [1, 3, 5].map((at) => num(Number.parseInt(color.slice(at, at + 2), 16) / 255));
  const operator = `${parts.join(' ')} rg`;
  COLOR_OPERATORS.set(color, operator);
  return operator;
}

export interface DocumentDates {
  title: string;
  day: string;
}

/** How far a file has been written. */
export interface Behind {
  objects: number;
  bytes: number;
}

/** A piece of a file that is written in pieces. */
export interface DocumentPiece {
  bytes: Buffer;
  /** Where its objects begin, from the beginning of the file; they are numbered on from those before. */
  offsets: number[];
  /** Numbers of its page objects. */
  pages: number[];
}

/**
 * A PDF/A-1b document whose texts are set with shared, pre-serialised fonts and, for what those lack, with a small font
 * of its own per typeface. What it holds depends on what is drawn and on nothing that was drawn before.
 */
export class PdfaDocument {
  readonly pdf: PDFKit.PDFDocument;
  private readonly own = new Map<Typeface, { resource: string; glyphs: GlyphSet; target: Reference }>();
  private readonly fixed: Readonly<Record<FontName, Reference>>;
  private readonly chunks: Uint8Array[] = [];
  /** Objects that stand before the first page. */
  private objects: number;

  /**
   * @param day `YYYY-MM-DD`, China: the document is dated on it
   * @param behind what of the same file was written before: its objects and bytes are counted, and not written again
   */
  constructor(
    private readonly fonts: DocumentFonts,
    { title, day }: DocumentDates,
    behind?: Behind,
  ) {
    const date = startOfChinaDay(day);
    this.pdf = new PdfDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      // What is worth it is deflated here, at the level that costs least; the colour profile stays as it is.
      compress: false,
      // The built-in fonts may not be embedded, so PDF/A must not meet one.
      font: '',
      pdfVersion: '1.4',
      subset: 'PDF/A-1b',
      lang: 'zh-CN',
      displayTitle: true,
      info: { Title: title, Producer: 'Jiangzheng', Creator: 'Jiangzheng', CreationDate: date, ModDate: date },
    });
    const inside = this.pdf as unknown as Inside;
    // The header waits in the stream; the rest goes past it, for a stream joins hundreds of small pieces slowly.
    this.chunks.push((this.pdf as unknown as { read(): Buffer }).read());
    inside.push = (chunk) => {
      if (chunk) this.chunks.push(chunk);
      return true;
    };
    const known = shared.get(fonts);
    if (known) {
      inside._offsets.push(...known.offsets.map((offset) => offset + inside._offset));
      inside._write(known.bytes);
    }
    this.fixed = (known ?? this.writeShared(inside)).references;
    this.objects = inside._offsets.length;
    if (!behind) return;
    this.chunks.length = 0;
    inside._offsets.length = behind.objects;
    inside._offset = behind.bytes;
    this.objects = behind.objects;
  }

  /** Once per load of the fonts: what is written is kept for the documents that follow. */
  private writeShared(inside: Inside): SharedFonts {
    const [start, objects, pieces] = [inside._offset, inside._offsets.length, this.chunks.length];
    const references = { regular: this.pdf.ref({}), bold: this.pdf.ref({}) };
    for (const name of ['regular', 'bold'] as const) writeFont(this.pdf, references[name], this.fonts.fixed[name]);
    const offsets = inside._offsets.slice(objects).map((offset) => (offset ?? 0) - start);
    const written = { bytes: Buffer.concat(this.chunks.slice(pieces)), offsets, references };
    shared.set(this.fonts, written);
    return written;
  }

  /** In points. @throws DomainError `certificate/glyph-missing` */
  widthOf(text: string, { font = 'regular', size, spacing = 0 }: TextStyle): number {
    let width = 0;
    let count = 0;
    for (const char of text) {
      width += this.glyphOf(char, font).glyph.width;
      count += 1;
    }
    return (width * size) / 1000 + spacing * Math.max(0, count - 1);
  }

  /** Operators that show a text; characters that the main font lacks change the font within the line. */
  textOperators(text: string, { font = 'regular', size, spacing = 0 }: TextStyle, matrix: Matrix): string {
    const parts = [`BT ${matrix.map(num).join(' ')} Tm`];
    if (spacing) parts.push(`${num(spacing)} Tc`);
    for (const { resource, hex } of this.runs(text, font)) {
      parts.push(`/${resource} ${num(size)} Tf <${hex}> Tj`);
    }
    if (spacing) parts.push('0 Tc');
    return `${parts.join(' ')} ET`;
  }

  /** Text on the open page, from its baseline; points from the top left corner. */
  show(text: string, style: TextStyle, x: number, y: number, color: string): void {
    // A page of pdfkit counts downwards, and glyphs stand upright all the same.
    this.pdf.addContent(`${colorOperator(color)} ${this.textOperators(text, style, [1, 0, 0, -1, x, y])}`);
  }

  /** Every font that was used so far, for a page's or a form's resources. */
  fontResources(): Record<string, Reference> {
    const own = Array.from(this.own.values(), ({ resource, target }) => [resource, target] as const);
    return { [RESOURCES.regular]: this.fixed.regular, [RESOURCES.bold]: this.fixed.bold, ...Object.fromEntries(own) };
  }

  /** Draws on a page of its own. */
  page<T>(draw: () => T): T {
    this.pdf.addPage();
    const drawn = draw();
    deflateWritten(this.pdf.page.content);
    Object.assign(this.pdf.page.fonts as object, this.fontResources());
    return drawn;
  }

  /** A field that PDF/A allows: pdfkit's own forms want a default font and ask viewers to draw. */
  addForm(fields: readonly Reference[]): void {
    const inside = this.pdf as unknown as Inside;
    const form = this.pdf.ref({ Fields: fields, SigFlags: 3 });
    form.end(undefined);
    inside._root.data['AcroForm'] = form;
    inside.endAcroForm = () => this.pdf;
  }

  /** What a file begins with, when others write the rest of it: the header and the shared fonts. */
  head(): DocumentPiece {
    const { _offsets } = this.pdf as unknown as Inside;
    return { bytes: Buffer.concat(this.chunks), offsets: _offsets.map((offset) => offset ?? 0), pages: [] };
  }

  /** The pages drawn so far, with their fonts. */
  piece(): DocumentPiece {
    const inside = this.pdf as unknown as Inside;
    this.pdf.flushPages();
    for (const { target, glyphs } of this.own.values()) writeFont(this.pdf, target, glyphs.program());
    const offsets = inside._offsets.slice(this.objects).map((offset) => offset ?? 0);
    const { Kids } = (inside._root.data['Pages'] as { data: { Kids: Reference[] } }).data;
    return { bytes: Buffer.concat(this.chunks), offsets, pages: Kids.map(({ id }) => id) };
  }

  /** What a file ends with, whose pages others have written. @param offsets of all objects before */
  tail(pages: readonly number[], offsets: readonly number[]): Buffer {
    const inside = this.pdf as unknown as Inside;
    const own = inside._offsets.slice(0, OWN_OBJECTS);
    inside._offsets.splice(0, inside._offsets.length, ...own);
    for (const offset of offsets.slice(OWN_OBJECTS)) inside._offsets.push(offset);
    const tree = (inside._root.data['Pages'] as { data: { Kids: Reference[]; Count: number } }).data;
    const prototype = Object.getPrototypeOf(this.fixed.regular) as object;
    tree.Kids = pages.map((id) => Object.assign(Object.create(prototype) as Reference, { id, gen: 0 }));
    tree.Count = pages.length;
    return this.end();
  }

  /** The finished file. */
  end(): Buffer {
    for (const { target, glyphs } of this.own.values()) writeFont(this.pdf, target, glyphs.program());
    // Nothing of it is asynchronous.
    this.pdf.end();
    return Buffer.concat(this.chunks);
  }

  private runs(text: string, font: FontName): Run[] {
    const runs: Run[] = [];
    for (const char of text) {
      const { resource, glyph } = this.glyphOf(char, font);
      const last = runs.at(-1);
      if (last?.resource === resource) last.hex += glyph.hex;
      else runs.push({ resource, hex: glyph.hex });
    }
    return runs;
  }

  private glyphOf(char: string, font: FontName): { resource: string; glyph: SetGlyph } {
    const codePoint = char.codePointAt(0) ?? 0;
    const fixed = this.fonts.fixed[font].glyphs.get(codePoint);
    if (fixed) return { resource: RESOURCES[font], glyph: fixed };
    const { resource, glyphs } = this.ownFont(typefaceFor(this.fonts, codePoint));
    const glyph = glyphs.add(codePoint);
    if (!glyph) throw new Error('the typeface that has the character does not have it');
    return { resource, glyph };
  }

  private ownFont(face: Typeface): { resource: string; glyphs: GlyphSet } {
    const known = this.own.get(face);
    if (known) return known;
    const index = this.own.size;
    const glyphs = new GlyphSet(face, `JZOWN${String.fromCharCode(0x41 + index)}`);
    const added = { resource: `${RESOURCES.own}${index}`, glyphs, target: this.pdf.ref({}) };
    this.own.set(face, added);
    return added;
  }
}
