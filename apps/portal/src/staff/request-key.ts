import { useRef } from 'react';
import { hexOf } from './hex.ts';

const KEY_BYTES = 16;

/** Of random bytes: `crypto.randomUUID` is missing where the page comes over plain HTTP. */
const newRequestKey = (): string => hexOf(crypto.getRandomValues(new Uint8Array(KEY_BYTES)));

/** One key for one content: sent again after a lost answer it creates nothing a second time. */
export function useRequestKey(): (content: unknown) => string {
  const last = useRef({ content: '', key: '' });
  return (body) => {
    const content = JSON.stringify(body);
    if (last.current.content !== content) last.current = { content, key: newRequestKey() };
    return last.current.key;
  };
}
