import { NoAnswerError } from '../api/http.ts';
import type { ProofStep } from './proof-worker.ts';

/**
 * Solves a challenge beside the page, so that it stays quick and can be given up.
 * @throws the signal's reason, or NoAnswerError when this browser cannot do it
 */
export function solveBeside(challenge: string, signal: AbortSignal, onShare: (share: number) => void): Promise<string> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('proof-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<string>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.addEventListener('message', ({ data: { share, proof } }: MessageEvent<ProofStep>) => {
      onShare(share);
      if (proof) resolve(proof);
    });
    worker.addEventListener('error', () => reject(new NoAnswerError('the challenge was not solved')));
    worker.postMessage(challenge);
  }).finally(() => worker.terminate());
}
