import { DomainError } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { assertStaysAdministered, personState, type Person } from './person.js';

const NOW = new Date('2026-11-23T09:00:00Z');
const LATER = new Date('2026-11-30T09:00:00Z');
const ADMIN: Person = { id: 'a', roles: ['agency-admin'], passwordHash: '$argon2id$', disabledAt: null };

test.each([
  ['active', ADMIN, undefined],
  ['active', ADMIN, LATER],
  ['disabled', { ...ADMIN, disabledAt: NOW }, LATER],
  ['invited', { ...ADMIN, passwordHash: null }, LATER],
  ['locked-out', { ...ADMIN, passwordHash: null }, NOW],
  ['locked-out', { ...ADMIN, passwordHash: null }, undefined],
])('a person is %s', (state, person, invitationExpiresAt) => {
  expect(personState(person, invitationExpiresAt, NOW)).toBe(state);
});

test.each<[string, Person, number, string[] | undefined, boolean]>([
  ['the last one is disabled', ADMIN, 0, undefined, false],
  ['the last one becomes a clerk', ADMIN, 0, ['agency-clerk'], false],
  ['the last one becomes a clerk too', ADMIN, 0, ['agency-clerk', 'agency-admin'], true],
  ['one of two is disabled', ADMIN, 1, undefined, true],
  ['a clerk is disabled', { ...ADMIN, roles: ['agency-clerk'] }, 0, undefined, true],
  ['an administrator who never came is disabled', { ...ADMIN, passwordHash: null }, 0, undefined, true],
])('%s', (_what, person, others, rolesAfter, allowed) => {
  const work = (): void => assertStaysAdministered(person, others, rolesAfter);
  if (allowed) expect(work).not.toThrow();
  else expect(work).toThrow(new DomainError('person/last-administrator'));
});
