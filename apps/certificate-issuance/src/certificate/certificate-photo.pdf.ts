import type { CertificatePhoto } from './certificate-face.js';
import { num } from '@app/pdf';

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The picture over the whole box, cut alike on two sides where its shape differs. */
export function drawPhoto(pdf: PDFKit.PDFDocument, photo: CertificatePhoto, box: Box): void {
  const { width, height, channels, format, data } = photo;
  const image = pdf.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB',
    ...(format === 'jpeg'
      ? { Filter: 'DCTDecode' }
      : {
          Filter: 'FlateDecode',
          DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: 8, Columns: width },
        }),
  });
  image.end(data);
  (pdf.page.xobjects as Record<string, unknown>)['Photo'] = image;
  const scale = Math.max(box.width / width, box.height / height);
  const drawn = { width: width * scale, height: height * scale };
  const left = box.left - (drawn.width - box.width) / 2;
  const bottom = box.top + (drawn.height + box.height) / 2;
  const clip = [box.left, box.top, box.width, box.height].map(num).join(' ');
  const place = [drawn.width, 0, 0, -drawn.height, left, bottom].map(num).join(' ');
  pdf.addContent(`q ${clip} re W n ${place} cm /Photo Do Q`);
}
