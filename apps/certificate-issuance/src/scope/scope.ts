/** What an exam is about, as filings, plans and rolls name it. `specialty` is '' for an occupation without 工种. */
export interface AssessedSubject {
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  specialty: string;
  /** `5` lowest … `1` highest. */
  levelDigit: string;
}

/** Read copy of a filing: what a body may assess where, and in which days (inclusive, `YYYY-MM-DD`). */
export interface FiledScope {
  filingId: string;
  organisationId: string;
  /** The filed name: the only one a certificate may print. */
  agencyName: string;
  jurisdiction: string;
  /** The own jurisdiction and those where its sites stand. */
  supervisedIn: string[];
  filedOn: string;
  validUntil: string;
  sites: { siteId: string; siteCode: string }[];
  lines: { siteId: string; subject: AssessedSubject }[];
}

/** Read copy of an approved 考前计划. */
export interface ApprovedPlan {
  planId: string;
  filingId: string;
  siteCode: string;
  subject: AssessedSubject;
  examOn: string;
}

/** The name does not decide: it follows from code and edition (domain.md §12 item 41). */
export function sameSubject(one: AssessedSubject, other: AssessedSubject): boolean {
  return (
    one.occupationCode === other.occupationCode &&
    one.occupationEdition === other.occupationEdition &&
    one.specialty === other.specialty &&
    one.levelDigit === other.levelDigit
  );
}

export type ScopeGap = 'filing-not-valid' | 'site-not-filed' | 'outside-scope';

/** Why the scope did not allow `subject` at `siteCode` on `day`; null when it did (domain.md §12 item 27). */
export function scopeGap(scope: FiledScope, siteCode: string, subject: AssessedSubject, day: string): ScopeGap | null {
  if (day < scope.filedOn || day > scope.validUntil) return 'filing-not-valid';
  const site = scope.sites.find((each) => each.siteCode === siteCode);
  if (!site) return 'site-not-filed';
  const allowed = scope.lines.some((line) => line.siteId === site.siteId && sameSubject(line.subject, subject));
  return allowed ? null : 'outside-scope';
}
