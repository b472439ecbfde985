import { DomainError } from '@app/kernel';
import { LessThan, type EntityManager } from 'typeorm';
import { CorrectionRequestEntity } from './correction-request.entity.js';
import type { CorrectionRequest } from './correction-request.js';

/** @throws DomainError `correction-request/open`: one request of a certificate waits for its answer */
export async function insertRequest(tx: EntityManager, request: CorrectionRequest): Promise<void> {
  const open = { certificateId: request.certificateId, state: 'asked' } as const;
  if (await tx.existsBy(CorrectionRequestEntity, open)) throw new DomainError('correction-request/open');
  await tx.insert(CorrectionRequestEntity, request);
}

/** Newest first, one row more than `limit`. */
export function listRequests(
  tx: EntityManager,
  subject: string,
  before: string | undefined,
  limit: number,
): Promise<CorrectionRequest[]> {
  const where = { subject, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(CorrectionRequestEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/**
 * Locks the row, applies `decide` and saves what it gives.
 * @throws DomainError `correction-request/bad-event` when there is none
 */
export async function changeRequest(
  tx: EntityManager,
  id: string,
  decide: (request: CorrectionRequest) => CorrectionRequest,
): Promise<void> {
  const lock = { mode: 'pessimistic_write' } as const;
  const request = await tx.findOne(CorrectionRequestEntity, { where: { id }, lock });
  if (!request) throw new DomainError('correction-request/bad-event', { field: 'requestId' });
  await tx.save(CorrectionRequestEntity, decide(request));
}
