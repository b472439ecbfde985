import { fillSignature, PdfaDocument, reserveSignature, type DocumentFonts, type DocumentSigner } from '@app/pdf';
import { Injectable } from '@nestjs/common';
import type { CertificateFace } from './certificate-face.js';
import { loadCertificateFonts } from './certificate-fonts.pdf.js';
import { CertificatePage, SEAL_PLACE } from './certificate-page.pdf.js';
import { sealForm } from './certificate-seal.pdf.js';

/** Who signs a document, and the time it says it was signed at. */
export interface Signing {
  signer: DocumentSigner;
  at: Date;
}

/** Makes certificate pages. The fonts are loaded with the first one and then shared. */
@Injectable()
export class CertificateRenderer {
  private loading: Promise<DocumentFonts> | undefined;

  /**
   * One certificate as PDF/A-1b. The same face gives the same bytes, whatever was rendered before; of a signed one all
   * but the signature, whose seal is then on the page.
   * @throws DomainError `certificate/glyph-missing`, `-text-too-long`, `-code-too-long`, `-code-characters`
   */
  async render(face: CertificateFace, signing?: Signing): Promise<Buffer> {
    const document = new PdfaDocument(await this.fonts(), {
      title: `职业技能等级证书 ${face.number}`,
      day: face.issuedOn,
    });
    const room = document.page(() => {
      new CertificatePage(document).draw(face);
      if (!signing) return undefined;
      const appearance = sealForm(document, face.agencyName, SEAL_PLACE.diameter);
      return reserveSignature(document, { ...signing, name: face.agencyName, appearance, place: SEAL_PLACE });
    });
    const file = document.end();
    return signing && room ? fillSignature(file, room, signing.signer) : file;
  }

  fonts(): Promise<DocumentFonts> {
    this.loading ??= loadCertificateFonts();
    return this.loading;
  }
}
