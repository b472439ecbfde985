import { loadFonts, RARE_FONT_FILES, type DocumentFonts } from '@app/pdf';
import { FIXED_TEXTS } from './certificate-texts.pdf.js';

/** With the words that stand on every certificate. */
export const loadCertificateFonts = (rareFiles: readonly string[] = RARE_FONT_FILES): Promise<DocumentFonts> =>
  loadFonts(FIXED_TEXTS, rareFiles);
