import type { Member, MemberPage, NewMember } from '../../api/people.ts';
import type { ProblemDocument } from '../../api/types.ts';

export const ADMINISTRATOR = 'agency-admin';
/** What an administrator may give, most frequent first; the identity service has the last word. */
export const GRANTABLE_ROLES = ['agency-clerk', 'agency-reviewer', 'examiner', ADMINISTRATOR] as const;
export type GrantableRole = (typeof GRANTABLE_ROLES)[number];

export const isGrantable = (role: string): role is GrantableRole => GRANTABLE_ROLES.some((each) => each === role);

/** Roles that make their holder sign in with a second factor. */
export const needsSecondFactor = (roles: readonly string[]): boolean => roles.includes(ADMINISTRATOR);

export type Step = 'roles' | 'reset' | 'disable' | 'enable';
/** Why a step would be refused: a role of the operator, or nobody would be left to administer. */
export type Obstacle = 'operators' | 'last-administrator';

export interface Offer {
  step: Step;
  obstacle?: Obstacle;
}

const administers = ({ state, roles }: Member): boolean => state === 'active' && roles.includes(ADMINISTRATOR);

/** Whoever was invited and has not come yet does not count: they may never come. */
export const isLastAdministrator = (person: Member, people: readonly Member[]): boolean =>
  administers(person) && !people.some((other) => other.id !== person.id && administers(other));

/**
 * @param people all of the organisation, or undefined as long as not all are known
 * @returns what an administrator may do to the person, and what is known to stand in the way
 */
export function offersFor(person: Member, people: readonly Member[] | undefined): Offer[] {
  const steps: Step[] = person.state === 'disabled' ? ['enable', 'roles'] : ['roles', 'reset', 'disable'];
  const isOperators = !person.roles.every(isGrantable);
  const isLast = people !== undefined && isLastAdministrator(person, people);
  return steps.map((step) => {
    if (isOperators) return { step, obstacle: 'operators' };
    // Other roles may still be given; that the last administrator stays one is said in the form.
    return isLast && step !== 'roles' ? { step, obstacle: 'last-administrator' } : { step };
  });
}

/** The pages with one person as they are after a change. */
export const withMember = (pages: readonly MemberPage[], person: Member): MemberPage[] =>
  pages.map((page) => ({ ...page, items: page.items.map((each) => (each.id === person.id ? person : each)) }));

const USERNAME_FORM = /^[a-z0-9][a-z0-9._-]{1,63}$/;
const plainUsername = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

/** As the identity service reads it: capitals and full-width letters do not matter. */
export const isUsername = (typed: string): boolean => USERNAME_FORM.test(plainUsername(typed));

export const newMemberOf = ({ username, displayName, roles }: NewMember): NewMember => ({
  username: plainUsername(username),
  displayName: displayName.trim(),
  roles,
});

export type Field = 'username' | 'displayName' | 'roles';
export interface FieldFault {
  field: Field;
  zh: string;
  en: string;
}

const FIELDS: readonly Field[] = ['username', 'displayName', 'roles'];
const PROBLEM = 'urn:jiangzheng:problem:';

export const isProblem = ({ type }: ProblemDocument, code: string): boolean => type === `${PROBLEM}${code}`;

function fieldOf({ type }: ProblemDocument): Field | undefined {
  if (type.startsWith(`${PROBLEM}person/username`)) return 'username';
  if (type.startsWith(`${PROBLEM}role/`)) return 'roles';
  return undefined;
}

/** What of a refusal belongs to a field of the form; nothing when it belongs to the whole. */
export function fieldFaultsOf(problem: ProblemDocument): FieldFault[] {
  const field = fieldOf(problem);
  if (field) return [{ field, zh: problem.titles['zh-CN'], en: problem.titles.en }];
  return (problem.errors ?? []).flatMap(({ field: pointer, zh, en }) => {
    const faulty = FIELDS.find((each) => pointer === `/${each}` || pointer.startsWith(`/${each}/`));
    return faulty ? [{ field: faulty, zh, en }] : [];
  });
}
