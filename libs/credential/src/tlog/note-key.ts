import { DomainError } from '@app/kernel';
import { decodeBase64, encodeBase64 } from './base64.js';
import type { Hash } from './merkle.js';

const PUBLIC_KEY_BYTES = 32;
const ED25519_SIGNATURE_BYTES = 64;

/** Signature types of C2SP signed-note: 1 signs the note's text, 4 is a witness's cosignature with a time. */
export type NoteKeyType = 1 | 4;

export interface NoteKey {
  /** Best a URL without scheme; no space, no plus sign. */
  name: string;
  type: NoteKeyType;
  /** Ed25519, 32 bytes. */
  publicKey: Uint8Array;
}

export interface VerifierKey extends NoteKey {
  /** uint32 */
  keyId: number;
  publicKey: Uint8Array<ArrayBuffer>;
}

export const isKeyName = (name: string): boolean => name !== '' && !/[\s+]/u.test(name) && !/\p{Surrogate}/u.test(name);

/** `SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4]`, big-endian. */
export function keyIdOf({ name, type, publicKey }: NoteKey, hash: Hash): number {
  const start = new TextEncoder().encode(`${name}\n`);
  const data = new Uint8Array(start.length + 1 + publicKey.length);
  data.set(start);
  data[start.length] = type;
  data.set(publicKey, start.length + 1);
  const [a = 0, b = 0, c = 0, d = 0] = hash(data);
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/**
 * The text form of a public key, `name+keyid+base64(type ‖ key)`, as golang.org/x/mod/sumdb/note reads it.
 * @throws DomainError `tlog/key`
 */
export function formatVerifierKey(key: NoteKey, hash: Hash): string {
  const { name, type, publicKey } = key;
  if (!isKeyName(name) || publicKey.length !== PUBLIC_KEY_BYTES) throw new DomainError('tlog/key', { name });
  const keyId = keyIdOf(key, hash).toString(16).padStart(8, '0');
  return `${name}+${keyId}+${encodeBase64(Uint8Array.of(type, ...publicKey))}`;
}

/** @throws DomainError `tlog/key`: not a key, another algorithm, or the key id is not the key's. */
export function parseVerifierKey(text: string, hash: Hash): VerifierKey {
  const refused = new DomainError('tlog/key');
  const match = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text);
  const [, name = '', id = '', base64 = ''] = match ?? [];
  if (!isKeyName(name)) throw refused;
  let blob: Uint8Array<ArrayBuffer>;
  try {
    blob = decodeBase64(base64);
  } catch {
    throw refused;
  }
  const [type] = blob;
  const publicKey = blob.slice(1);
  const keyId = Number.parseInt(id, 16);
  if ((type !== 1 && type !== 4) || publicKey.length !== PUBLIC_KEY_BYTES) throw refused;
  if (keyIdOf({ name, type, publicKey }, hash) !== keyId) throw refused;
  return { name, type, publicKey, keyId };
}

/** RFC 8032 by WebCrypto, in Node 20+ and in browsers. */
export async function verifyEd25519(
  publicKey: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (signature.length !== ED25519_SIGNATURE_BYTES) return false;
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return subtle.verify('Ed25519', key, signature, bytes);
}
