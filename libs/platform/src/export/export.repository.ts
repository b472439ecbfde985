import { DomainError } from '@app/kernel';
import { LessThan, type EntityManager } from 'typeorm';
import { hiddenOr } from '../access/hidden.js';
import type { Visibility } from '../access/principal.js';
import { ExportRequestEntity } from './export.entity.js';
import type { ExportRequest } from './export.js';

const TABLE = 'export_request';

export async function insertExport(tx: EntityManager, request: ExportRequest): Promise<void> {
  await tx.insert(ExportRequestEntity, request);
}

/** @throws DomainError `export/not-found` */
export async function getExport(tx: EntityManager, id: string): Promise<ExportRequest> {
  const request = await tx.findOneBy(ExportRequestEntity, { id });
  if (!request) throw await hiddenOr(tx, TABLE, id, new DomainError('export/not-found'));
  return request;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a request. */
export async function changeExport(
  tx: EntityManager,
  id: string,
  decide: (request: ExportRequest) => ExportRequest | Promise<ExportRequest>,
): Promise<ExportRequest> {
  const request = await tx.findOne(ExportRequestEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!request) throw await hiddenOr(tx, TABLE, id, new DomainError('export/not-found'));
  const changed = await decide(request);
  await tx.save(ExportRequestEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit`. */
export function listExports(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<ExportRequest[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(ExportRequestEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}
