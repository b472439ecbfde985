import type { FilingFiled, PlanApproved, PlanSeated } from '@app/contracts';
import type { Clock } from '@app/kernel';
import { CLOCK } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireFields } from '../event-fields.js';
import { subjectFrom } from '../event-subject.js';
import { appendLog } from '../log/log.repository.js';
import { planEntry, scopeEntries } from './scope-entries.js';
import type { FiledScope } from './scope.js';
import { keepApprovedPlan, keepFiledScope } from './scope.repository.js';

/** Own copies of what other services decided: issuing asks nobody. Each stands in the transparency log as well. */
@Injectable()
export class ScopeService {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async applyFilingFiled(tx: EntityManager, data: FilingFiled): Promise<void> {
    requireFields(data, 'filingId', 'organisationId', 'agencyName', 'jurisdiction', 'filedOn', 'validUntil');
    const scope: FiledScope = {
      filingId: data.filingId,
      organisationId: data.organisationId,
      agencyName: data.agencyName,
      jurisdiction: data.jurisdiction,
      supervisedIn: [...new Set([data.jurisdiction, ...data.sites.map((site) => site.regionCode)])].filter(Boolean),
      filedOn: data.filedOn,
      validUntil: data.validUntil,
      sites: data.sites.map(({ siteId, siteCode }) => ({ siteId, siteCode })),
      lines: data.scope.map(({ siteId, subject }) => ({ siteId, subject: subjectFrom(subject) })),
    };
    await keepFiledScope(tx, scope);
    await appendLog(tx, scopeEntries(scope, this.clock.now().toISOString()));
  }

  async applyPlanApproved(tx: EntityManager, data: PlanApproved): Promise<void> {
    requireFields(data, 'planId', 'filingId', 'siteCode', 'examOn');
    const { planId, filingId, siteCode, examOn } = data;
    const plan = { planId, filingId, siteCode, examOn, subject: subjectFrom(data.subject) };
    await keepApprovedPlan(tx, plan);
    await appendLog(tx, [planEntry(plan, this.clock.now().toISOString())]);
  }

  /** Who sits where is kept in the log only: it is there before the exam, and nobody can say later that it was otherwise. */
  async applyPlanSeated(tx: EntityManager, data: PlanSeated): Promise<void> {
    requireFields(data, 'planId', 'examOn', 'part', 'parts');
    const { planId: plan, examOn, part, parts } = data;
    const seats = data.seats.map(({ candidateId, room, seat }) => [candidateId, room, seat] as const);
    await appendLog(tx, [
      { type: 'plan-seated', plan, examOn, part, parts, seats, at: this.clock.now().toISOString() },
    ]);
  }
}
