import { chinaDate } from '@app/kernel';
import {
  colorOperator,
  fillSignature,
  loadFonts,
  PdfaDocument,
  reserveSignature,
  type DocumentFonts,
  type DocumentSigner,
  type Reference,
} from '@app/pdf';
import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import { PROOF_TEXTS, type ProofFace } from './proof.js';

const MM = 72 / 25.4;
const WIDTH = 210 * MM;
const MARGIN = 22 * MM;
const CONTENT = WIDTH - 2 * MARGIN;
const VALUE_LEFT = MARGIN + 42 * MM;
const VALUE_WIDTH = WIDTH - MARGIN - VALUE_LEFT;
const TOP = 66 * MM;
const LINES_END = 238 * MM;
const LEADING = 4.5 * MM;
const VALUE_SIZE = 10;
/** From a rule to the baseline below it. */
const ROW_GAP = 5 * MM;
/** A long list of certificates is set smaller. */
const SCALE_MIN = 0.6;
const SCALES = [1, 0.9, 0.8, 0.7, SCALE_MIN];
const CODE = { side: 26 * MM, top: 20 * MM };
const FOOT = 268 * MM;
const SEAL = { diameter: 24 * MM, centre: { x: WIDTH - MARGIN - 12 * MM, y: 248 * MM } };
const [INK, QUIET, BRONZE, HAIRLINE] = ['#1b2733', '#6b6f76', '#9a7f4d', '#d9cfb8'];
const SIGNED_BY = '匠证查验服务 Jiangzheng verification service';
const NOTE = {
  zh: '本证明由匠证登记系统签发，仅对所列时间的登记状态负责；凭编码可在下列地址核对。',
  en: 'Signed by the Jiangzheng registry; it tells of the register at the time stated. Anyone may check the code at the address below.',
};
const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join('');

/** Draws and signs proofs. The fonts are loaded with the first one and then shared. */
@Injectable()
export class ProofRenderer {
  private loading: Promise<DocumentFonts> | undefined;

  /** PDF/A-1b with a PAdES signature. @throws DomainError `certificate/glyph-missing` */
  async render(face: ProofFace, signer: DocumentSigner, at: Date): Promise<Buffer> {
    this.loading ??= loadFonts({ regular: [ASCII, ...PROOF_TEXTS], bold: [face.title.zh] });
    const document = new PdfaDocument(await this.loading, {
      title: `${face.title.zh} ${face.code}`,
      day: chinaDate(at),
    });
    const room = document.page(() => {
      draw(document, face);
      const appearance = signedForm(document, SEAL.diameter);
      return reserveSignature(document, { signer, name: SIGNED_BY, at, appearance, place: SEAL });
    });
    return fillSignature(document.end(), room, signer);
  }
}

function draw(document: PdfaDocument, { title, code, checkAt, lines }: ProofFace): void {
  document.show(title.zh, { size: 19 }, MARGIN, 32 * MM, INK);
  document.show(title.en, { size: 9 }, MARGIN, 38.5 * MM, QUIET);
  document.show('证明编码 Proof code', { size: 8.5 }, MARGIN, 48 * MM, QUIET);
  document.show(code, { size: 13, spacing: 0.6 }, MARGIN, 54 * MM, INK);
  drawCode(document, checkAt, WIDTH - MARGIN - CODE.side);
  rule(document, 58.5 * MM, BRONZE, 0.9);
  const scale = SCALES.find((each) => bottomOf(document, lines, each) <= LINES_END) ?? SCALE_MIN;
  let y = TOP;
  for (const { zh, en, value } of lines) {
    document.show(zh, { size: 10 * scale }, MARGIN, y, QUIET);
    document.show(en, { size: 6.5 * scale }, MARGIN, y + 3.2 * MM * scale, QUIET);
    const size = VALUE_SIZE * scale;
    const wrapped = wrap(document, value, size, VALUE_WIDTH);
    for (const [at, text] of wrapped.entries())
      document.show(text, { size }, VALUE_LEFT, y + at * LEADING * scale, INK);
    y += heightOf(wrapped.length) * scale;
    rule(document, y - ROW_GAP * scale, HAIRLINE, 0.4);
  }
  for (const [at, text] of wrap(document, `${NOTE.zh} ${NOTE.en}`, 8, CONTENT - 34 * MM).entries())
    document.show(text, { size: 8 }, MARGIN, 244 * MM + at * 4.2 * MM, QUIET);
  rule(document, FOOT - 5 * MM, HAIRLINE, 0.5);
  document.show(checkAt, { size: 7.5 }, MARGIN, FOOT, INK);
}

const heightOf = (lines: number): number => Math.max(4.8 * MM, (lines - 1) * LEADING + 2.2 * MM) + ROW_GAP;

function bottomOf(document: PdfaDocument, lines: ProofFace['lines'], scale: number): number {
  const heights = lines.map(({ value }) => heightOf(wrap(document, value, VALUE_SIZE * scale, VALUE_WIDTH).length));
  return TOP + heights.reduce((sum, height) => sum + height * scale, 0);
}

function rule(document: PdfaDocument, y: number, color: string, weight: number): void {
  document.pdf
    .moveTo(MARGIN, y)
    .lineTo(WIDTH - MARGIN, y)
    .lineWidth(weight)
    .stroke(color);
}

/** Breaks anywhere: digests and codes have no words. */
function wrap(document: PdfaDocument, text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const char of text) {
    if (current !== '' && document.widthOf(current + char, { size }) > width) {
      lines.push(current);
      current = char.trim();
    } else current += char;
  }
  return [...lines, current];
}

function drawCode(document: PdfaDocument, text: string, left: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const side = CODE.side / modules.size;
  for (let at = 0; at < modules.data.length; at += 1) {
    if (!modules.data[at]) continue;
    const [x, y] = [at % modules.size, Math.floor(at / modules.size)];
    document.pdf.rect(left + x * side, CODE.top + y * side, side, side);
  }
  document.pdf.fill(INK);
}

/** What the page shows of the signature. */
function signedForm(document: PdfaDocument, diameter: number): Reference {
  const centred = (text: string, size: number, y: number): string =>
    document.textOperators(text, { size }, [1, 0, 0, 1, (diameter - document.widthOf(text, { size })) / 2, y]);
  const stroke = colorOperator(BRONZE).replace('rg', 'RG');
  const operators = [
    'q',
    stroke,
    '0.8 w',
    `1 1 ${Math.floor(diameter - 2)} ${Math.floor(diameter - 2)} re S`,
    colorOperator(BRONZE),
    centred('数字签名', 11, diameter / 2 + 2),
    centred('Digitally signed', 6.5, diameter / 2 - 9),
    'Q',
  ];
  const form = document.pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, diameter, diameter],
    Resources: { Font: document.fontResources(), ProcSet: ['PDF', 'Text'] },
  });
  form.end(operators.join('\n'));
  return form;
}
