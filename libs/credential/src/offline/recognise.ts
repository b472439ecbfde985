import { DomainError } from '@app/kernel';
import { PAPER_MAX_CHARS, PAPER_PREFIX } from '../paper-credential.js';

/** Of a certificate page with a photo in it there are half a megabyte. */
export const DOCUMENT_BYTES_MAX = 5 * 1024 * 1024;
/** As SD-JWT has it; a certificate takes three thousand. */
export const CREDENTIAL_CHARS_MAX = 64_000;
/** A link that no browser takes any more. */
const LINK_CHARS_MAX = 2_048;

export type DocumentKind = 'pdf' | 'paper' | 'vc+jwt' | 'sd-jwt' | 'link';

export type Recognised =
  | { kind: 'pdf'; bytes: Uint8Array }
  | { kind: Exclude<DocumentKind, 'pdf' | 'link'>; text: string }
  | { kind: 'link'; token: string };

const PDF_HEAD = '%PDF-';
/** Readers of PDF let it begin within the first kilobyte. */
const HEAD_WITHIN = 1_024;
const JWS = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const SD_JWT = /^[\w-]+\.[\w-]+\.[\w-]+~[\w.~-]*$/;
const LINK = /^https?:\/\/[^/?#\s]+\/v\/([\w-]{22})$/;

const startOf = (bytes: Uint8Array, length: number): string =>
  Array.from(bytes.subarray(0, length), (byte) => String.fromCharCode(byte)).join('');

/** What is longer than any document of its kind is refused unread. */
function credentialOf(text: string): Recognised {
  if (text.startsWith(PAPER_PREFIX)) {
    if (text.length > PAPER_MAX_CHARS) throw new DomainError('offline/too-large');
    return { kind: 'paper', text };
  }
  if (text.length > CREDENTIAL_CHARS_MAX) throw new DomainError('offline/too-large');
  if (SD_JWT.test(text)) return { kind: 'sd-jwt', text };
  if (JWS.test(text)) return { kind: 'vc+jwt', text };
  const link = text.length <= LINK_CHARS_MAX ? LINK.exec(text) : null;
  if (link?.[1]) return { kind: 'link', token: link[1] };
  throw new DomainError('offline/unknown-kind');
}

/**
 * What a file or a scanned text is, by its own beginning and never by its name.
 * @throws DomainError `offline/too-large`, `offline/unknown-kind`, `offline/picture`
 */
export function recognise(given: Uint8Array | string): Recognised {
  if (typeof given === 'string') return credentialOf(given.trim());
  if (given.length > DOCUMENT_BYTES_MAX) throw new DomainError('offline/too-large');
  const start = startOf(given, HEAD_WITHIN);
  if (start.includes(PDF_HEAD)) return { kind: 'pdf', bytes: given };
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*|MM|BM)/.test(start)) throw new DomainError('offline/picture');
  if (given.length > 2 * CREDENTIAL_CHARS_MAX) throw new DomainError('offline/too-large');
  try {
    return credentialOf(new TextDecoder('utf-8', { fatal: true }).decode(given).trim());
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('offline/unknown-kind');
  }
}

/**
 * Refuses JSON whose brackets stand deeper than any of ours, before a parser builds it.
 * @throws DomainError `offline/too-deep`
 */
export function assertShallow(json: string, maxDepth: number): void {
  let [depth, inText] = [0, false];
  for (let at = 0; at < json.length; at += 1) {
    const char = json.charCodeAt(at);
    if (inText) {
      if (char === 0x5c) at += 1;
      else if (char === 0x22) inText = false;
    } else if (char === 0x22) inText = true;
    else if (char === 0x7b || char === 0x5b) {
      depth += 1;
      if (depth > maxDepth) throw new DomainError('offline/too-deep');
    } else if (char === 0x7d || char === 0x5d) depth -= 1;
  }
}
