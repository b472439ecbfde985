import type { LoggedSubject, LogEntry } from '@app/credential';
import type { ApprovedPlan, AssessedSubject, FiledScope } from './scope.js';

export const loggedSubject = (subject: AssessedSubject): LoggedSubject => [
  subject.occupationCode,
  subject.occupationEdition,
  subject.specialty,
  subject.levelDigit,
];

/** One log entry a site: what it may assess from now on. */
export function scopeEntries(scope: FiledScope, at: string): LogEntry[] {
  return scope.sites.map(({ siteId, siteCode }) => ({
    type: 'scope-granted',
    filing: scope.filingId,
    organisation: scope.organisationId,
    agency: scope.agencyName,
    site: siteCode,
    from: scope.filedOn,
    until: scope.validUntil,
    subjects: scope.lines.filter((line) => line.siteId === siteId).map((line) => loggedSubject(line.subject)),
    at,
  }));
}

export function planEntry(plan: ApprovedPlan, at: string): LogEntry {
  const { planId, filingId, siteCode, examOn, subject } = plan;
  return {
    type: 'plan-approved',
    plan: planId,
    filing: filingId,
    site: siteCode,
    subject: loggedSubject(subject),
    examOn,
    at,
  };
}
