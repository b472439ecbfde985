import { DomainError } from '@app/kernel';
import type { EntityManager } from 'typeorm';

/**
 * Why a row was not found: row-level security hides it from the caller, or there is none.
 * @param table one with a uuid `id`
 * @returns `access/foreign-jurisdiction` for a regulator, `access/foreign-organisation` for others, else `otherwise`
 */
export async function hiddenOr(
  tx: EntityManager,
  table: string,
  id: string,
  otherwise: DomainError,
): Promise<DomainError> {
  const [row] = await tx.query<{ hidden: boolean; regulator: boolean }[]>(
    `SELECT is_hidden($1, $2) AS hidden, standing_is('city-officer', 'province-officer', 'auditor') AS regulator`,
    [table, id],
  );
  if (!row?.hidden) return otherwise;
  return new DomainError(row.regulator ? 'access/foreign-jurisdiction' : 'access/foreign-organisation');
}
