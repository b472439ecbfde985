import { readCode } from './read-code.ts';

/** The reader wants no more; a photograph from a phone has twice that and more. */
const SIDES_TRIED = [1200, 2000, 600] as const;

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

/** The code in a photograph or a picture of a screen, tried at some sizes; null when none can be read. */
export async function codeInFile(file: Blob): Promise<string | null> {
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
