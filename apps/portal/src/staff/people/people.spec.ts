import { describe, expect, it } from '@jest/globals';
import type { Member } from '../../api/people.ts';
import type { ProblemDocument } from '../../api/types.ts';
import { fieldFaultsOf, isLastAdministrator, isUsername, newMemberOf, offersFor, withMember } from './people.ts';

const member = (id: string, change: Partial<Member> = {}): Member => ({
  id,
  username: id,
  displayName: id,
  roles: ['agency-clerk'],
  state: 'active',
  hasSecondFactor: false,
  createdAt: '2026-11-23T00:00:00.000Z',
  ...change,
});
const admin = member('admin', { roles: ['agency-admin', 'agency-clerk'] });
const told = (person: Member, people?: Member[]): string[] =>
  offersFor(person, people).map(({ step, obstacle }) => (obstacle ? `${step}: ${obstacle}` : step));

describe('the last administrator', () => {
  it.each([
    ['alone', [], true],
    ['with a clerk', [member('clerk')], true],
    ['with one who has not come yet', [member('new', { roles: ['agency-admin'], state: 'invited' })], true],
    ['with one who is disabled', [member('old', { roles: ['agency-admin'], state: 'disabled' })], true],
    ['with one who needs a new code', [member('lost', { roles: ['agency-admin'], state: 'locked-out' })], true],
    ['with another who can sign in', [member('second', { roles: ['agency-admin'] })], false],
  ])('%s', (_name, others, expected) => {
    expect(isLastAdministrator(admin, [admin, ...others])).toBe(expected);
  });

  it('is nobody who cannot administer', () => {
    expect(isLastAdministrator(member('clerk'), [])).toBe(false);
    expect(isLastAdministrator({ ...admin, state: 'disabled' }, [])).toBe(false);
  });
});

describe('what may be done to a person', () => {
  it('follows the state', () => {
    expect(told(member('a'), [admin])).toEqual(['roles', 'reset', 'disable']);
    expect(told(member('a', { state: 'locked-out' }), [admin])).toEqual(['roles', 'reset', 'disable']);
    expect(told(member('a', { state: 'disabled' }), [admin])).toEqual(['enable', 'roles']);
  });

  it('tells before the click what the last administrator would be refused', () => {
    expect(told(admin, [admin])).toEqual(['roles', 'reset: last-administrator', 'disable: last-administrator']);
  });

  it('claims nothing of the kind before everybody is known', () => {
    expect(told(admin)).toEqual(['roles', 'reset', 'disable']);
  });

  it('leaves holders of an operator’s role to the operator', () => {
    expect(told(member('a', { roles: ['agency-clerk', 'employer'] }), [admin])).toEqual([
      'roles: operators',
      'reset: operators',
      'disable: operators',
    ]);
  });
});

describe('the invitation form', () => {
  it.each(['han.xiaomei', ' Han_Xiaomei2 ', 'ｈａｎ．ｘ'])('takes the username %s', (typed) => {
    expect(isUsername(typed)).toBe(true);
  });
  it.each(['', 'h', '.han', '韩晓梅', 'han xiaomei', 'h'.repeat(65)])('does not take the username %s', (typed) => {
    expect(isUsername(typed)).toBe(false);
  });

  it('sends what the service will read', () => {
    expect(newMemberOf({ username: ' Ｈan.X ', displayName: ' 韩晓梅 ', roles: ['examiner'] })).toEqual({
      username: 'han.x',
      displayName: '韩晓梅',
      roles: ['examiner'],
    });
  });
});

describe('a refusal', () => {
  const problem = (code: string, errors?: ProblemDocument['errors']): ProblemDocument => ({
    type: `urn:jiangzheng:problem:${code}`,
    title: '',
    titles: { 'zh-CN': '中', en: 'en' },
    status: 409,
    instance: '',
    ...(errors ? { errors } : {}),
  });
  const fault = (field: string) => ({ field, rule: 'r', zh: '错', en: 'wrong' });

  it.each([
    ['person/username-taken', 'username'],
    ['person/username', 'username'],
    ['role/not-grantable', 'roles'],
    ['role/exclusive', 'roles'],
  ])('%s stands at the field', (code, field) => {
    expect(fieldFaultsOf(problem(code))).toEqual([{ field, zh: '中', en: 'en' }]);
  });

  it('names each wrong field, and none of another form', () => {
    const errors = [fault('/displayName'), fault('/roles/0'), fault('/other'), fault('')];
    expect(fieldFaultsOf(problem('request/invalid', errors)).map(({ field }) => field)).toEqual([
      'displayName',
      'roles',
    ]);
  });

  it.each(['person/last-administrator', 'person/operators', 'idempotency/done'])('%s is of the whole', (code) => {
    expect(fieldFaultsOf(problem(code))).toEqual([]);
  });
});

describe('the list after a change', () => {
  it('has the person as they are now, on the page they were on', () => {
    const pages = [{ items: [admin], next: 'x' }, { items: [member('a'), member('b')] }];
    const changed = member('b', { state: 'disabled' });
    expect(withMember(pages, changed)).toEqual([{ items: [admin], next: 'x' }, { items: [member('a'), changed] }]);
  });
});
