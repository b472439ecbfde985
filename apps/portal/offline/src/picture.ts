import { readCode } from '../../src/scan/read-code.ts';

/** Larger pictures are scaled down: a phone's has fifty million points and the code is read from two. */
const SIDE_MAX = 1_600;
const PICTURE_BYTES_MAX = 20_000_000;
const PIXELS_MAX = 60_000_000;

/** Width × height as the head of a PNG or a JPEG says it; 0 when it is neither. */
export function pixelsOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 24 && view.getUint32(0) === 0x89504e47) return view.getUint32(16) * view.getUint32(20);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return 0;
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7);
    if (marker < 0xff00) return 0;
    at += 2 + view.getUint16(at + 2);
  }
  return 0;
}

export function codeOn(source: CanvasImageSource, width: number, height: number): string | null {
  const scale = Math.min(1, SIDE_MAX / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return readCode(context.getImageData(0, 0, canvas.width, canvas.height));
}

/** The text of the code in a picture, or null. A picture that would not fit into a phone's memory is not decoded. */
export async function codeInPicture(file: Blob): Promise<string | null> {
  if (file.size > PICTURE_BYTES_MAX) return null;
  const pixels = pixelsOf(new Uint8Array(await file.arrayBuffer()));
  if (pixels === 0 || pixels > PIXELS_MAX) return null;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  try {
    return codeOn(picture, picture.width, picture.height);
  } finally {
    picture.close();
  }
}
