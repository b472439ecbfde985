import { DomainError } from '@app/kernel';
import { ADMINISTRATOR, type RoleRule } from '../role/role.js';

/** `invited`: has an invitation and no password yet. `locked-out`: has neither, and needs a new invitation. */
export type PersonState = 'active' | 'invited' | 'locked-out' | 'disabled';

/** What of an account decides about what may be done to it. */
export interface Person {
  id: string;
  roles: readonly string[];
  passwordHash: string | null;
  disabledAt: Date | null;
}

export function personState(person: Person, invitationExpiresAt: Date | undefined, now: Date): PersonState {
  if (person.disabledAt !== null) return 'disabled';
  if (person.passwordHash !== null) return 'active';
  return invitationExpiresAt !== undefined && invitationExpiresAt > now ? 'invited' : 'locked-out';
}

/** @throws DomainError `person/operators` for someone with a role that only the operator gives */
export function assertOfAdministrator(book: readonly RoleRule[], person: Person): void {
  const isAdministrators = (code: string): boolean =>
    book.some((rule) => rule.code === code && rule.grantedBy === 'organisation-admin');
  if (!person.roles.every(isAdministrators)) throw new DomainError('person/operators');
}

/**
 * An organisation never ends up without an administrator who can sign in.
 * @param others administrators beside this person who can
 * @param rolesAfter undefined when the person can no longer sign in afterwards
 * @throws DomainError `person/last-administrator`
 */
export function assertStaysAdministered(person: Person, others: number, rolesAfter?: readonly string[]): void {
  const administers =
    person.disabledAt === null && person.passwordHash !== null && person.roles.includes(ADMINISTRATOR);
  const stays = rolesAfter?.includes(ADMINISTRATOR) ?? false;
  if (administers && !stays && others === 0) throw new DomainError('person/last-administrator');
}

/** @throws DomainError `person/disabled` */
export function assertEnabled(person: Person): void {
  if (person.disabledAt !== null) throw new DomainError('person/disabled');
}
