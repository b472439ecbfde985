import { DomainError } from '@app/kernel';
import QRCode from 'qrcode';
import { AGENCY_QUERY_URL, CERTIFICATE_QUERY_URL, chineseDate, type CertificateFace } from './certificate-face.js';
import { assertPrintable, type CertificateFonts, type FontName } from './certificate-fonts.pdf.js';

const MM = 72 / 25.4;
const PAGE = { width: 210 * MM, height: 297 * MM };
const MARGIN = 26 * MM;
const CONTENT = PAGE.width - 2 * MARGIN;

const INK = '#1b2733';
const QUIET = '#6b6f76';
const BRONZE = '#9a7f4d';
const HAIRLINE = '#d9cfb8';

/** 小四 [S-STYLE2]. */
const FILLED_SIZE = 12;
const SMALLEST_FILLED_SIZE = 7;
const FILLED_LINES_MAX = 2;
/** Above this size a value stays on one line. */
const ONE_LINE_DOWN_TO = 10;

const FRAME = { outer: 11 * MM, inner: 12.6 * MM };
const GRID = { top: 98 * MM, row: 13.4 * MM, rule: 12 * MM, value: 37 * MM };
/** 一寸. */
const PHOTO = { width: 25 * MM, height: 35 * MM };
const QR_SIDE = 27 * MM;
const FOOT = { top: 207 * MM, queries: 262 * MM };

interface TextStyle {
  font?: FontName;
  size: number;
  color?: string;
  spacing?: number;
  align?: 'left' | 'center' | 'right';
}

