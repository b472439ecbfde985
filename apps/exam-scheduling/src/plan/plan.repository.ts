import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { LessThan, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Plan } from './plan.js';
import { PlanEntity } from './plan.entity.js';

export async function insertPlan(tx: EntityManager, plan: Plan): Promise<void> {
  await tx.insert(PlanEntity, plan);
}

/** @throws DomainError `plan/not-found` */
export async function getPlan(tx: EntityManager, id: string): Promise<Plan> {
  const plan = await tx.findOneBy(PlanEntity, { id });
  if (!plan) throw await hiddenOr(tx, 'plan', id, new DomainError('plan/not-found'));
  return plan;
}

/**
 * Locks the row, applies `decide` and saves what it gives: the only way to change a plan. Whatever belongs to a plan
 * (roster, seats, scores) is written under this lock too.
 */
export async function changePlan(
  tx: EntityManager,
  id: string,
  decide: (plan: Plan) => Plan | Promise<Plan>,
): Promise<Plan> {
  const plan = await tx.findOne(PlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!plan) throw await hiddenOr(tx, 'plan', id, new DomainError('plan/not-found'));
  const changed = await decide(plan);
  await tx.save(PlanEntity, changed);
  return changed;
}

/** Newest first, one row more than `limit` so that the caller knows whether another page follows. */
export async function listPlans(
  tx: EntityManager,
  owner: Visibility,
  before: string | undefined,
  limit: number,
): Promise<Plan[]> {
  const where: FindOptionsWhere<PlanEntity> = { ...owner, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(PlanEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}
