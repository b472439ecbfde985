import { DomainError } from '@app/kernel';
import type { Correction, PersonalDataVault } from '@app/platform';
import type { EntityManager } from 'typeorm';
import { changePlan } from '../plan/plan.repository.js';
import { CandidateEntity } from './candidate.entity.js';
import { assertCorrectable, correctRegistration } from './correction.js';
import type { RosterColumn } from './roster.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Under the plan's lock, so that no report tells the old value meanwhile. The uploaded row stays as the clerk wrote it.
 * @throws DomainError `person/no-such-record`, `candidate/correction-closed`, `candidate/correction-refused`,
 *   `candidate/correction-duplicate`
 */
export async function correctCandidate(
  tx: EntityManager,
  vault: PersonalDataVault,
  { id, field, value, today }: Correction,
): Promise<void> {
  const found = UUID.test(id) ? await tx.findOneBy(CandidateEntity, { id }) : null;
  if (!found) throw new DomainError('person/no-such-record');
  await changePlan(tx, found.planId, async (plan) => {
    assertCorrectable(plan);
    const { rowSealed } = await tx.findOneByOrFail(CandidateEntity, { id });
    if (rowSealed === null) throw new DomainError('candidate/correction-closed');
    const values = JSON.parse(vault.open('person', rowSealed)) as Partial<Record<RosterColumn, string>>;
    const { person, phone, values: corrected } = correctRegistration(values, field, value, plan, today);
    const documentIndex = vault.index('document', person.documentNumber);
    const same = await tx.findOneBy(CandidateEntity, { planId: plan.id, documentIndex });
    if (same && same.id !== id) throw new DomainError('candidate/correction-duplicate');
    await tx.update(
      CandidateEntity,
      { id },
      {
        documentIndex,
        nameIndex: vault.index('name', person.name),
        personSealed: vault.seal('person', JSON.stringify(person)),
        phoneSealed: vault.seal('phone', phone),
        rowSealed: vault.seal('person', JSON.stringify(corrected)),
      },
    );
    return plan;
  });
}
