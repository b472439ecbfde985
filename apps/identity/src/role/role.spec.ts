import { DomainError } from '@app/kernel';
import { expect, test } from '@jest/globals';
import { grantableRoles, needsSecondFactor, type RoleRule } from './role.js';

const rule = (code: string, change: Partial<RoleRule> = {}): RoleRule => ({
  code,
  zh: '角色',
  en: code,
  group: 'agency',
  needsSecondFactor: false,
  grantedBy: 'organisation-admin',
  isExclusive: false,
  organisationKinds: ['employer'],
  ...change,
});
const BOOK = [
  rule('agency-clerk'),
  rule('agency-admin', { needsSecondFactor: true }),
  rule('employer', { grantedBy: 'operator' }),
  rule('city-officer', { grantedBy: 'operator', organisationKinds: ['authority'], needsSecondFactor: true }),
  rule('auditor', { grantedBy: 'operator', organisationKinds: ['authority'], isExclusive: true }),
];
const admin = { kind: 'employer', by: 'organisation-admin' } as const;
const operatorAt = (kind: string) => ({ kind, by: 'operator' }) as const;

function refusal(work: () => unknown): string {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
}

test('an administrator gives the roles of an assessing body, each once', () => {
  expect(grantableRoles(BOOK, ['agency-clerk', 'agency-admin', 'agency-clerk'], admin)).toEqual([
    'agency-clerk',
    'agency-admin',
  ]);
});

test('an auditor holds no other role', () => {
  expect(grantableRoles(BOOK, ['auditor'], operatorAt('authority'))).toEqual(['auditor']);
  expect(refusal(() => grantableRoles(BOOK, ['auditor', 'city-officer'], operatorAt('authority')))).toBe(
    'role/exclusive',
  );
});

test.each([
  ['no role', [], admin, 'role/none'],
  ['an unknown role', ['king'], admin, 'role/unknown'],
  ['a role of the operator, by an administrator', ['employer'], admin, 'role/not-grantable'],
  ['a role of an authority, in a company', ['city-officer'], admin, 'role/not-for-organisation'],
  ['the same by the operator', ['city-officer'], operatorAt('employer'), 'role/not-for-organisation'],
  ['a role of a company, for a person without one', ['agency-clerk'], operatorAt('none'), 'role/not-for-organisation'],
])('%s is refused', (_what, roles, grant, code) => {
  expect(refusal(() => grantableRoles(BOOK, roles, grant))).toBe(code);
});

test('one role that needs a second factor is enough, and an unknown one is treated as such', () => {
  expect(needsSecondFactor(BOOK, ['agency-clerk'])).toBe(false);
  expect(needsSecondFactor(BOOK, ['agency-clerk', 'agency-admin'])).toBe(true);
  expect(needsSecondFactor(BOOK, ['king'])).toBe(true);
});
