import type { Profile } from '../account/account.service.js';

export const PROFILE_CLAIMS = ['name', 'organisation', 'organisation_name', 'roles', 'jurisdiction'] as const;

/** The same claims in ID tokens and access tokens; what a person does not have is left out. */
export function profileClaims(profile: Profile): Record<string, unknown> {
  const { name, roles, organisation, organisationName, jurisdiction } = profile;
  return {
    name,
    roles,
    ...(organisation ? { organisation } : {}),
    ...(organisationName ? { organisation_name: organisationName } : {}),
    ...(jurisdiction ? { jurisdiction } : {}),
  };
}
