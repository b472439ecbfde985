import { DomainError } from '@app/kernel';
import type { Hash } from './merkle.js';
import { keyIdOf, parseVerifierKey, verifyEd25519, type VerifierKey } from './note-key.js';
import type { Ed25519Sign, NoteSigner, NoteVerifier } from './note.js';

const TIMESTAMP_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** C2SP tlog-cosignature, Ed25519: what a witness signs. */
function cosignedMessage(text: Uint8Array, seconds: number): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`cosignature/v1\ntime ${seconds}\n`);
  const message = new Uint8Array(head.length + text.length);
  message.set(head);
  message.set(text, head.length);
  return message;
}

/** A witness's signer of type 0x04. `now` answers POSIX seconds. */
export function cosigner(
  key: { name: string; publicKey: Uint8Array },
  sign: Ed25519Sign,
  now: () => number,
  hash: Hash,
): NoteSigner {
  return {
    name: key.name,
    keyId: keyIdOf({ ...key, type: 4 }, hash),
    sign: async (text) => {
      const seconds = now();
      const stamped = new Uint8Array(TIMESTAMP_BYTES + SIGNATURE_BYTES);
      new DataView(stamped.buffer).setBigUint64(0, BigInt(seconds));
      stamped.set(await sign(cosignedMessage(text, seconds)), TIMESTAMP_BYTES);
      return stamped;
    },
  };
}

/**
 * When the witness signed, POSIX seconds.
 * @throws DomainError `tlog/malformed`
 */
export function cosignatureTime(signature: Uint8Array): number {
  if (signature.length !== TIMESTAMP_BYTES + SIGNATURE_BYTES) throw new DomainError('tlog/malformed');
  const seconds = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(seconds)) throw new DomainError('tlog/malformed');
  return seconds;
}

function isTimed(signature: Uint8Array): boolean {
  try {
    return cosignatureTime(signature) >= 0;
  } catch {
    return false;
  }
}

/** The verifier of a key, by its type: a plain signature (1) or a cosignature (4). */
export function noteVerifier({ name, keyId, type, publicKey }: VerifierKey): NoteVerifier {
  return {
    name,
    keyId,
    verify: async (text, signature) => {
      if (type === 1) return verifyEd25519(publicKey, text, signature);
      if (!isTimed(signature)) return false;
      const message = cosignedMessage(text, cosignatureTime(signature));
      return verifyEd25519(publicKey, message, signature.slice(TIMESTAMP_BYTES));
    },
  };
}

/** @throws DomainError `tlog/key` */
export const verifierOf = (key: string, hash: Hash): NoteVerifier => noteVerifier(parseVerifierKey(key, hash));
