import { readCode } from './read-code.ts';

/** The reader wants no more; a photograph from a phone has twice that and more. */
const SIDES_TRIED = [1200, 2000, 600] as const;
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

function drawn(source: CanvasImageSource, width: number, height: number, side: number): ImageData | null {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** What a running camera sees now; null when there is no code in sight. */
export function codeInFrame(video: HTMLVideoElement): string | null {
  const { videoWidth, videoHeight } = video;
  const picture = videoWidth > 0 ? drawn(video, videoWidth, videoHeight, SIDES_TRIED[0]) : null;
  return picture && readCode(picture);
}

/**
 * The code in a photograph or a picture of a screen, tried at some sizes; null when none can be read. A picture that would
 * not fit into a phone's memory is not decoded.
 */
export async function codeInFile(file: Blob): Promise<string | null> {
  if (file.size > PICTURE_BYTES_MAX) return null;
  const pixels = pixelsOf(new Uint8Array(await file.arrayBuffer()));
  if (pixels === 0 || pixels > PIXELS_MAX) return null;
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  try {
    for (const side of SIDES_TRIED) {
      const picture = drawn(bitmap, bitmap.width, bitmap.height, side);
      const text = picture && readCode(picture);
      if (text) return text;
    }
    return null;
  } finally {
    bitmap.close();
  }
}
