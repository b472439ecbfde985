import type { CertificateBatchIssued } from '@app/contracts';
import { DomainError } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { countEnded } from '../statistics/statistics.repository.js';
import { certificateOf, statusChangeOf, type IssuedFact, type StatusChange, type StatusFact } from './certificate.js';
import { changeStatus, keepCertificates } from './certificate.repository.js';

/** As certificates were told one by one; kept for a replay of the outbox. */
export async function takeIssued(tx: EntityManager, fact: IssuedFact, recordedAt: Date): Promise<void> {
  await keepCertificates(tx, [certificateOf(fact)], recordedAt);
}

export async function takeBatchIssued(
  tx: EntityManager,
  batch: CertificateBatchIssued,
  recordedAt: Date,
): Promise<void> {
  const { agencyName, siteCode, subject, issuedOn, basis, batchId } = batch;
  if (!subject) throw new DomainError('certificate/bad-event', { field: 'subject' });
  const shared = { agencyName, siteCode, subject, issuedOn, basis, batchId };
  const certificates = batch.certificates.map((each) => certificateOf({ ...each, ...shared }));
  await keepCertificates(tx, certificates, recordedAt);
}

/** @throws DomainError `certificate/not-arrived`: the event waits and comes again */
export async function takeStatusChanged(tx: EntityManager, fact: StatusFact, recordedAt: Date): Promise<StatusChange> {
  const change = statusChangeOf(fact);
  if (!(await changeStatus(tx, change, recordedAt))) throw new DomainError('certificate/not-arrived');
  await countEnded(tx, change.certificateId);
  return change;
}
