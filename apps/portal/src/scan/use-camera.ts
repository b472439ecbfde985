import { useCallback, useEffect, useRef, useState } from 'react';
import { codeInFrame } from './picture.ts';

const LOOK_EVERY_MS = 200;

export type CameraState = 'off' | 'on' | 'refused';

export const hasCamera = (): boolean => 'mediaDevices' in navigator && 'getUserMedia' in navigator.mediaDevices;

/** A camera that stops with the first code, and with the page. */
export function useCamera(onCode: (text: string) => void) {
  const [state, setState] = useState<CameraState>('off');
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);

  const close = useCallback(() => {
    for (const track of stream.current?.getTracks() ?? []) track.stop();
    stream.current = null;
    setState('off');
  }, []);
  useEffect(() => close, [close]);

  const open = async () => {
    try {
      stream.current = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      setState('on');
    } catch {
      setState('refused');
    }
  };

  useEffect(() => {
    const screen = video.current;
    if (state !== 'on' || !screen) return undefined;
    screen.srcObject = stream.current;
    void screen.play().catch(() => setState('refused'));
    const timer = setInterval(() => {
      const text = codeInFrame(screen);
      if (text === null) return;
      close();
      onCode(text);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [state, close, onCode]);

  return { state, video, open, close };
}
