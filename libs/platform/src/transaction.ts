import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError } from '@app/kernel';
import { inTransaction as runInTransaction } from '@app/messaging';
import type { DataSource, EntityManager } from 'typeorm';

/** The creating request that is being answered. */
export interface IdempotentRequest {
  subject: string;
  key: string;
  requestSha256: string;
  /** Its first transaction has committed: the work is done. */
  done: boolean;
}

/** Not an ambient transaction: it only carries the key of the running request to the transaction that does its work. */
export const idempotentRequest = new AsyncLocalStorage<IdempotentRequest>();

/**
 * One use case, one transaction: state and outbox rows commit together, retried as a whole on 40001 and 40P01.
 * In a request with an `Idempotency-Key`, the key commits with them, so that a repeat can never do the work twice.
 * @throws DomainError `idempotency/in-progress` when the same request runs elsewhere
 */
export async function inTransaction<T>(dataSource: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const request = idempotentRequest.getStore();
  if (!request || request.done) return runInTransaction(dataSource, work);
  const result = await runInTransaction(dataSource, async (tx) => {
    const taken = await tx.query<unknown[]>(
      `INSERT INTO idempotency_key (subject, key, request_sha256) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT idempotency_key_pk DO NOTHING RETURNING 1 AS taken`,
      [request.subject, request.key, request.requestSha256],
    );
    if (taken.length === 0) throw new DomainError('idempotency/in-progress');
    return work(tx);
  });
  request.done = true;
  return result;
}
