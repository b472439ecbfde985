import { DomainError } from '@app/kernel';
import { IsNull, type EntityManager } from 'typeorm';
import { BindingEntity } from './binding.entity.js';
import type { Binding } from './binding.js';

export type AttemptKind = 'account' | 'certificate';

/**
 * Counts one more of this kind today; what was counted on earlier days is forgotten.
 * @returns false when the day's number is used up
 */
export async function takeAttempt(
  tx: EntityManager,
  attempt: { kind: AttemptKind; key: string; day: string; max: number },
): Promise<boolean> {
  const { kind, key, day, max } = attempt;
  await tx.query('DELETE FROM holder_attempt WHERE kind = $1 AND key = $2 AND day < $3', [kind, key, day]);
  const taken = await tx.query<unknown[]>(
    `INSERT INTO holder_attempt (kind, key, day, taken) VALUES ($1, $2, $3, 1)
     ON CONFLICT ON CONSTRAINT holder_attempt_pk DO UPDATE SET taken = holder_attempt.taken + 1
       WHERE holder_attempt.taken < $4 RETURNING 1 AS taken`,
    [kind, key, day, max],
  );
  return taken.length === 1;
}

/** The account's standing binding. */
export function findBinding(tx: EntityManager, subject: string): Promise<Binding | null> {
  return tx.findOneBy(BindingEntity, { subject, releasedAt: IsNull() });
}

/** @throws DomainError `binding/none` */
export async function getBinding(tx: EntityManager, subject: string): Promise<Binding> {
  const binding = await findBinding(tx, subject);
  if (!binding) throw new DomainError('binding/none');
  return binding;
}

/**
 * The same, locked: what one holder makes is counted and made one after the other.
 * @throws DomainError `binding/none`
 */
export async function lockBinding(tx: EntityManager, subject: string): Promise<Binding> {
  const where = { subject, releasedAt: IsNull() };
  const binding = await tx.findOne(BindingEntity, { where, lock: { mode: 'pessimistic_write' } });
  if (!binding) throw new DomainError('binding/none');
  return binding;
}

/** @returns false when the account or the document is bound already */
export async function insertBinding(tx: EntityManager, binding: Binding): Promise<boolean> {
  const made = await tx.query<unknown[]>(
    `INSERT INTO holder_binding (id, subject, certificate_id, document_index, name_index, name_sealed, bound_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1 AS made`,
    [
      binding.id,
      binding.subject,
      binding.certificateId,
      binding.documentIndex,
      binding.nameIndex,
      binding.nameSealed,
      binding.boundAt,
    ],
  );
  return made.length === 1;
}

/** Gives the binding up, and ends every extract that was made under it. */
export async function releaseBinding(tx: EntityManager, { id, subject }: Binding, now: Date): Promise<void> {
  await tx.update(BindingEntity, { id }, { releasedAt: now });
  await tx.query('UPDATE holder_extract SET revoked_at = $2 WHERE subject = $1 AND revoked_at IS NULL', [subject, now]);
}
