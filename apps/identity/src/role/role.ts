import { DomainError } from '@app/kernel';

export type RoleGroup = 'agency' | 'bank' | 'regulator' | 'outside';
/** Who may give a role: the administrator of an organisation to its people, or only the operator. */
export type RoleGranter = 'organisation-admin' | 'operator';

export interface RoleRule {
  code: string;
  zh: string;
  en: string;
  group: RoleGroup;
  needsSecondFactor: boolean;
  grantedBy: RoleGranter;
  isExclusive: boolean;
  organisationKinds: readonly string[];
}

/** Stands for the kind of organisation of people who act for none. */
export const NO_ORGANISATION = 'none';
export const ADMINISTRATOR = 'agency-admin';

/** To whom roles are given, and by whom. The operator may give every role, an administrator some. */
export interface Grant {
  kind: string;
  by: RoleGranter;
}

/**
 * @returns the roles without repetition
 * @throws DomainError that names the first role which cannot be given
 */
export function grantableRoles(book: readonly RoleRule[], wanted: readonly string[], grant: Grant): string[] {
  const roles = [...new Set(wanted)];
  if (roles.length === 0) throw new DomainError('role/none');
  const rules = roles.map((code) => ruleOf(book, code));
  for (const rule of rules) {
    const role = `${rule.zh} ${rule.en}`;
    if (!rule.organisationKinds.includes(grant.kind)) throw new DomainError('role/not-for-organisation', { role });
    if (grant.by !== 'operator' && rule.grantedBy !== grant.by) throw new DomainError('role/not-grantable', { role });
    if (rule.isExclusive && rules.length > 1) throw new DomainError('role/exclusive', { role });
  }
  return roles;
}

function ruleOf(book: readonly RoleRule[], code: string): RoleRule {
  const rule = book.find((each) => each.code === code);
  if (!rule) throw new DomainError('role/unknown');
  return rule;
}

/** A role that the book does not know counts as one that needs it. */
export function needsSecondFactor(book: readonly RoleRule[], roles: readonly string[]): boolean {
  return roles.some((code) => book.find((rule) => rule.code === code)?.needsSecondFactor ?? true);
}
