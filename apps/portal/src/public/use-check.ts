import { useCallback, useEffect, useRef, useState } from 'react';
import type { Asking, CheckResult } from '../api/verification.ts';

export interface Check {
  busy: boolean;
  result: CheckResult | null;
  /** Share of the work done that the registry asks of whoever asks much; null when it asks for none. */
  proofShare: number | null;
  ask: (question: (asking: Asking) => Promise<CheckResult>) => Promise<void>;
  stop: () => void;
  clear: () => void;
}

/** One question at a time; a new one, and leaving the page, end the one before. */
export function useCheck(): Check {
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<CheckResult | null>(null);
  const [proofShare, setProofShare] = useState<number | null>(null);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);

  const ask = useCallback(async (question: (asking: Asking) => Promise<CheckResult>) => {
    current.current?.abort();
    const own = new AbortController();
    current.current = own;
    setBusy(true);
    setResult(null);
    const answer = await question({
      signal: own.signal,
      prove: async (challenge, signal) => {
        const { solveBeside } = await import('./proof-of-work.ts');
        return solveBeside(challenge, signal, (share) => current.current === own && setProofShare(share));
      },
    });
    if (current.current !== own) return;
    current.current = null;
    setProofShare(null);
    setBusy(false);
    setResult(answer);
  }, []);
  const stop = useCallback(() => current.current?.abort(), []);
  const clear = useCallback(() => setResult(null), []);
  return { busy, result, proofShare, ask, stop, clear };
}
