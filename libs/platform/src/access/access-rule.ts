import type { Role } from './role.js';

/**
 * How far a role reaches at an endpoint: what is about the signed-in person, what belongs to the own organisation, what lies
 * in the own jurisdiction, or everything there. Where an endpoint lists or creates, it is the rows that are shown or made.
 */
export const REACHES = ['oneself', 'own-organisation', 'own-jurisdiction', 'any'] as const;
export type Reach = (typeof REACHES)[number];

/** The expected answer of an endpoint to every role: a role that is not named is refused. */
export type AccessRule = Readonly<Partial<Record<Role, Reach>>>;

const reaching =
  (reach: Reach) =>
  (...roles: [Role, ...Role[]]): AccessRule =>
    Object.fromEntries(roles.map((role) => [role, reach]));

/** Those roles, for what is about the person who asks. */
export const oneself = reaching('oneself');
/** Those roles, for what belongs to their own organisation. */
export const own = reaching('own-organisation');
/** Those roles, for what lies in their jurisdiction. */
export const supervised = reaching('own-jurisdiction');
/** Those roles, without further limit. */
export const all = reaching('any');
