import { DomainError } from '@app/kernel';
import type { LevelDigit } from '@app/standards';

/** A filed site with the scope lines that may be assessed there: a read copy of what agency-filing told. */
export interface FiledSite {
  siteCode: string;
  filingId: string;
  organisationId: string;
  agencyName: string;
  jurisdiction: string;
  /** Both ends belong to the validity; `YYYY-MM-DD`. */
  validFrom: string;
  validUntil: string;
}

/** One occupation × 工种 × level; `specialty` is '' for an occupation without 工种. */
export interface ScopeLine {
  siteCode: string;
  occupationCode: string;
  occupationEdition: string;
  occupationName: string;
  specialty: string;
  levelDigit: LevelDigit;
}

export interface FiledScope {
  site: FiledSite;
  line: ScopeLine;
}

/**
 * A plan needs the scope on the exam day, not on the day of planning (domain.md §12 item 27).
 * @throws DomainError `plan/filing-not-valid` with the validity
 */
export function assertValidOn(site: FiledSite, examOn: string): void {
  if (examOn < site.validFrom || examOn > site.validUntil) {
    throw new DomainError('plan/filing-not-valid', { from: site.validFrom, until: site.validUntil });
  }
}
