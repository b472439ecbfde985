import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { LessThan, type EntityManager } from 'typeorm';
import { CertificateEntity } from '../certificate/certificate.entity.js';
import { CorrectionRequestEntity } from './correction-request.entity.js';
import type { CorrectionRequest } from './correction-request.js';

type Owner = Pick<CorrectionRequest, 'organisationId' | 'jurisdiction' | 'documentIndex'>;

/** Whose certificate it is. @throws DomainError `event/incomplete` when it is not here */
export async function ownerOfCertificate(tx: EntityManager, certificateId: string): Promise<Owner> {
  const select = { id: true, organisationId: true, jurisdiction: true, documentIndex: true } as const;
  const certificate = await tx.findOne(CertificateEntity, { select, where: { id: certificateId } });
  if (!certificate) throw new DomainError('event/incomplete', { field: 'certificateId' });
  const { organisationId, jurisdiction, documentIndex } = certificate;
  return { organisationId, jurisdiction, documentIndex };
}

export async function insertRequest(tx: EntityManager, request: CorrectionRequest): Promise<void> {
  await tx.insert(CorrectionRequestEntity, request);
}

const missing = async (tx: EntityManager, id: string): Promise<Error> =>
  hiddenOr(tx, 'correction_request', id, new DomainError('correction-request/not-found'));

/** @throws DomainError `correction-request/not-found` */
export async function getRequest(tx: EntityManager, id: string): Promise<CorrectionRequest> {
  const request = await tx.findOneBy(CorrectionRequestEntity, { id });
  if (!request) throw await missing(tx, id);
  return request;
}

/** Locks the row, applies `decide` and saves what it gives. */
export async function changeRequest(
  tx: EntityManager,
  id: string,
  decide: (request: CorrectionRequest) => CorrectionRequest | Promise<CorrectionRequest>,
): Promise<CorrectionRequest> {
  const lock = { mode: 'pessimistic_write' } as const;
  const request = await tx.findOne(CorrectionRequestEntity, { where: { id }, lock });
  if (!request) throw await missing(tx, id);
  const decided = await decide(request);
  await tx.save(CorrectionRequestEntity, decided);
  return decided;
}

/** Newest first, one row more than `limit`. */
export function listRequests(
  tx: EntityManager,
  filter: Visibility,
  before: string | undefined,
  limit: number,
): Promise<CorrectionRequest[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(CorrectionRequestEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}
