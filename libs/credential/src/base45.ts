import { DomainError } from '@app/kernel';

/** RFC 9285 §4.2: the characters of QR's alphanumeric mode, in its order. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const BASE = 45;
const VALUES = new Map([...ALPHABET].map((char, value) => [char, value]));

const digit = (value: number): string => ALPHABET.charAt(value);

/** RFC 9285: two bytes to three characters, a last single byte to two. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = [bytes[at], bytes[at + 1]];
    const value = low === undefined ? high : high * 256 + low;
    text += digit(value % BASE) + digit(Math.floor(value / BASE) % BASE);
    if (low !== undefined) text += digit(Math.floor(value / BASE ** 2));
  }
  return text;
}

/**
 * Strict: one text for one value.
 * @param maxChars longer texts are refused unread
 * @throws DomainError `credential/malformed`: too long, a character outside the alphabet, a group above 65,535 or 255,
 *   a single character left over
 */
export function decodeBase45(text: string, maxChars: number): Uint8Array<ArrayBuffer> {
  const refused = new DomainError('credential/malformed');
  if (text.length > maxChars || text.length % 3 === 1) throw refused;
  const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
  for (let at = 0, out = 0; at < text.length; at += 3, out += 2) {
    const group = text.slice(at, at + 3);
    const values = Array.from(group, (char) => VALUES.get(char));
    const value = values.reduceRight<number>((sum, next) => sum * BASE + (next ?? Number.NaN), 0);
    const last = group.length === 2;
    if (!(value <= (last ? 0xff : 0xffff))) throw refused;
    bytes[out] = last ? value : value >> 8;
    if (!last) bytes[out + 1] = value & 0xff;
  }
  return bytes;
}
