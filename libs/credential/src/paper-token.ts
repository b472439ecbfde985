import { encodeBase64Url } from './base64url.js';
import type { Hash } from './tlog/index.js';

const TOKEN_BYTES = 16;
const LABEL = new TextEncoder().encode('jiangzheng paper token 1');

/**
 * The token in a page's link, 22 characters of base64url: 128 bits that follow from the certificate's salt, so whoever
 * read the offline code can ask online too, and nobody else can.
 */
export function paperToken(salt: Uint8Array, hash: Hash): string {
  const data = new Uint8Array(LABEL.length + salt.length);
  data.set(LABEL);
  data.set(salt, LABEL.length);
  return encodeBase64Url(hash(data).slice(0, TOKEN_BYTES));
}
