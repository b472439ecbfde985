import { DomainError } from '@app/kernel';

/** RFC 4648 §4, with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/**
 * Strict: padded, one text for one value.
 * @throws DomainError `tlog/malformed`
 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) throw new DomainError('tlog/malformed');
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  if (encodeBase64(bytes) !== text) throw new DomainError('tlog/malformed');
  return bytes;
}
