import { PlanApprovedSchema, type PaperSealed } from '@app/contracts';
import { newId, type Clock } from '@app/kernel';
import { appendEvents, event } from '@app/messaging';
import {
  assertMayRead,
  assertOwn,
  assertSupervises,
  CLOCK,
  CONFIG,
  cursorId,
  inTransaction,
  pageOf,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
  visibleTo,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { countCandidates } from '../candidate/candidate.repository.js';
import { ExamSchedulingConfig } from '../exam-scheduling.config.js';
import { findScope } from '../scope/scope.repository.js';
import {
  assertLevelExists,
  cancelPlan,
  draftPlan,
  receivePaper,
  reviewPlan,
  submitPlan,
  type Actor,
  type Plan,
  type PlanContent,
  type PlanRules,
  type ReviewDecision,
} from './plan.js';
import { changePlan, getPlan, insertPlan, listPlans } from './plan.repository.js';

export interface PlanWithCount {
  id: string;
  plan: Plan;
  candidates: number;
}

@Injectable()
export class PlanService {
  private readonly rules: PlanRules;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) config: ExamSchedulingConfig,
  ) {
    this.rules = { leadWorkingDays: config.PLAN_LEAD_WORKING_DAYS };
  }

  async draft(principal: Principal, content: PlanContent): Promise<PlanWithCount> {
    assertOwn(principal, principal);
    assertLevelExists(content);
    const plan = await inTransaction(this.dataSource, principal, async (tx) => {
      const scope = await findScope(tx, principal.organisationId, content);
      const drafted = draftPlan(newId(), content, scope, this.rules, this.clock.now());
      await insertPlan(tx, drafted);
      return drafted;
    });
    return { id: plan.id, plan, candidates: 0 };
  }

  async submit(principal: Principal, id: string): Promise<PlanWithCount> {
    return this.change(principal, id, async (plan, tx) => {
      assertOwn(principal, plan);
      const scope = await findScope(tx, plan.organisationId, plan);
      return submitPlan(plan, scope, this.rules, this.actor(principal));
    });
  }

  async cancel(principal: Principal, id: string): Promise<PlanWithCount> {
    return this.change(principal, id, (plan) => {
      assertOwn(principal, plan);
      return cancelPlan(plan, this.actor(principal));
    });
  }

  /** A pass tells everyone, in the same transaction. */
  async review(
    principal: Principal,
    id: string,
    review: { decision: ReviewDecision; opinion: string },
  ): Promise<PlanWithCount> {
    return this.change(principal, id, async (plan, tx) => {
      assertSupervises(principal, plan.jurisdiction);
      const actor = this.actor(principal);
      const reviewed = reviewPlan(plan, review, actor);
      if (reviewed.state === 'approved') {
        await appendEvents(tx, [event(PlanApprovedSchema, plan.id, approvedFact(reviewed, actor.now))]);
      }
      return reviewed;
    });
  }

  async applyPaperSealed(tx: EntityManager, sealed: PaperSealed): Promise<void> {
    const { paperId, planId, contentSha256, itemCount, sealedAt, subject } = sealed;
    if (!paperId || !planId || !contentSha256 || !subject)
      throw new Error('paper.sealed without paper, plan or digest');
    await changePlan(tx, planId, (plan) =>
      receivePaper(plan, { paperId, contentSha256, itemCount, sealedAt }, subject),
    );
  }

  async get(principal: Principal, id: string): Promise<PlanWithCount> {
    return readAs(this.dataSource, principal, async (tx) => {
      const plan = await getPlan(tx, id);
      assertMayRead(principal, plan);
      return this.counted(plan, tx);
    });
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<PlanWithCount>> {
    return readAs(this.dataSource, principal, async (tx) => {
      const plans = await listPlans(tx, visibleTo(principal), cursorId(query.after), query.limit);
      const counts = await countCandidates(
        tx,
        plans.map((plan) => plan.id),
      );
      const rows = plans.map((plan) => ({ id: plan.id, plan, candidates: counts.get(plan.id) ?? 0 }));
      return pageOf(rows, query.limit);
    });
  }

  private actor(principal: Principal): Actor {
    return { subject: principal.subject, now: this.clock.now() };
  }

  private async counted(plan: Plan, tx: EntityManager): Promise<PlanWithCount> {
    const counts = await countCandidates(tx, [plan.id]);
    return { id: plan.id, plan, candidates: counts.get(plan.id) ?? 0 };
  }

  private change(
    principal: Principal,
    id: string,
    decide: (plan: Plan, tx: EntityManager) => Plan | Promise<Plan>,
  ): Promise<PlanWithCount> {
    return inTransaction(this.dataSource, principal, async (tx) =>
      this.counted(await changePlan(tx, id, (plan) => decide(plan, tx)), tx),
    );
  }
}

function approvedFact(plan: Plan, now: Date): Parameters<typeof event<typeof PlanApprovedSchema>>[2] {
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit } = plan;
  return {
    planId: plan.id,
    filingId: plan.filingId,
    organisationId: plan.organisationId,
    agencyName: plan.agencyName,
    siteCode: plan.siteCode,
    jurisdiction: plan.jurisdiction,
    subject: { occupationCode, occupationEdition, occupationName, specialty, levelDigit },
    examOn: plan.examOn,
    approvedAt: now.toISOString(),
  };
}
