import type { EntityManager } from 'typeorm';
import type { AuditHead, AuditLink } from './audit-chain.js';

const READ_ROWS = 2_000;

export interface AuditFilter {
  actor?: string;
  object?: string;
  person?: string;
  kind?: string;
  /** Positions below this one. */
  before?: number;
}

/** Newest first, one row more than `limit`; rows that are not linked yet come first and have no position. */
export async function findAudit(tx: EntityManager, filter: AuditFilter, limit: number): Promise<AuditLink[]> {
  return tx.query<AuditLink[]>(
    `SELECT position::float8, id, content::text, sha256 FROM audit
     WHERE position IS NOT NULL AND ($1::text IS NULL OR content ->> 'actor' = $1)
       AND ($2::text IS NULL OR content ->> 'object' = $2)
       AND ($3::jsonb IS NULL OR content -> 'persons' @> $3)
       AND ($4::text IS NULL OR content ->> 'kind' = $4)
       AND ($5::bigint IS NULL OR position < $5)
     ORDER BY position DESC LIMIT $6`,
    [
      filter.actor ?? null,
      filter.object ?? null,
      filter.person ? JSON.stringify([filter.person]) : null,
      filter.kind ?? null,
      filter.before ?? null,
      limit + 1,
    ],
  );
}

/** The linked rows in the order of the chain. */
export async function* readAuditChain(tx: EntityManager): AsyncGenerator<AuditLink> {
  for (let after = 0; ;) {
    const links = await tx.query<AuditLink[]>(
      `SELECT position::float8, id, content::text, sha256 FROM audit WHERE position > $1 ORDER BY position LIMIT ${READ_ROWS}`,
      [after],
    );
    yield* links;
    const last = links.at(-1);
    if (!last) return;
    after = last.position;
  }
}

/** Where the database itself says the chain ends; nothing before the first row. */
export async function auditHead(tx: EntityManager): Promise<AuditHead | undefined> {
  const [head] = await tx.query<AuditHead[]>('SELECT position::float8, sha256 FROM audit_head WHERE position > 0');
  return head;
}

/** Links what has been committed since; @returns how many rows */
export async function linkAudit(tx: EntityManager): Promise<number> {
  const [row] = await tx.query<{ linked: number }[]>('SELECT audit_chain() AS linked');
  return row?.linked ?? 0;
}
