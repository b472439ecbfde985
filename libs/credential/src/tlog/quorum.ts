import { DomainError } from '@app/kernel';
import { openCheckpoint, type Checkpoint } from './checkpoint.js';
import { cosignatureTime, noteVerifier } from './cosignature.js';
import type { Hash } from './merkle.js';
import { parseVerifierKey } from './note-key.js';
import { openNote } from './note.js';

/** Whom a reader believes. Keys are verifier keys in text form; a log may have several while it changes its key. */
export interface QuorumPolicy {
  origin: string;
  logKeys: readonly string[];
  /** Cosignature keys (type 4), one a witness. */
  witnesses: readonly string[];
  /** How many of the witnesses must have cosigned. */
  needed: number;
}

export interface QuorumResult {
  checkpoint: Required<Checkpoint>;
  /** Who cosigned, and when (POSIX seconds). */
  witnesses: { name: string; time: number }[];
}

/**
 * The keys of a policy.
 * @throws DomainError `tlog/policy`: one public key under two names would count twice; a quorum nobody can reach
 */
function policyKeys({ logKeys, witnesses, needed }: QuorumPolicy, hash: Hash) {
  const [logs, cosigners] = [logKeys, witnesses].map((keys) => keys.map((key) => parseVerifierKey(key, hash)));
  if (logs === undefined || cosigners === undefined) throw new DomainError('tlog/policy');
  const distinct = new Set(cosigners.map(({ publicKey }) => publicKey.join()));
  const sound = logs.length > 0 && distinct.size === cosigners.length && cosigners.every(({ type }) => type === 4);
  if (!sound || !Number.isInteger(needed) || needed < 0 || needed > cosigners.length)
    throw new DomainError('tlog/policy');
  return { logs: logs.map(noteVerifier), cosigners: cosigners.map(noteVerifier) };
}

/**
 * A checkpoint signed by the log and cosigned by enough witnesses. `now` (POSIX seconds), when given, keeps
 * cosignatures from the future out of the count.
 * @throws DomainError `tlog/policy`, `tlog/key`, `tlog/quorum` (params `found`, `needed`), and those of `openCheckpoint`
 */
export async function checkQuorum(note: string, policy: QuorumPolicy, hash: Hash, now?: number): Promise<QuorumResult> {
  const { logs, cosigners } = policyKeys(policy, hash);
  const { checkpoint } = await openCheckpoint(note, { origin: policy.origin, verifiers: logs });
  const { verified } = await openNote(note, [...logs, ...cosigners]);
  const witnesses = verified
    .filter(({ name, keyId }) => cosigners.some((key) => key.name === name && key.keyId === keyId))
    .map(({ name, signature }) => ({ name, time: cosignatureTime(signature) }))
    .filter(({ time }) => now === undefined || time <= now);
  if (witnesses.length < policy.needed) {
    throw new DomainError('tlog/quorum', { found: witnesses.length, needed: policy.needed });
  }
  return { checkpoint, witnesses };
}
