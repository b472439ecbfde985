import { DomainError } from '@app/kernel';
import { decodeBase64, encodeBase64 } from './base64.js';
import { openCheckpoint, parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { emptyRoot, HASH_BYTES, sameBytes, verifyConsistency, type Hash } from './merkle.js';
import { parseNote, type NoteVerifier } from './note.js';

const MAX_PROOF_LINES = 63;

/** C2SP tlog-witness, body of `POST <prefix>/add-checkpoint`. */
export interface AddCheckpoint {
  /** The size the log believes the witness saw last; 0 when never. */
  oldSize: number;
  /** From `oldSize` to the checkpoint's size. */
  proof: readonly Uint8Array[];
  /** The signed note. */
  checkpoint: string;
}

/** @throws DomainError `tlog/malformed` */
export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  const sound = Number.isSafeInteger(oldSize) && oldSize >= 0 && proof.length <= MAX_PROOF_LINES;
  if (!sound || proof.some(({ length }) => length !== HASH_BYTES)) throw new DomainError('tlog/malformed');
  return [`old ${oldSize}`, ...proof.map(encodeBase64), '', checkpoint].join('\n');
}

/** @throws DomainError `tlog/malformed` */
export function parseAddCheckpoint(body: string): AddCheckpoint {
  const split = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(0, split)).split('\n');
  const [, size = ''] = /^old (0|[1-9]\d*)$/.exec(first) ?? [];
  const request = { oldSize: Number(size), proof: lines.map(decodeBase64), checkpoint: body.slice(split + 2) };
  if (split < 0 || size === '' || formatAddCheckpoint(request) !== body) throw new DomainError('tlog/malformed');
  return request;
}

/** The latest checkpoint that a witness cosigned for a log. */
export interface WitnessedTree {
  size: number;
  root: Uint8Array;
}

export interface WitnessView {
  /** The keys trusted for an origin; none when the log is unknown. */
  verifiersOf: (origin: string) => readonly NoteVerifier[];
  /** What was cosigned last for that origin, or `undefined`. */
  latestOf: (origin: string) => Promise<WitnessedTree | undefined> | WitnessedTree | undefined;
  hash: Hash;
}

/**
 * 200: store `record` over `replaces` in one atomic step, and only then cosign `text`. 409 carries the size to answer
 * as `text/x.tlog.size`.
 */
export type WitnessDecision =
  | { status: 200; text: string; record: Required<Checkpoint>; replaces: WitnessedTree | undefined }
  | { status: 409; body: string; contentType: 'text/x.tlog.size' }
  | { status: 400 | 403 | 404 | 422 };

async function openedOrStatus(
  note: string,
  view: WitnessView,
): Promise<{ checkpoint: Required<Checkpoint>; text: string } | { status: 400 | 403 | 404 }> {
  let origin: string;
  try {
    ({ origin } = parseCheckpoint(parseNote(note).text));
  } catch {
    return { status: 400 };
  }
  const verifiers = view.verifiersOf(origin);
  if (verifiers.length === 0) return { status: 404 };
  try {
    const { checkpoint, note: opened } = await openCheckpoint(note, { origin, verifiers });
    return { checkpoint, text: opened.text };
  } catch (error) {
    if (error instanceof DomainError) return { status: 403 };
    throw error;
  }
}

/** What a witness answers to the body of `add-checkpoint`; it changes nothing itself. */
export async function decideAddCheckpoint(body: string, view: WitnessView): Promise<WitnessDecision> {
  let request: AddCheckpoint;
  try {
    request = parseAddCheckpoint(body);
  } catch {
    return { status: 400 };
  }
  const { oldSize, proof } = request;
  const opened = await openedOrStatus(request.checkpoint, view);
  if ('status' in opened) return opened;
  const { checkpoint, text } = opened;
  if (oldSize > checkpoint.size) return { status: 400 };
  const latest = await view.latestOf(checkpoint.origin);
  const known = latest ?? { size: 0, root: emptyRoot(view.hash) };
  const conflict = { status: 409, body: `${known.size}\n`, contentType: 'text/x.tlog.size' } as const;
  if (oldSize !== known.size) return conflict;
  if (oldSize === checkpoint.size && !sameBytes(known.root, checkpoint.root)) return conflict;
  const claim = { oldSize, oldRoot: known.root, newSize: checkpoint.size, newRoot: checkpoint.root, proof };
  if (!verifyConsistency(claim, view.hash)) return { status: 422 };
  return { status: 200, text, record: checkpoint, replaces: latest };
}
