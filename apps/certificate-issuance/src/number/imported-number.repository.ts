import { DomainError } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { NumberSeries } from './number-series.repository.js';

/**
 * Numbers that a body filed with the Ministry brought, lowest serial first; each goes to one certificate.
 * @returns numbers in the order of the certificates
 * @throws DomainError `number/not-imported` with how many there are and how many are wanted
 */
export async function takeImportedNumbers(
  tx: EntityManager,
  { siteCode, year, level }: NumberSeries,
  certificateIds: readonly string[],
): Promise<string[]> {
  const free = await tx.query<{ number: string }[]>(
    `SELECT number FROM imported_number
     WHERE site_code = $1 AND year = $2 AND level = $3 AND certificate_id IS NULL AND voided_at IS NULL
     ORDER BY serial LIMIT $4 FOR UPDATE`,
    [siteCode, year, level, certificateIds.length],
  );
  if (free.length < certificateIds.length) {
    throw new DomainError('number/not-imported', {
      siteCode,
      year,
      level,
      free: free.length,
      wanted: certificateIds.length,
    });
  }
  const numbers = free.map(({ number }) => number);
  await tx.query(
    `UPDATE imported_number AS i SET certificate_id = x.c FROM unnest($1::text[], $2::uuid[]) AS x(n, c) WHERE i.number = x.n`,
    [numbers, certificateIds],
  );
  return numbers;
}
