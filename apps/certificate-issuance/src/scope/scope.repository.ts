import type { EntityManager } from 'typeorm';
import { ApprovedPlanEntity, FiledScopeEntity } from './scope.entity.js';
import type { ApprovedPlan, FiledScope } from './scope.js';

/** Events of one filing arrive in order, so the last one is the copy. */
export async function keepFiledScope(tx: EntityManager, scope: FiledScope): Promise<void> {
  await tx.upsert(FiledScopeEntity, scope, ['filingId']);
}

export async function keepApprovedPlan(tx: EntityManager, plan: ApprovedPlan): Promise<void> {
  await tx.upsert(ApprovedPlanEntity, plan, ['planId']);
}

/** null while the filing has not arrived. */
export function findFiledScope(tx: EntityManager, filingId: string): Promise<FiledScope | null> {
  return tx.findOneBy(FiledScopeEntity, { filingId });
}

/** null while the plan has not arrived. */
export function findApprovedPlan(tx: EntityManager, planId: string): Promise<ApprovedPlan | null> {
  return tx.findOneBy(ApprovedPlanEntity, { planId });
}
