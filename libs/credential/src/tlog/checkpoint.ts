import { DomainError } from '@app/kernel';
import { decodeBase64, encodeBase64 } from './base64.js';
import { HASH_BYTES } from './merkle.js';
import { openNote, type NoteVerifier, type OpenedNote } from './note.js';

/** C2SP tlog-checkpoint. */
export interface Checkpoint {
  /** Names the log; best a URL without scheme. */
  origin: string;
  /** Number of leaves. */
  size: number;
  /** Merkle tree hash, 32 bytes. */
  root: Uint8Array;
  /** Opaque further lines, none of them empty. */
  extensions?: readonly string[];
}

const isLine = (line: string): boolean => line !== '' && !line.includes('\n');

/**
 * The text to sign.
 * @throws DomainError `tlog/malformed`
 */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Checkpoint): string {
  const sound = [origin, ...extensions].every(isLine) && Number.isSafeInteger(size) && size >= 0;
  if (!sound || root.length !== HASH_BYTES) throw new DomainError('tlog/malformed');
  return [origin, String(size), encodeBase64(root), ...extensions].map((line) => `${line}\n`).join('');
}

/**
 * Reads the text of a note as a checkpoint; exactly what `formatCheckpoint` makes.
 * @throws DomainError `tlog/malformed`
 */
export function parseCheckpoint(text: string): Required<Checkpoint> {
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
  const checkpoint = { origin, size: Number(size), root: decodeBase64(root), extensions };
  if (!/^(0|[1-9]\d*)$/.test(size) || formatCheckpoint(checkpoint) !== text) throw new DomainError('tlog/malformed');
  return checkpoint;
}

/**
 * A checkpoint that the log signed. Witnesses are another question: `checkQuorum`.
 * @throws DomainError `tlog/malformed`, `tlog/signature`, `tlog/unsigned`, `tlog/origin` (another log's checkpoint)
 */
export async function openCheckpoint(
  note: string,
  log: { origin: string; verifiers: readonly NoteVerifier[] },
): Promise<{ checkpoint: Required<Checkpoint>; note: OpenedNote }> {
  const opened = await openNote(note, log.verifiers);
  const checkpoint = parseCheckpoint(opened.text);
  if (checkpoint.origin !== log.origin) throw new DomainError('tlog/origin', { origin: checkpoint.origin });
  return { checkpoint, note: opened };
}
