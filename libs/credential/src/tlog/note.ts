import { DomainError } from '@app/kernel';
import { decodeBase64, encodeBase64 } from './base64.js';
import type { Hash } from './merkle.js';
import { keyIdOf, isKeyName } from './note-key.js';

const MAX_NOTE_CHARS = 1_000_000;
/** C2SP signed-note: at least 16 must be taken. */
const MAX_SIGNATURES = 64;
const KEY_ID_BYTES = 4;
const LINE_START = '— ';
const SEPARATOR = '\n\n';
// oxlint-disable-next-line no-control-regex -- the format forbids exactly these
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/** One signature line; `signature` is what follows the key id, its form set by the key's type. */
export interface NoteSignature {
  name: string;
  keyId: number;
  signature: Uint8Array<ArrayBuffer>;
}

export interface NoteVerifier {
  name: string;
  keyId: number;
  verify: (text: Uint8Array<ArrayBuffer>, signature: Uint8Array<ArrayBuffer>) => Promise<boolean>;
}

export interface NoteSigner {
  name: string;
  keyId: number;
  sign: (text: Uint8Array) => Promise<Uint8Array> | Uint8Array;
}

/** A note taken apart; nothing in it has been verified. */
export interface ParsedNote {
  /** With its final newline. */
  text: string;
  signatures: NoteSignature[];
}

export interface OpenedNote {
  text: string;
  /** At least one, no key twice. */
  verified: NoteSignature[];
  /** By keys nobody gave; they say nothing. */
  unverified: NoteSignature[];
}

/** Makes the 64-byte signature of RFC 8032 Ed25519; the key stays where it is held. */
export type Ed25519Sign = (bytes: Uint8Array) => Promise<Uint8Array> | Uint8Array;

/** Type 0x01: Ed25519 over the text itself. */
export function ed25519Signer(key: { name: string; publicKey: Uint8Array }, sign: Ed25519Sign, hash: Hash): NoteSigner {
  return { name: key.name, keyId: keyIdOf({ ...key, type: 1 }, hash), sign };
}

const malformed = (what: string): DomainError => new DomainError('tlog/malformed', { what });
const isText = (text: string): boolean => !CONTROL.test(text) && !/\p{Surrogate}/u.test(text);

export function formatSignature({
  name,
  keyId,
  signature,
}: Omit<NoteSignature, 'signature'> & { signature: Uint8Array }): string {
  const blob = new Uint8Array(KEY_ID_BYTES + signature.length);
  new DataView(blob.buffer).setUint32(0, keyId);
  blob.set(signature, KEY_ID_BYTES);
  return `${LINE_START}${name} ${encodeBase64(blob)}\n`;
}

/**
 * Reads one signature line without its newline.
 * @throws DomainError `tlog/malformed`
 */
export function parseSignature(line: string): NoteSignature {
  const [name = '', base64 = '', ...rest] = line.slice(LINE_START.length).split(' ');
  if (!line.startsWith(LINE_START) || rest.length > 0 || !isKeyName(name)) throw malformed('signature line');
  const blob = decodeBase64(base64);
  if (blob.length <= KEY_ID_BYTES) throw malformed('signature line');
  return { name, keyId: new DataView(blob.buffer).getUint32(0), signature: blob.slice(KEY_ID_BYTES) };
}

/**
 * Takes a note apart without verifying it.
 * @throws DomainError `tlog/malformed`
 */
export function parseNote(note: string): ParsedNote {
  if (note.length > MAX_NOTE_CHARS || !isText(note)) throw malformed('note');
  const split = note.lastIndexOf(SEPARATOR);
  if (split < 0 || !note.endsWith('\n')) throw malformed('note');
  const lines = note.slice(split + SEPARATOR.length, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) throw malformed('too many signatures');
  return { text: note.slice(0, split + 1), signatures: lines.map(parseSignature) };
}

/**
 * Signs a text, keeping signatures it already has.
 * @throws DomainError `tlog/malformed` when the text cannot stand in a note
 */
export async function signNote(
  text: string,
  signers: readonly NoteSigner[],
  kept: readonly NoteSignature[] = [],
): Promise<string> {
  if (!text.endsWith('\n') || !isText(text)) throw malformed('text');
  const bytes = new TextEncoder().encode(text);
  const made = await Promise.all(
    signers.map(async ({ name, keyId, sign }) => ({ name, keyId, signature: await sign(bytes) })),
  );
  return `${text}\n${[...kept, ...made].map(formatSignature).join('')}`;
}

/**
 * The text of a note and who signed it. Lines of unknown keys are passed over; a line of a known key that does not verify
 * spoils the note.
 * @throws DomainError `tlog/malformed`, `tlog/signature` (a known key's line does not verify), `tlog/unsigned` (no known
 *   key signed)
 */
export async function openNote(note: string, verifiers: readonly NoteVerifier[]): Promise<OpenedNote> {
  const { text, signatures } = parseNote(note);
  const bytes = new TextEncoder().encode(text);
  const opened: OpenedNote = { text, verified: [], unverified: [] };
  const seen = new Set<NoteVerifier>();
  for (const line of signatures) {
    const known = verifiers.filter(({ name, keyId }) => name === line.name && keyId === line.keyId);
    const [verifier] = known;
    if (known.length > 1) throw new DomainError('tlog/key', { name: line.name });
    if (verifier === undefined) {
      opened.unverified.push(line);
      continue;
    }
    if (seen.has(verifier)) continue;
    seen.add(verifier);
    if (!(await verifier.verify(bytes, line.signature))) throw new DomainError('tlog/signature', { name: line.name });
    opened.verified.push(line);
  }
  if (opened.verified.length === 0) throw new DomainError('tlog/unsigned');
  return opened;
}
