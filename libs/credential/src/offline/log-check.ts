import { decodeBase64Url } from '../base64url.js';
import { matchesLeaf, paperMatchesLeaf } from '../commitment.js';
import type { CertificateCredential } from '../certificate-credential.js';
import { decodeLogEntry, type CertificateEntry } from '../log-entry.js';
import { checkQuorum, leafHash, parseVerifierKey, verifyInclusion, type Hash } from '../tlog/index.js';
import type { Finding } from './checks.js';
import type { Snapshot, SnapshotLeaf } from './snapshot.js';

/** What of the document its leaf commits to. */
export type Committed = { paper: Uint8Array } | { credential: CertificateCredential };

export interface LogFound {
  finding: Finding;
  /** Where it stands, when that is proven. */
  leafIndex?: number;
}

function entryOf(leaf: SnapshotLeaf): { bytes: Uint8Array; entry: CertificateEntry } | undefined {
  try {
    const bytes = decodeBase64Url(leaf.entry);
    const entry = decodeLogEntry(bytes);
    return entry.type === 'certificate' ? { bytes, entry } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a leaf says what the document says. @throws DomainError */
export function isLeafOf(committed: Committed, entry: CertificateEntry, hash: Hash): boolean {
  return 'paper' in committed
    ? paperMatchesLeaf(committed.paper, entry, hash)
    : matchesLeaf(committed.credential, entry, hash);
}

/** Whether the snapshot proves that the certificate stands in the log, as the document has it. */
export async function logIn(
  { log }: Snapshot,
  certificateId: string | undefined,
  committed: Committed | undefined,
  hash: Hash,
  now: Date,
): Promise<LogFound> {
  if (!log || !committed) return { finding: 'log/no-proof' };
  const leaf = log.leaves.find((each) => entryOf(each)?.entry.id === certificateId);
  const read = leaf && entryOf(leaf);
  if (!leaf || !read) return { finding: 'log/no-proof' };
  try {
    const { name: origin } = parseVerifierKey(log.key, hash);
    const policy = { origin, logKeys: [log.key], witnesses: log.witnesses, needed: log.needed };
    const { checkpoint } = await checkQuorum(log.checkpoint, policy, hash, Math.floor(now.getTime() / 1_000));
    if (!isLeafOf(committed, read.entry, hash)) return { finding: 'log/differs' };
    const proof = leaf.proof.map(decodeBase64Url);
    const { size, root } = checkpoint;
    const isThere = verifyInclusion(
      { index: leaf.index, size, leafHash: leafHash(read.bytes, hash), root, proof },
      hash,
    );
    return isThere ? { finding: 'log/included', leafIndex: leaf.index } : { finding: 'log/not-proven' };
  } catch {
    return { finding: 'log/no-checkpoint' };
  }
}
