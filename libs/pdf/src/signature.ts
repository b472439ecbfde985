import { createHash } from 'node:crypto';
import { signatureRoom, signDetached, type DocumentSigner } from './cms.js';
import type { PdfaDocument } from './document.js';
import type { Reference } from './stream.js';

/** Printed with the page, and not to be moved or deleted. */
const PRINT_AND_LOCKED = 4 + 128;
/** As wide as any offset of a file that pdfkit can make; the true ones are padded to it. */
const OFFSET_WIDTH = 10;
const OFFSET_PLACEHOLDER = 10 ** OFFSET_WIDTH - 1;

export interface SignatureField {
  signer: DocumentSigner;
  /** Who signs, as filed. */
  name: string;
  /** The claimed time of signing. */
  at: Date;
  /** What the page shows of it. */
  appearance: Reference;
  /** Centre and side of the square it is shown in; points from the top left corner of the page. */
  place: { centre: { x: number; y: number }; diameter: number };
}

/** Where in a file a signature is to be put. */
export interface SignatureRoom {
  reference: Reference;
  room: number;
}

/** Puts a field on the open page, in the document itself: an update behind it would be a second revision to explain. */
export function reserveSignature(document: PdfaDocument, field: SignatureField): SignatureRoom {
  const { pdf } = document;
  const room = signatureRoom(field.signer);
  const signature = pdf.ref({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    Name: new String(field.name),
    M: field.at,
    ByteRange: [0, OFFSET_PLACEHOLDER, OFFSET_PLACEHOLDER, OFFSET_PLACEHOLDER],
    Contents: Buffer.alloc(room),
  });
  signature.end(undefined);
  const { centre, diameter } = field.place;
  const half = diameter / 2;
  const y = pdf.page.height - centre.y;
  const widget = pdf.ref({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Sig',
    T: new String('Signature'),
    F: PRINT_AND_LOCKED,
    Rect: [centre.x - half, y - half, centre.x + half, y + half],
    P: pdf.page.dictionary,
    V: signature,
    AP: { N: field.appearance },
  });
  widget.end(undefined);
  (pdf.page.annotations as Reference[]).push(widget);
  document.addForm([widget]);
  return { reference: signature, room };
}

/** Signs the whole file but the room itself. Changes `file`. */
export async function fillSignature(file: Buffer, { reference, room }: SignatureRoom, signer: DocumentSigner) {
  const { offset } = reference as unknown as { offset: number };
  const start = file.indexOf('/Contents <', offset) + '/Contents '.length;
  const end = start + 2 * room + 2;
  const rangeAt = file.indexOf('/ByteRange [', offset) + '/ByteRange ['.length;
  const ranges = [start, end, file.length - end].map((value) => String(value).padEnd(OFFSET_WIDTH));
  file.write(`0 ${ranges.join(' ')}`, rangeAt, 'latin1');
  const digest = createHash('sha256').update(file.subarray(0, start)).update(file.subarray(end)).digest();
  const signature = await signDetached(signer, digest);
  if (signature.length > room) throw new Error(`the signature takes ${signature.length} of ${room} bytes`);
  file.write(signature.toString('hex'), start + 1, 'latin1');
  return file;
}
