import { create, type Font } from 'fontkit';
import PdfDocument from 'pdfkit';
import type * as page from '../../apps/certificate-issuance/src/certificate/certificate-page.pdf.ts';
import type * as pdf from '../../libs/pdf/src/index.ts';
import type { CertificateFace } from '../../apps/certificate-issuance/src/certificate/certificate-face.ts';
import type { TextStyle } from '../../libs/pdf/src/index.ts';

/** The limit: the same page drawn with pdfkit and nothing else. No PDF/A, no seal, no signature. */

const COPIED = ['OS/2', 'name', 'post'];

/** A whole font file of a few hundred glyphs, as a font tool would make it once: a subset, and the tables around it. */
export function preSubset(
  { TrueTypeFont }: typeof pdf,
  bytes: Buffer,
  glyphOf: (codePoint: number) => number,
  characters: string,
): Font {
  const codes = [...new Set(Array.from(characters, (char) => char.codePointAt(0) ?? 0))].sort((a, b) => a - b);
  const subset = new TrueTypeFont(bytes).subset([0, ...codes.map(glyphOf)]);
  const tables = [
    ...tablesOf(subset),
    ...tablesOf(bytes).filter(([name]) => COPIED.includes(name)),
    ['cmap', cmap(codes)] as const,
  ];
  return create(sfnt(tables.toSorted(([a], [b]) => (a < b ? -1 : 1)))) as Font;
}

function tablesOf(bytes: Buffer): [name: string, table: Buffer][] {
  return Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const offset = bytes.readUInt32BE(entry + 8);
    return [
      bytes.toString('latin1', entry, entry + 4),
      bytes.subarray(offset, offset + bytes.readUInt32BE(entry + 12)),
    ];
  });
}

/** Format 12, one group a character: number 1 is the first of them. */
function cmap(codes: readonly number[]): Buffer {
  const table = Buffer.alloc(12 + 16 + 12 * codes.length);
  for (const [index, value] of [0, 1, 3, 10].entries()) table.writeUInt16BE(value, 2 * index);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  for (const [index, value] of [16 + 12 * codes.length, 0, codes.length].entries()) {
    table.writeUInt32BE(value, 16 + 4 * index);
  }
  for (const [index, code] of codes.entries()) {
    for (const [field, value] of [code, code, index + 1].entries()) {
      table.writeUInt32BE(value, 28 + 12 * index + 4 * field);
    }
  }
  return table;
}

function sfnt(tables: readonly (readonly [name: string, table: Buffer])[]): Buffer {
  const directory = Buffer.alloc(12 + 16 * tables.length);
  directory.writeUInt32BE(0x0001_0000, 0);
  directory.writeUInt16BE(tables.length, 4);
  const contents: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, [name, table]] of tables.entries()) {
    const entry = 12 + 16 * index;
    directory.write(name, entry, 'latin1');
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    contents.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(contents);
}

/**
 * @param widthOf how wide a text is, in points: ours, for pdfkit's own sets the text first and would make the limit slow
 */
export async function barePage(
  { CertificatePage }: typeof page,
  fonts: Readonly<Record<'regular' | 'bold', Font>>,
  widthOf: (text: string, style: TextStyle) => number,
  face: CertificateFace,
): Promise<Buffer> {
  const pdf = new PdfDocument({ size: 'A4', margin: 0, font: '' });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
  });
  // pdfkit takes a parsed font too; its types only know the file.
  for (const [name, font] of Object.entries(fonts)) pdf.registerFont(name, font as unknown as Buffer);
  const set = ({ font = 'regular', size }: TextStyle) => pdf.font(font).fontSize(size);
  new CertificatePage({
    pdf,
    widthOf,
    show: (text, style, x, y, color) => {
      const options = { baseline: 'alphabetic', lineBreak: false, characterSpacing: style.spacing ?? 0 } as const;
      set(style).fillColor(color).text(text, x, y, options);
    },
  }).draw(face);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
