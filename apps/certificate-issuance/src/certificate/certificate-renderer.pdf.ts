import { startOfChinaDay } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import PdfDocument from 'pdfkit';
import type { CertificateFace } from './certificate-face.js';
import { loadCertificateFonts, type CertificateFonts } from './certificate-fonts.pdf.js';
import { CertificatePage } from './certificate-page.pdf.js';

/** Makes certificate pages. The fonts are loaded with the first one and then shared. */
@Injectable()
export class CertificateRenderer {
  private fonts: Promise<CertificateFonts> | undefined;

  /**
   * The page as PDF/A-1b; the same face gives the same bytes.
   * @throws DomainError `certificate/glyph-missing`, `certificate/text-too-long`
   */
  async render(face: CertificateFace): Promise<Buffer> {
    this.fonts ??= loadCertificateFonts();
    const fonts = await this.fonts;
    const day = startOfChinaDay(face.issuedOn);
    const pdf = new PdfDocument({
      size: 'A4',
      margin: 0,
      // The built-in fonts may not be embedded, so PDF/A must not meet one.
      font: '',
      pdfVersion: '1.4',
      subset: 'PDF/A-1b',
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: `职业技能等级证书 ${face.number}`,
        Producer: 'Jiangzheng',
        Creator: 'Jiangzheng',
        CreationDate: day,
        ModDate: day,
      },
    });
    const chunks: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) => {
      pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
      pdf.on('end', () => resolve(Buffer.concat(chunks)));
      pdf.on('error', reject);
    });
    for (const [name, font] of Object.entries(fonts)) {
      // pdfkit takes a parsed font too; its types only know the file.
      pdf.registerFont(name, font as unknown as Buffer);
    }
    new CertificatePage(pdf, fonts).draw(face);
    pdf.end();
    return done;
  }
}
