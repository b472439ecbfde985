import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import * as fontkit from 'fontkit';
import PdfDocument from 'pdfkit';
import type { ExportCell, ExportColumn } from './export-kind.js';
import type { ExportSheet, ThreadAnswer, ThreadQuestion } from './export-thread.js';

// A thread of its own: setting Chinese text takes pdfkit seconds for many rows. Nothing but types comes from the
// neighbours, because under test Node runs this file as TypeScript, where their .js names do not exist.

const MM = 72 / 25.4;
/** A4, landscape. */
const PAGE = { width: 297 * MM, height: 210 * MM };
const MARGIN = 12 * MM;
const CONTENT = PAGE.width - 2 * MARGIN;
const TITLE = { baseline: 17 * MM, size: 14 };
const TABLE = { top: 21 * MM, bottom: 190 * MM, row: 5.4 * MM, size: 8, padding: 1.2 * MM };
const FOOTER = { baseline: 194.5 * MM, leading: 3.2 * MM, size: 6.5, lines: 4 };
const INK = '#1b2733';
const QUIET = '#6b6f76';
const HAIRLINE = '#d5d8dc';
/** Large and pale below the rows: read at a glance, also on a photograph, and no row is hidden. */
const MARK = { size: 21, angle: -24, color: '#7c8794', opacity: 0.26, across: 2, down: 3 };

const { titles, columns, watermark, fontFile } = workerData as ExportSheet;
const font = fontkit.create(readFileSync(fontFile)) as fontkit.Font;
const widths = new Map<string, number>();

const pdf = new PdfDocument({
  size: [PAGE.width, PAGE.height],
  margin: 0,
  autoFirstPage: false,
  font: '',
  lang: 'zh-CN',
  displayTitle: true,
  info: {
    Title: `${titles.zh} ${titles.en}`,
    Author: watermark.person,
    Subject: watermark.line,
    Keywords: watermark.exportId,
    Producer: 'Jiangzheng',
    Creator: 'Jiangzheng',
    CreationDate: new Date(watermark.at),
  },
});
const parts: Buffer[] = [];
pdf.on('data', (part: Buffer) => parts.push(part));
const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
// pdfkit takes a parsed font too; its types only know the file.
pdf.registerFont('regular', font as unknown as Buffer);

let page = 0;
let y = TABLE.bottom;

/** A character without a glyph would be a blank: its code point says that there is one. */
const printable = (text: string): string =>
  Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return font.hasGlyphForCodePoint(code) ? char : `[U+${code.toString(16).toUpperCase()}]`;
  }).join('');

/** In units of one point of size; texts of a list repeat their characters. */
function charWidth(char: string): number {
  const known = widths.get(char);
  if (known !== undefined) return known;
  const width = font.glyphForCodePoint(char.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
  widths.set(char, width);
  return width;
}

function widthOf(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += charWidth(char);
  return width * size;
}

function fitting(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  let kept = '';
  for (const char of text) {
    if (widthOf(`${kept}${char}…`, size) > width) break;
    kept += char;
  }
  return `${kept}…`;
}

function draw(text: string, x: number, baseline: number, size: number): void {
  if (text !== '')
    pdf.font('regular').fontSize(size).text(text, x, baseline, { baseline: 'alphabetic', lineBreak: false });
}

const totalWidth = columns.reduce((sum, { width }) => sum + width, 0);
const widthOfColumn = ({ width }: ExportColumn): number => (width / totalWidth) * CONTENT;

function drawRow(cells: readonly string[]): void {
  let x = MARGIN;
  for (const [index, column] of columns.entries()) {
    const width = widthOfColumn(column);
    draw(fitting(cells[index] ?? '', TABLE.size, width - TABLE.padding), x, y + TABLE.row * 0.7, TABLE.size);
    x += width;
  }
  y += TABLE.row;
  pdf
    .moveTo(MARGIN, y)
    .lineTo(MARGIN + CONTENT, y)
    .lineWidth(0.4)
    .stroke(HAIRLINE);
}

function drawMark(): void {
  const text = printable(watermark.short);
  const size = Math.min(MARK.size, MARK.size * ((PAGE.width * 0.5) / widthOf(text, MARK.size)));
  pdf.save().fillColor(MARK.color).fillOpacity(MARK.opacity);
  for (let row = 0; row < MARK.down; row += 1) {
    for (let column = 0; column < MARK.across; column += 1) {
      const x = (PAGE.width * (column + 0.5)) / MARK.across;
      const middle = (PAGE.height * (row + 0.5)) / MARK.down;
      pdf.save().rotate(MARK.angle, { origin: [x, middle] });
      draw(text, x - widthOf(text, size) / 2, middle, size);
      pdf.restore();
    }
  }
  pdf.restore();
}

/** The whole watermark on as many lines as it takes, broken before a part or, in a long one, anywhere. */
function drawFooter(): void {
  const lines: string[] = [''];
  for (const part of printable(watermark.line).split(/(?<= · )/)) {
    if (widthOf(`${lines.at(-1)}${part}`, FOOTER.size) > CONTENT) lines.push('');
    for (const char of part) {
      if (widthOf(`${lines.at(-1)}${char}`, FOOTER.size) > CONTENT) lines.push('');
      lines[lines.length - 1] += char;
    }
  }
  for (const [index, line] of lines.slice(0, FOOTER.lines).entries()) {
    draw(line, MARGIN, FOOTER.baseline + index * FOOTER.leading, FOOTER.size);
  }
}

function nextPage(): void {
  pdf.addPage();
  page += 1;
  drawMark();
  pdf.fillColor(QUIET);
  drawFooter();
  const number = `${page}`;
  draw(number, PAGE.width - MARGIN - widthOf(number, TABLE.size), TITLE.baseline, TABLE.size);
  pdf.fillColor(INK);
  draw(`${titles.zh} ${titles.en}`, MARGIN, TITLE.baseline, TITLE.size);
  y = TABLE.top;
  pdf.fillColor(QUIET);
  drawRow(columns.map(({ zh, en }) => `${zh} ${en}`));
  pdf.fillColor(INK);
}

function add(rows: readonly ExportCell[][]): void {
  for (const row of rows) {
    if (y + TABLE.row > TABLE.bottom) nextPage();
    drawRow(row.map((cell) => printable(String(cell ?? ''))));
  }
}

async function write(): Promise<ThreadAnswer> {
  pdf.end();
  await ended;
  return { kind: 'written', bytes: new Uint8Array(Buffer.concat(parts)) };
}

async function answer(question: ThreadQuestion): Promise<ThreadAnswer> {
  if (question.kind === 'write') return write();
  add(question.rows);
  return { kind: 'added' };
}

parentPort?.on('message', (question: ThreadQuestion) => {
  // A rejection ends the thread, and with it the request.
  void answer(question).then((made) => parentPort?.postMessage(made, []));
});