/** Draws one certificate on the open page of a document whose fonts `regular` and `bold` are registered. */
export class CertificatePage {
  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly fonts: CertificateFonts,
  ) {}

  draw(face: CertificateFace): void {
    this.frame();
    this.heading();
    this.photo();
    this.fields(face);
    this.issuer(face);
    this.qrCode(face.verifyUrl);
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
    this.line('职业技能等级证书', MARGIN, 50 * MM, CONTENT, { ...centre, font: 'bold', size: 32, spacing: 7 });
    const english = { ...centre, size: 10, color: QUIET, spacing: 1.5 };
    this.line('CERTIFICATE OF VOCATIONAL SKILL LEVEL', MARGIN, 58.5 * MM, CONTENT, english);
    this.rule(PAGE.width / 2 - 9 * MM, 65 * MM, 18 * MM, BRONZE, 0.8);
    // 证书正文. The wording of the reference style is not in the sources at hand; to be confirmed by the customer.
    const body = '经考核评价，持证人达到本证书所载职业及等级的职业技能水平，特发此证。';
    this.line(body, MARGIN, 77 * MM, CONTENT, { ...centre, size: 12.5 });
    const bodyEnglish =
      'The holder has been assessed and has attained the vocational skill level stated in this certificate.';
    this.line(bodyEnglish, MARGIN, 83.5 * MM, CONTENT, { ...centre, size: 8.5, color: QUIET });
  }

  /** Its foot stands on the rule of the third row. */
  private photo(): void {
    const left = PAGE.width - MARGIN - PHOTO.width;
    const top = GRID.top + 2 * GRID.row + GRID.rule - PHOTO.height;
    this.pdf.rect(left, top, PHOTO.width, PHOTO.height).lineWidth(0.6).stroke(BRONZE);
    const middle = top + PHOTO.height / 2;
    this.line('照片', left, middle, PHOTO.width, { size: 11, color: QUIET, spacing: 4, align: 'center' });
    this.line('Photo', left, middle + 4.6 * MM, PHOTO.width, { size: 7.5, color: QUIET, align: 'center' });
  }

  private fields(face: CertificateFace): void {
    const besidePhoto = CONTENT - PHOTO.width - 9 * MM;
    const rows: [string, string, string][] = [
      ['姓名', 'Name', face.holderName],
      ['证件类型', 'Type of ID', face.documentType],
      ['证件号码', 'ID number', face.documentNumber],
      ['职业名称', 'Occupation', face.occupationName],
      ['工种/职业方向', 'Specialty', face.specialty],
      ['职业技能等级', 'Skill level', face.level],
      ['证书编号', 'Certificate number', face.number],
    ];
    for (const [index, [label, english, value]] of rows.entries()) {
      const top = GRID.top + index * GRID.row;
      const width = top < GRID.top + PHOTO.height ? besidePhoto : CONTENT;
      this.field(label, english, value, MARGIN, top, width);
      this.rule(MARGIN, top + GRID.rule, width, HAIRLINE, 0.5);
    }
  }

  private field(label: string, english: string, value: string, left: number, top: number, width: number): void {
    this.line(label, left, top + 6.4 * MM, GRID.value, { size: 11, color: QUIET });
    this.line(english, left, top + 10 * MM, GRID.value, { size: 7, color: QUIET });
    this.filled(label, value, left + GRID.value, top + 7.6 * MM, width - GRID.value);
  }

  /** Around it stays white: the agency puts its own seal there, and nobody else does [S-STYLE1]. */
  private issuer(face: CertificateFace): void {
    const width = CONTENT - QR_SIDE - 12 * MM;
    this.field('评价机构', 'Assessment body', face.agencyName, MARGIN, FOOT.top, width);
    this.field('发证日期', 'Date of issue', chineseDate(face.issuedOn), MARGIN, FOOT.top + GRID.row, width);
  }

  /** One path of horizontal runs: 1.6 times faster than an image, and sharp at any size. */
  private qrCode(text: string): void {
    const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
    const side = QR_SIDE / modules.size;
    const left = PAGE.width - MARGIN - QR_SIDE;
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        let run = 0;
        while (column + run < modules.size && modules.get(row, column + run)) run += 1;
        if (run > 0) this.pdf.rect(left + column * side, FOOT.top + row * side, run * side, side);
        column += run;
      }
    }
    this.pdf.fill(INK);
    const caption = { size: 7.5, color: QUIET, align: 'center' } as const;
    this.line('扫码查验', left, FOOT.top + QR_SIDE + 6 * MM, QR_SIDE, { ...caption, size: 8.5, spacing: 2 });
    this.line('Scan to verify', left, FOOT.top + QR_SIDE + 9.6 * MM, QR_SIDE, caption);
  }

  private queries(publicUrl: string): void {
    const third = CONTENT / 3;
    this.rule(MARGIN, FOOT.queries - 7 * MM, CONTENT, HAIRLINE, 0.5);
    const queries: [string, string][] = [
      ['证书信息查询 Certificates', CERTIFICATE_QUERY_URL],
      ['机构信息查询 Assessment bodies', AGENCY_QUERY_URL],
      ['省内查验 This registry', publicUrl],
    ];
    for (const [index, [label, url]] of queries.entries()) {
      const left = MARGIN + index * third;
      this.line(label, left, FOOT.queries, third, { size: 7.5, color: QUIET });
      this.line(url, left, FOOT.queries + 4.6 * MM, third, { size: this.fitting(url, 8.5, third - 2 * MM) });
    }
  }

  /** The largest size up to `size` at which the text is one line of the width. */
  private fitting(text: string, size: number, width: number): number {
    return size * Math.min(1, width / this.widthOf(text, { size }));
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
      if (line !== '' && this.widthOf(line + unit, { size }) > width) {
        lines.push(line.trimEnd());
        line = unit.trimStart();
      } else {
        line += unit;
      }
    }
    lines.push(line);
    return lines.every((each) => this.widthOf(each, { size }) <= width) ? lines : null;
  }

  private widthOf(text: string, { font = 'regular', size, spacing = 0 }: TextStyle): number {
    assertPrintable(this.fonts[font], text);
    return this.pdf.font(font).fontSize(size).widthOfString(text) + spacing * (Array.from(text).length - 1);
  }

  private line(text: string, left: number, baseline: number, width: number, style: TextStyle): void {
    const free = width - this.widthOf(text, style);
    const shift = { left: 0, center: free / 2, right: free }[style.align ?? 'left'];
    this.pdf.fillColor(style.color ?? INK).text(text, left + shift, baseline, {
      baseline: 'alphabetic',
      lineBreak: false,
      characterSpacing: style.spacing ?? 0,
    });
  }

  private rule(left: number, y: number, width: number, color: string, weight: number): void {
    this.pdf
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(weight)
      .stroke(color);
  }
}
