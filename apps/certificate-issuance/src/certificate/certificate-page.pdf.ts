import { DomainError } from '@app/kernel';
import { AGENCY_QUERY_URL, CERTIFICATE_QUERY_URL, chineseDate, type CertificateFace } from './certificate-face.js';
import { addressCode, codeOperators, offlineCode, type Code } from './certificate-codes.pdf.js';
import type { TextStyle } from '@app/pdf';
import { drawPhoto } from './certificate-photo.pdf.js';
import { BODY, CODES, FIELDS, HEADING, PHOTO_FRAME, QUERIES, type Label } from './certificate-texts.pdf.js';

const MM = 72 / 25.4;
const PAGE = { width: 210 * MM, height: 297 * MM };
const MARGIN = 26 * MM;
const CONTENT = PAGE.width - 2 * MARGIN;

const INK = '#1b2733';
const QUIET = '#6b6f76';
const BRONZE = '#9a7f4d';
const HAIRLINE = '#d9cfb8';
const NOTE = '#8c3a2b';

/** 小四 [S-STYLE2]. */
const FILLED_SIZE = 12;
const SMALLEST_FILLED_SIZE = 7;
const FILLED_LINES_MAX = 2;
/** Above this size a value stays on one line. */
const ONE_LINE_DOWN_TO = 10;

const FRAME = { outer: 11 * MM, inner: 12.6 * MM };
const GRID = { top: 95 * MM, row: 13.2 * MM, rule: 11.8 * MM, value: 37 * MM };
/** 一寸. */
const PHOTO = { width: 25 * MM, height: 35 * MM };
const FOOT = { top: 203 * MM, value: 28 * MM, queries: 263 * MM };
/** 69 modules of 0.5 mm; the white around is 4 modules at least, as the code's standard wants. */
const OFFLINE = { side: 34.5 * MM, quiet: 2 * MM };
const SCAN = { side: 22 * MM, gap: 7 * MM };
const NOTE_BASELINE = 195.5 * MM;

/** Where the body signs: over its own name and the date, as a stamp is set on paper. */
export const SEAL_PLACE = { centre: { x: MARGIN + 69 * MM, y: FOOT.top + 30 * MM }, diameter: 38 * MM };

export interface LineStyle extends TextStyle {
  color?: string;
  align?: 'left' | 'center' | 'right';
}

/** What a page is drawn on. Coordinates are points from the top left corner, `y` the baseline. */
export interface Surface {
  readonly pdf: PDFKit.PDFDocument;
  widthOf(text: string, style: TextStyle): number;
  show(text: string, style: TextStyle, x: number, y: number, color: string): void;
}

/** Draws one certificate on the open page of a document. */
export class CertificatePage {
  private readonly pdf: PDFKit.PDFDocument;

  constructor(private readonly surface: Surface) {
    this.pdf = surface.pdf;
  }

  /** @throws DomainError `certificate/glyph-missing`, `-text-too-long`, `-code-too-long`, `-code-characters` */
  draw(face: CertificateFace): void {
    this.frame();
    this.heading();
    this.photo(face);
    this.fields(face);
    if (face.note) this.note(face.note);
    this.issuer(face);
    this.codes(face);
    this.queries(face.publicUrl);
  }

  private frame(): void {
    for (const [inset, width] of [
      [FRAME.outer, 1.1],
      [FRAME.inner, 0.4],
    ] as const) {
      this.pdf.rect(inset, inset, PAGE.width - 2 * inset, PAGE.height - 2 * inset).lineWidth(width);
      this.pdf.stroke(BRONZE);
    }
  }

  private heading(): void {
    const centre = { align: 'center' } as const;
    this.line(HEADING.zh, MARGIN, 48 * MM, CONTENT, { ...centre, font: 'bold', size: 32, spacing: 7 });
    this.line(HEADING.en, MARGIN, 56.5 * MM, CONTENT, { ...centre, size: 10, color: QUIET, spacing: 1.5 });
    this.rule(PAGE.width / 2 - 9 * MM, 63 * MM, 18 * MM, BRONZE, 0.8);
    this.line(BODY.zh, MARGIN, 74.5 * MM, CONTENT, { ...centre, size: 12.5 });
    this.line(BODY.en, MARGIN, 81 * MM, CONTENT, { ...centre, size: 8.5, color: QUIET });
  }

  /** Its foot stands on the rule of the third row. An empty frame is for a photo stuck on by hand. */
  private photo({ photo }: CertificateFace): void {
    const left = PAGE.width - MARGIN - PHOTO.width;
    const top = GRID.top + 2 * GRID.row + GRID.rule - PHOTO.height;
    if (photo) drawPhoto(this.pdf, photo, { left, top, ...PHOTO });
    this.pdf.rect(left, top, PHOTO.width, PHOTO.height).lineWidth(0.6).stroke(BRONZE);
    if (photo) return;
    const middle = top + PHOTO.height / 2;
    this.line(PHOTO_FRAME.zh, left, middle, PHOTO.width, { size: 11, color: QUIET, spacing: 4, align: 'center' });
    this.line(PHOTO_FRAME.en, left, middle + 4.6 * MM, PHOTO.width, { size: 7.5, color: QUIET, align: 'center' });
  }

  private fields(face: CertificateFace): void {
    const besidePhoto = CONTENT - PHOTO.width - 9 * MM;
    const names = ['holderName', 'documentType', 'documentNumber', 'occupationName', 'specialty', 'level', 'number'];
    for (const [index, name] of (names as (keyof typeof FIELDS & keyof CertificateFace)[]).entries()) {
      const top = GRID.top + index * GRID.row;
      const width = top < GRID.top + PHOTO.height ? besidePhoto : CONTENT;
      this.field(FIELDS[name], face[name], { left: MARGIN, top, width, indent: GRID.value });
      this.rule(MARGIN, top + GRID.rule, width, HAIRLINE, 0.5);
    }
  }

