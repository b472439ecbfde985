import { hasRole, PROVINCE_JURISDICTION, type Principal } from '@app/platform';

/** Whose rows a list may show. */
export interface ReadFilter {
  organisationId?: string;
  jurisdiction?: string;
}

/** A regulator lists the own jurisdiction, everyone else the own organisation. */
export function readFilterOf(principal: Principal): ReadFilter {
  if (!hasRole(principal, 'city-officer', 'province-officer', 'auditor')) {
    return { organisationId: principal.organisationId };
  }
  return principal.jurisdiction === PROVINCE_JURISDICTION ? {} : { jurisdiction: principal.jurisdiction };
}
