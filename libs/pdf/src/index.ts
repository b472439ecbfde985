export { signatureRoom, signDetached, type DocumentSigner } from './cms.js';
export { context, der, elements, oid, TAG, type DerElement } from './der.js';
export {
  colorOperator,
  num,
  PdfaDocument,
  type Behind,
  type DocumentDates,
  type DocumentPiece,
  type Matrix,
  type TextStyle,
} from './document.js';
export { loadFonts, RARE_FONT_FILES, typefaceFor, type DocumentFonts, type FontName } from './fonts.js';
export { GlyphSet } from './glyphs.js';
export { fillSignature, reserveSignature, type SignatureField, type SignatureRoom } from './signature.js';
export { deflated, deflateWritten, type Reference } from './stream.js';
export { TrueTypeFont } from './truetype.js';
export { Typeface } from './typeface.js';
export { bodyCertificate, caCertificate, derSignature, serviceCertificate, type Authority } from './x509.js';
