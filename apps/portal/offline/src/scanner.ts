import { codeInFrame } from '../../src/scan/picture.ts';

const PAUSE_MS = 150;

/**
 * Reads codes from the camera until one is read or it is stopped.
 * @throws when there is no camera, or it may not be used
 */
export async function scan(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const text = codeInFrame(video);
      if (text) return text;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return null;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}