  private note(text: string): void {
    const size = this.fitting(text, 8.5, CONTENT);
    if (size < SMALLEST_FILLED_SIZE) throw new DomainError('certificate/text-too-long', { field: '备注' });
    this.line(text, MARGIN, NOTE_BASELINE, CONTENT, { size, color: NOTE });
  }

  private field(
    label: Label,
    value: string,
    { left, top, width, indent }: { left: number; top: number; width: number; indent: number },
  ): void {
    this.line(label.zh, left, top + 6.2 * MM, indent, { size: 11, color: QUIET });
    this.line(label.en, left, top + 9.8 * MM, indent, { size: 7, color: QUIET });
    this.filled(label.zh, value, left + indent, top + 7.4 * MM, width - indent);
  }

  /** Around it stays white: the agency puts its own seal there, and nobody else does [S-STYLE1]. */
  private issuer(face: CertificateFace): void {
    const width = CONTENT - OFFLINE.side - SCAN.side - 2 * SCAN.gap;
    const place = { left: MARGIN, width, indent: FOOT.value };
    this.field(FIELDS.agencyName, face.agencyName, { ...place, top: FOOT.top });
    this.field(FIELDS.issuedOn, chineseDate(face.issuedOn), { ...place, top: FOOT.top + GRID.row });
  }

  /** Small the one for the web, whose text is short; large the one that holds the whole certificate. */
  private codes({ verifyUrl, offlineText }: CertificateFace): void {
    const right = PAGE.width - MARGIN;
    if (!offlineText) {
      this.code(addressCode(verifyUrl), CODES.scan, right - OFFLINE.side, OFFLINE.side);
      return;
    }
    this.code(offlineCode(offlineText), CODES.offline, right - OFFLINE.side, OFFLINE.side);
    const left = right - OFFLINE.side - OFFLINE.quiet - SCAN.gap - SCAN.side;
    this.code(addressCode(verifyUrl), CODES.scan, left, SCAN.side);
  }

  /** Codes stand on one line, whatever their size. */
  private code(code: Code, label: Label, left: number, side: number): void {
    const foot = FOOT.top + OFFLINE.side;
    this.pdf.addContent(codeOperators(code, left, foot - side, side));
    this.line(label.zh, left, foot + 6 * MM, side, { size: 8.5, color: QUIET, spacing: 1, align: 'center' });
    this.line(label.en, left, foot + 9.6 * MM, side, { size: 7.5, color: QUIET, align: 'center' });
  }

  private queries(publicUrl: string): void {
    const third = CONTENT / 3;
    this.rule(MARGIN, FOOT.queries - 7 * MM, CONTENT, HAIRLINE, 0.5);
    const queries: [string, string][] = [
      [QUERIES.certificates, CERTIFICATE_QUERY_URL],
      [QUERIES.agencies, AGENCY_QUERY_URL],
      [QUERIES.registry, publicUrl],
    ];
    for (const [index, [label, url]] of queries.entries()) {
      const left = MARGIN + index * third;
      this.line(label, left, FOOT.queries, third, { size: 7.5, color: QUIET });
      this.line(url, left, FOOT.queries + 4.6 * MM, third, { size: this.fitting(url, 8.5, third - 2 * MM) });
    }
  }

  /** The largest size up to `size` at which the text is one line of the width. */
  private fitting(text: string, size: number, width: number): number {
    return size * Math.min(1, width / this.surface.widthOf(text, { size }));
  }

  /**
   * A value around its baseline: smaller, then on two lines when it is long.
   * @throws DomainError `certificate/text-too-long`
   */
  private filled(field: string, text: string, left: number, baseline: number, width: number): void {
    for (let size = FILLED_SIZE; size >= SMALLEST_FILLED_SIZE; size -= 0.5) {
      const lines = this.wrapped(text, size, width);
      if (lines && lines.length <= (size > ONE_LINE_DOWN_TO ? 1 : FILLED_LINES_MAX)) {
        const leading = size * 1.3;
        const first = baseline - ((lines.length - 1) * leading) / 2;
        for (const [index, line] of lines.entries()) this.line(line, left, first + index * leading, width, { size });
        return;
      }
    }
    throw new DomainError('certificate/text-too-long', { field });
  }

  /** Breaks after any Chinese character and between words of other scripts; null when a word is wider than the line. */
  private wrapped(text: string, size: number, width: number): string[] | null {
    const lines: string[] = [];
    let line = '';
    for (const unit of text.match(/[^\s\p{Script=Han}]+|\p{Script=Han}|\s+/gu) ?? []) {
      if (line !== '' && this.surface.widthOf(line + unit, { size }) > width) {
        lines.push(line.trimEnd());
        line = unit.trimStart();
      } else {
        line += unit;
      }
    }
    lines.push(line);
    return lines.every((each) => this.surface.widthOf(each, { size }) <= width) ? lines : null;
  }

  private line(text: string, left: number, baseline: number, width: number, style: LineStyle): void {
    const { align = 'left', color = INK } = style;
    const free = align === 'left' ? 0 : width - this.surface.widthOf(text, style);
    this.surface.show(text, style, left + { left: 0, center: free / 2, right: free }[align], baseline, color);
  }

  private rule(left: number, y: number, width: number, color: string, weight: number): void {
    this.pdf
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(weight)
      .stroke(color);
  }
}
