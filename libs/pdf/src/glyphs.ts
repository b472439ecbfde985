import { deflated } from './stream.js';
import type { Typeface } from './typeface.js';

/** A character in a font of a document: its number there, and its width in 1/1000 em. */
export interface SetGlyph {
  cid: number;
  hex: string;
  width: number;
}

/** A subset of a font, ready to be written into any document. */
export interface FontProgram {
  /** `JZFIXR+NotoSerifSC-Regular` */
  name: string;
  glyphs: ReadonlyMap<number, SetGlyph>;
  widths: readonly number[];
  box: readonly number[];
  ascender: number;
  descender: number;
  /** Deflated. */
  file: Buffer;
  fileLength: number;
  /** Deflated. */
  toUnicode: Buffer;
  /** One bit per number. */
  cidSet: Buffer;
}

/** `bfrange` lines may not cross a multiple of this. */
const RANGE = 256;

/** The characters that one document, or all of them, take from one font; numbered as they come, 0 is `.notdef`. */
export class GlyphSet {
  private readonly codes: number[] = [];
  private readonly sources: number[] = [0];
  private readonly known = new Map<number, SetGlyph>();

  constructor(
    private readonly face: Typeface,
    private readonly tag: string,
  ) {}

  /** @returns null when the font does not draw the character */
  add(codePoint: number): SetGlyph | null {
    const known = this.known.get(codePoint);
    if (known) return known;
    const source = this.face.glyphOf(codePoint);
    if (source === 0) return null;
    const cid = this.sources.push(source) - 1;
    this.codes.push(codePoint);
    const glyph = { cid, hex: cid.toString(16).padStart(4, '0'), width: this.face.outlines.advance(source) };
    this.known.set(codePoint, glyph);
    return glyph;
  }

  program(): FontProgram {
    const { outlines } = this.face;
    const file = outlines.subset(this.sources);
    return {
      name: `${this.tag}+${this.face.name}`,
      glyphs: this.known,
      widths: this.sources.map((source) => outlines.advance(source)),
      box: outlines.box,
      ascender: outlines.ascender,
      descender: outlines.descender,
      file: deflated(file),
      fileLength: file.length,
      toUnicode: deflated(Buffer.from(toUnicode(this.codes))),
      cidSet: bits(this.sources.length),
    };
  }
}

function bits(count: number): Buffer {
  const set = Buffer.alloc(Math.ceil(count / 8));
  for (let index = 0; index < count; index += 1) set[index >> 3]! |= 0x80 >> (index & 7);
  return set;
}

const utf16 = (codePoint: number): string => {
  const units = Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16();
  return `<${units.toString('hex')}>`;
};

/** What a reader copies and searches: number to character. */
function toUnicode(codes: readonly number[]): string {
  const all = ['<0000>', ...codes.map(utf16)];
  const ranges: string[] = [];
  for (let start = 0; start < all.length; start += RANGE) {
    const part = all.slice(start, start + RANGE);
    const [first, last] = [start, start + part.length - 1].map((cid) => cid.toString(16).padStart(4, '0'));
    ranges.push(`<${first}> <${last}> [${part.join(' ')}]`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

/** The objects of a font; `target` is what pages refer to. */
export function writeFont(pdf: PDFKit.PDFDocument, target: PDFKit.PDFKitReference, program: FontProgram): void {
  const { name } = program;
  const stream = (data: object, bytes: Buffer): PDFKit.PDFKitReference => {
    const ref = pdf.ref(data);
    ref.end(bytes);
    return ref;
  };
  const object = (data: object): PDFKit.PDFKitReference => {
    const ref = pdf.ref(data);
    ref.end(undefined);
    return ref;
  };
  const descriptor = object({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: program.box,
    ItalicAngle: 0,
    Ascent: program.ascender,
    Descent: program.descender,
    CapHeight: program.ascender,
    StemV: 0,
    CIDSet: stream({}, program.cidSet),
    FontFile2: stream({ Filter: 'FlateDecode', Length1: program.fileLength }, program.file),
  });
  const descendant = object({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    W: [0, program.widths],
  });
  Object.assign(target.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: stream({ Filter: 'FlateDecode' }, program.toUnicode),
  });
  target.end(undefined);
}
