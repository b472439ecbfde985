import { DomainError } from '@app/kernel';
import { LessThan, type EntityManager } from 'typeorm';
import { PaperOrderEntity } from './paper.entity.js';
import type { PaperOrder } from './paper.js';

/** An order without its sealed content, as answers need it. */
export type PaperOrderHead = Omit<PaperOrder, 'contentSealed'>;

const HEAD_COLUMNS = {
  id: true,
  state: true,
  occupationCode: true,
  occupationEdition: true,
  occupationName: true,
  specialty: true,
  levelDigit: true,
  examOn: true,
  revision: true,
  paperId: true,
  elementTableId: true,
  itemCount: true,
  composition: true,
  contentSha256: true,
  assembledBy: true,
  assembledAt: true,
  sealedBy: true,
  sealedAt: true,
  releaseAskedBy: true,
  releaseAskedAt: true,
  releasedBy: true,
  releasedAt: true,
} as const satisfies Record<keyof PaperOrderHead, true>;

/** An order that is there already stays as it is. */
export async function insertPaperOrder(tx: EntityManager, order: PaperOrder): Promise<void> {
  await tx.createQueryBuilder().insert().into(PaperOrderEntity).values(order).orIgnore().execute();
}

/** @throws DomainError `paper/not-found` */
export async function getPaperOrder(tx: EntityManager, id: string): Promise<PaperOrderHead> {
  const order = await tx.findOne(PaperOrderEntity, { select: HEAD_COLUMNS, where: { id } });
  if (!order) throw new DomainError('paper/not-found');
  return order;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change an order. */
export async function changePaperOrder<Changed extends PaperOrder>(
  tx: EntityManager,
  id: string,
  decide: (order: PaperOrder) => Changed,
): Promise<Changed> {
  const order = await tx.findOne(PaperOrderEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!order) throw new DomainError('paper/not-found');
  const changed = decide(order);
  await tx.save(PaperOrderEntity, changed);
  return changed;
}

/** With its sealed content. @throws DomainError `paper/not-found` */
export async function getWholePaperOrder(tx: EntityManager, id: string): Promise<PaperOrder> {
  const order = await tx.findOneBy(PaperOrderEntity, { id });
  if (!order) throw new DomainError('paper/not-found');
  return order;
}

/** Newest first, one row more than `limit` so that the caller knows whether another page follows. */
export async function listPaperOrders(
  tx: EntityManager,
  before: string | undefined,
  limit: number,
): Promise<PaperOrderHead[]> {
  const where = before ? { id: LessThan(before) } : {};
  return tx.find(PaperOrderEntity, { select: HEAD_COLUMNS, where, order: { id: 'DESC' }, take: limit + 1 });
}
