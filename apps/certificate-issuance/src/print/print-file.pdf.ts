import { setImmediate as breathe } from 'node:timers/promises';
import { PdfaDocument, type Behind, type DocumentDates, type DocumentPiece } from '@app/pdf';
import type { CertificateFace } from '../certificate/certificate-face.js';
import type { DocumentFonts } from '@app/pdf';
import { CertificatePage } from '../certificate/certificate-page.pdf.js';

/**
 * One PDF/A file of many certificates, written in pieces that know nothing of each other but how much was written
 * before. No seal is on it and no signature in it: on paper the body stamps with its own hand.
 */
export class PrintFile {
  constructor(
    private readonly fonts: DocumentFonts,
    private readonly dates: DocumentDates,
  ) {}

  head(): DocumentPiece {
    return new PdfaDocument(this.fonts, this.dates).head();
  }

  /**
   * The pages of some certificates, each drawn in its own turn of the event loop: requests go on meanwhile.
   * @throws DomainError as `CertificatePage.draw` does
   */
  async pages(faces: readonly CertificateFace[], behind: Behind): Promise<DocumentPiece> {
    const document = new PdfaDocument(this.fonts, this.dates, behind);
    for (const face of faces) {
      document.page(() => new CertificatePage(document).draw(face));
      await breathe();
    }
    return document.piece();
  }

  /** @param pages, offsets of all pieces before, in their order */
  tail(pages: readonly number[], offsets: readonly number[], bytes: number): Buffer {
    const behind = { objects: offsets.length, bytes };
    return new PdfaDocument(this.fonts, this.dates, behind).tail(pages, offsets);
  }
}
