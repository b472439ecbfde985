import { createHash } from 'node:crypto';

/** A row of the trail as it is kept and exported: `content` is the text of the stored JSON, letter by letter. */
export interface AuditLink {
  position: number;
  id: string;
  content: string;
  /** SHA-256, hex, of `linkText`. */
  sha256: string;
}

/** Where a chain ended at some time; keep one elsewhere, and rows cut off at the end are noticed too. */
export interface AuditHead {
  position: number;
  sha256: string;
}

export type AuditFault = 'altered' | 'missing' | 'out-of-order' | 'cut-off' | 'head-differs';

export type AuditVerdict =
  | { ok: true; rows: number; head: AuditHead }
  | { ok: false; fault: AuditFault; position: number; id?: string; rows: number };

/** What the first row follows. */
export const GENESIS_SHA256 = '0'.repeat(64);

/** The text whose hash is a row's link; the function `audit_chain` in the database makes the same. */
export function linkSha256(previous: string, { position, id, content }: Omit<AuditLink, 'sha256'>): string {
  return createHash('sha256').update(`${previous}\n${position}\n${id}\n${content}`).digest('hex');
}

/**
 * Walks the chain from its first row and names the first row that is not as it was written.
 * @param links in the order of their positions
 * @param heads ends of the chain that were noted earlier: each must still be in it
 */
export async function verifyAuditChain(
  links: AsyncIterable<AuditLink> | Iterable<AuditLink>,
  heads: readonly AuditHead[] = [],
): Promise<AuditVerdict> {
  const expected = new Map(heads.map((head) => [head.position, head.sha256]));
  let previous: AuditHead = { position: 0, sha256: GENESIS_SHA256 };
  for await (const link of links) {
    const { position, id } = link;
    const rows = previous.position;
    if (position > rows + 1) return { ok: false, fault: 'missing', position: rows + 1, rows };
    if (position !== rows + 1) return { ok: false, fault: 'out-of-order', position, id, rows };
    const sha256 = linkSha256(previous.sha256, link);
    if (sha256 !== link.sha256) return { ok: false, fault: 'altered', position, id, rows };
    if ((expected.get(position) ?? sha256) !== sha256) return { ok: false, fault: 'head-differs', position, id, rows };
    previous = { position, sha256 };
  }
  const cutOff = heads.find((head) => head.position > previous.position);
  if (cutOff) return { ok: false, fault: 'cut-off', position: previous.position + 1, rows: previous.position };
  return { ok: true, rows: previous.position, head: previous };
}
