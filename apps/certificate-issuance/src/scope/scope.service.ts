import type { FilingFiled, PlanApproved } from '@app/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireFields } from '../event-fields.js';
import { subjectFrom } from '../event-subject.js';
import { keepApprovedPlan, keepFiledScope } from './scope.repository.js';

/** Own copies of what other services decided: issuing asks nobody. */
@Injectable()
export class ScopeService {
  async applyFilingFiled(tx: EntityManager, data: FilingFiled): Promise<void> {
    requireFields(data, 'filingId', 'organisationId', 'agencyName', 'jurisdiction', 'filedOn', 'validUntil');
    await keepFiledScope(tx, {
      filingId: data.filingId,
      organisationId: data.organisationId,
      agencyName: data.agencyName,
      jurisdiction: data.jurisdiction,
      supervisedIn: [...new Set([data.jurisdiction, ...data.sites.map((site) => site.regionCode)])].filter(Boolean),
      filedOn: data.filedOn,
      validUntil: data.validUntil,
      sites: data.sites.map(({ siteId, siteCode }) => ({ siteId, siteCode })),
      lines: data.scope.map(({ siteId, subject }) => ({ siteId, subject: subjectFrom(subject) })),
    });
  }

  async applyPlanApproved(tx: EntityManager, data: PlanApproved): Promise<void> {
    requireFields(data, 'planId', 'filingId', 'siteCode', 'examOn');
    const { planId, filingId, siteCode, examOn } = data;
    await keepApprovedPlan(tx, { planId, filingId, siteCode, examOn, subject: subjectFrom(data.subject) });
  }
}
