import { ResultRollReportedSchema, type ResultRollAudited } from '@app/contracts';
import { newId, type Clock } from '@app/kernel';
import { appendEvents, event, type NewEvent } from '@app/messaging';
import { assertOwn, CLOCK, CONFIG, inTransaction, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ExamSchedulingConfig } from '../exam-scheduling.config.js';
import type { Plan } from '../plan/plan.js';
import { changePlan } from '../plan/plan.repository.js';
import { assertAnswers, auditPlan, partsOf, reportPlan, startPublicity, type ReportRules } from './report.js';
import { countUnanswered, listPassed, markReported, saveAnswers, type PassedRow } from './report.repository.js';

/** Who moves a plan when the authority's answer arrives. */
const AUTHORITY = 'certificate-issuance';

@Injectable()
export class ReportService {
  private readonly rules: ReportRules;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) config: ExamSchedulingConfig,
  ) {
    this.rules = {
      publicityWorkingDays: config.PUBLICITY_WORKING_DAYS,
      reportWorkingDays: config.REPORT_WORKING_DAYS,
    };
  }

  async publish(principal: Principal, planId: string): Promise<Plan> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changePlan(tx, planId, (plan) => {
        assertOwn(principal, plan);
        return startPublicity(plan, this.rules, { subject: principal.subject, now: this.clock.now() });
      }),
    );
  }

  /** 上报: the whole roll, all of its parts, in one transaction. */
  async report(principal: Principal, planId: string): Promise<Plan> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changePlan(tx, planId, async (plan) => {
        assertOwn(principal, plan);
        const actor = { subject: principal.subject, now: this.clock.now() };
        const passed = await listPassed(tx, planId);
        const parts = partsOf(passed);
        const roll = { rollId: newId(), rows: passed.length, parts: parts.length };
        const reported = reportPlan(plan, roll, this.rules, actor);
        await markReported(
          tx,
          passed.map((row) => row.id),
        );
        await appendEvents(tx, rollEvents(reported, roll.rollId, parts, actor.now));
        return reported;
      }),
    );
  }

  /** 审核结果: numbers and refusals, row by row. */
  async applyAudited(tx: EntityManager, audited: ResultRollAudited): Promise<void> {
    if (!audited.rollId || !audited.planId) throw new Error('result-roll.audited without roll or plan');
    await changePlan(tx, audited.planId, async (plan) => {
      assertAnswers(plan, audited.rollId, audited.rows);
      await saveAnswers(tx, plan.id, audited.rows);
      return auditPlan(plan, await countUnanswered(tx, plan.id), { subject: AUTHORITY, now: this.clock.now() });
    });
  }
}

function rollEvents(plan: Plan, rollId: string, parts: readonly PassedRow[][], now: Date): NewEvent[] {
  const { occupationCode, occupationEdition, occupationName, specialty, levelDigit } = plan;
  return parts.map((rows, index) =>
    event(ResultRollReportedSchema, rollId, {
      rollId,
      planId: plan.id,
      filingId: plan.filingId,
      organisationId: plan.organisationId,
      agencyName: plan.agencyName,
      siteCode: plan.siteCode,
      jurisdiction: plan.jurisdiction,
      subject: { occupationCode, occupationEdition, occupationName, specialty, levelDigit },
      examOn: plan.examOn,
      publicityFrom: plan.publicityFrom ?? '',
      publicityUntil: plan.publicityUntil ?? '',
      reportedAt: now.toISOString(),
      part: index + 1,
      parts: parts.length,
      rows: rows.map(({ id, ...row }) => ({ candidateId: id, ...row })),
    }),
  );
}
