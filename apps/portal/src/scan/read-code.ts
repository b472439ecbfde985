import jsQR from 'jsqr';

/**
 * The text of the QR code in a picture, or null when none can be read.
 * @param picture RGBA, at most 2,000 pixels a side: scale larger ones down first
 */
export function readCode({ data, width, height }: Pick<ImageData, 'data' | 'width' | 'height'>): string | null {
  return jsQR(data, width, height)?.data ?? null;
}
