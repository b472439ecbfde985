import { DomainError } from '@app/kernel';
import { inTransaction as runInTransaction, type Standing } from '@app/messaging';
import type { DataSource, EntityManager } from 'typeorm';
import { actorOf } from './audit/audit-entry.js';
import { appendAudit } from './audit/audit-trail.js';
import { currentRequest, type CurrentRequest, type IdempotentRequest } from './current-request.js';

/**
 * One use case, one transaction on behalf of one person: state, outbox and audit rows commit together, retried as a
 * whole on 40001 and 40P01. In a request with an `Idempotency-Key`, the key commits with them, so that a repeat can
 * never do the work twice.
 * @throws DomainError `idempotency/in-progress` when the same request runs elsewhere
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  standing: Standing,
  work: (tx: EntityManager) => Promise<T>,
): Promise<T> {
  const request = currentRequest.getStore();
  if (!request) return runInTransaction(dataSource, standing, work);
  const { idempotent } = request;
  const result = await runInTransaction(dataSource, standing, async (tx) => {
    if (idempotent && !idempotent.done) await takeKey(tx, idempotent);
    const done = await work(tx);
    if (!request.recordsItself) await appendAudit(tx, [changeOf(request, standing, done)]);
    return done;
  });
  request.recorded = true;
  if (idempotent) idempotent.done = true;
  return result;
}

async function takeKey(tx: EntityManager, request: IdempotentRequest): Promise<void> {
  const taken = await tx.query<unknown[]>(
    `INSERT INTO idempotency_key (subject, key, request_sha256) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT idempotency_key_pk DO NOTHING RETURNING 1 AS taken`,
    [request.subject, request.key, request.requestSha256],
  );
  if (taken.length === 0) throw new DomainError('idempotency/in-progress');
}

/** What was made has no name in the address yet: its id comes out of the work. */
function changeOf({ action, object, requestId, address }: CurrentRequest, standing: Standing, done: unknown) {
  const id = (done as { id?: unknown } | null | undefined)?.id;
  const made = typeof id === 'string' ? `${action.split('.')[0] ?? ''}/${id}` : '';
  return {
    ...actorOf(standing),
    kind: 'change',
    action,
    object: object || made,
    persons: [],
    outcome: 'done',
    requestId,
    address,
  } as const;
}
