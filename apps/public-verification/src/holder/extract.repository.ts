import { DomainError } from '@app/kernel';
import { IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { ExtractEntity } from './extract.entity.js';
import type { Extract } from './extract.js';

export async function insertExtract(tx: EntityManager, extract: Extract): Promise<void> {
  await tx.insert(ExtractEntity, extract);
}

/** Newest first, one row more than `limit`. */
export function listExtracts(
  tx: EntityManager,
  subject: string,
  before: string | undefined,
  limit: number,
): Promise<Extract[]> {
  const where = { subject, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(ExtractEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/** The newest ones. */
export async function listExtractIds(tx: EntityManager, subject: string, limit: number): Promise<string[]> {
  const select = { id: true } as const;
  const rows = await tx.find(ExtractEntity, { select, where: { subject }, order: { id: 'DESC' }, take: limit });
  return rows.map(({ id }) => id);
}

export function countOpenExtracts(tx: EntityManager, subject: string, now: Date): Promise<number> {
  return tx.countBy(ExtractEntity, { subject, revokedAt: IsNull(), expiresAt: MoreThan(now) });
}

/** The first time it is revoked stays. @throws DomainError `extract/not-found`, for those of others too */
export async function revokeExtract(
  tx: EntityManager,
  { id, subject }: Pick<Extract, 'id' | 'subject'>,
  now: Date,
): Promise<Extract> {
  const extract = await tx.findOne(ExtractEntity, { where: { id, subject }, lock: { mode: 'pessimistic_write' } });
  if (!extract) throw new DomainError('extract/not-found');
  return tx.save(ExtractEntity, { ...extract, revokedAt: extract.revokedAt ?? now });
}

export function findExtractByToken(tx: EntityManager, tokenSha256: Buffer): Promise<Extract | null> {
  return tx.findOneBy(ExtractEntity, { tokenSha256 });
}

export async function countView(tx: EntityManager, id: string, now: Date): Promise<void> {
  await tx.query('UPDATE holder_extract SET views = views + 1, last_viewed_at = $2 WHERE id = $1', [id, now]);
}
