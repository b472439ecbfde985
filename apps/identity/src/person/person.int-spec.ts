import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PersonalDataVault, type Principal } from '@app/platform';
import { startTestService, type TestAnswer, type TestService } from '@app/testing';
import { AccountDesk, type NewAccount } from '../account/account-desk.js';
import { service as identity } from '../service-definition.js';

const PASSWORD = 'a sentence that is long enough';

let service: TestService;
let desk: AccountDesk;
let organisations = 0;
let organisationId: string;
let admin: Principal;

beforeAll(async () => {
  service = await startTestService(identity);
  desk = new AccountDesk(service.dataSource, service.get(PersonalDataVault));
});
afterAll(() => service.stop());

const idOf = async (username: string): Promise<string> => {
  const [row] = await service.dataSource.query<{ id: string }[]>('SELECT id FROM account WHERE username = $1', [
    username,
  ]);
  return row?.id ?? '';
};

/** Somebody with a password in the organisation of the test. */
async function add(name: string, roles: string[], change: Partial<NewAccount> = {}): Promise<Principal> {
  const username = `${name}.${organisationId}`;
  const account = { username, displayName: '某人', organisationId, roles, jurisdiction: '230100', ...change };
  await desk.addAccount(account, PASSWORD);
  return {
    subject: await idOf(username),
    organisationId: account.organisationId,
    roles: roles as Principal['roles'],
    jurisdiction: '230100',
  };
}

beforeEach(async () => {
  organisations += 1;
  organisationId = `org-${organisations}`;
  await desk.putOrganisation(organisationId, '某焊接公司', 'employer', '230100');
  admin = await add('admin', ['agency-admin']);
});

const invite = (username: string, roles: string[] = ['agency-clerk'], as = admin): Promise<TestAnswer> =>
  service.request('POST', '/people', {
    as,
    json: { username: `${username}.${organisationId}`, displayName: '韩晓梅', roles },
  });
const act = (id: string, action: string, as = admin): Promise<TestAnswer> =>
  service.request('POST', `/people/${id}/${action}`, { as });
const setRoles = (id: string, roles: string[], as = admin): Promise<TestAnswer> =>
  service.request('PUT', `/people/${id}/roles`, { as, json: { roles } });

function refusal(answer: TestAnswer): string {
  return `${answer.status} ${String(answer.body.type).replace('urn:jiangzheng:problem:', '')}`;
}

test('an administrator invites a person and sees them in the list, newest first, page by page', async () => {
  const invited = await invite('Han.Xiaomei', ['agency-clerk', 'examiner']);
  expect(invited.status).toBe(201);
  expect(invited.body).toMatchObject({
    person: {
      username: `han.xiaomei.${organisationId}`,
      displayName: '韩晓梅',
      state: 'invited',
      hasSecondFactor: false,
    },
    invitationUrl: 'http://localhost:8080/oidc/invitation',
  });
  const daysLeft = (Date.parse(invited.body.invitationExpiresAt) - Date.now()) / 86_400_000;
  expect(Math.round(daysLeft)).toBe(7);

  const first = await service.request('GET', '/people?limit=1', { as: admin });
  expect(first.body.items).toEqual([invited.body.person]);
  const second = await service.request('GET', `/people?limit=1&after=${first.body.next}`, { as: admin });
  expect(second.body.items).toMatchObject([{ id: admin.subject, state: 'active' }]);
  expect(second.body.next).toBeUndefined();
});

test('the invitation code is given once: the database has its digest only, and a repeat of the request does not get it', async () => {
  const json = { username: `wu.di.${organisationId}`, displayName: '吴迪', roles: ['agency-clerk'] };
  const first = await service.request('POST', '/people', { as: admin, json, key: 'one' });
  const code: string = first.body.invitationCode;
  expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  expect(refusal(await service.request('POST', '/people', { as: admin, json, key: 'one' }))).toBe(
    '409 idempotency/done',
  );
  const rows = await service.dataSource.query<{ line: string }[]>(
    `SELECT i::text AS line FROM invitation i UNION ALL SELECT k::text FROM idempotency_key k`,
  );
  expect(rows.map(({ line }) => line).join('\n')).not.toContain(code);
  const [kept] = await service.dataSource.query<{ answer_sealed: string | null }[]>(
    `SELECT answer_sealed FROM idempotency_key WHERE subject = $1`,
    [admin.subject],
  );
  expect(kept).toEqual({ answer_sealed: null });
});

test('of two who invite under one name at once, one succeeds', async () => {
  const answers = await Promise.all([invite('same'), invite('same')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
});

test.each([
  ['a role that the operator gives', ['employer'], '403 role/not-grantable'],
  ['a role of an authority', ['province-officer'], '409 role/not-for-organisation'],
  ['an unknown role', ['king'], '400 request/invalid'],
  ['no role', [], '400 request/invalid'],
])('%s is not given', async (_what, roles, expected) => {
  expect(refusal(await invite('li.si', roles))).toBe(expected);
  expect(refusal(await setRoles(admin.subject, roles))).toBe(expected);
});

test('a person of another organisation is out of reach, and is in no list', async () => {
  const stranger = admin;
  organisationId = 'org-other';
  await desk.putOrganisation(organisationId, '另一公司', 'social', '231000');
  const other = await add('other', ['agency-admin']);
  for (const answer of [
    await act(stranger.subject, 'disable', other),
    await act(stranger.subject, 'enable', other),
    await act(stranger.subject, 'reset', other),
    await setRoles(stranger.subject, ['agency-clerk'], other),
  ])
    expect(refusal(answer)).toBe('403 access/foreign-organisation');
  const { body } = await service.request('GET', '/people', { as: other });
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([other.subject]);
  expect(refusal(await act('01900000-0000-7000-8000-000000000000', 'disable'))).toBe('404 person/not-found');
});

test('the last administrator can neither be disabled, nor given other roles, nor reset; a second who never came does not count', async () => {
  await invite('second', ['agency-admin']);
  for (const answer of [
    await act(admin.subject, 'disable'),
    await setRoles(admin.subject, ['agency-clerk']),
    await act(admin.subject, 'reset'),
  ])
    expect(refusal(answer)).toBe('409 person/last-administrator');
  expect((await setRoles(admin.subject, ['agency-clerk', 'agency-admin'])).status).toBe(200);
  await add('third', ['agency-admin']);
  expect((await setRoles(admin.subject, ['agency-clerk'])).body).toMatchObject({ roles: ['agency-clerk'] });
});

test.each([
  ['disable', (id: string, as: Principal) => act(id, 'disable', as)],
  ['give other roles to', (id: string, as: Principal) => setRoles(id, ['agency-clerk'], as)],
])('two administrators who %s each other at once: one stays', async (_what, work) => {
  for (let round = 0; round < 5; round += 1) {
    const one = await add(`one${round}`, ['agency-admin']);
    const two = await add(`two${round}`, ['agency-admin']);
    await service.dataSource.query(
      `UPDATE account SET disabled_at = now() WHERE organisation_id = $1 AND NOT id = ANY($2)`,
      [organisationId, [one.subject, two.subject]],
    );
    const answers = await Promise.all([work(two.subject, one), work(one.subject, two)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const left = await service.dataSource.query<unknown[]>(
      `SELECT 1 FROM account WHERE organisation_id = $1 AND disabled_at IS NULL AND 'agency-admin' = ANY(roles)`,
      [organisationId],
    );
    expect(left).toHaveLength(1);
  }
});

test('two administrators who each step down at once: one stays', async () => {
  const two = await add('two', ['agency-admin']);
  const answers = await Promise.all([
    setRoles(admin.subject, ['agency-clerk'], admin),
    setRoles(two.subject, ['agency-clerk'], two),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an administrator who was dismissed has nothing to say, although the token still works', async () => {
  const clerk = await add('clerk', ['agency-clerk']);
  const dismissed = await add('second', ['agency-admin']);
  await act(dismissed.subject, 'disable');
  expect(refusal(await act(clerk.subject, 'disable', dismissed))).toBe('403 access/role');
  expect(refusal(await invite('friend', ['agency-admin'], dismissed))).toBe('403 access/role');
});

test('a person with a role of the operator is left to the operator', async () => {
  const both = await add('both', ['agency-clerk', 'employer']);
  expect(refusal(await setRoles(both.subject, ['agency-clerk']))).toBe('403 person/operators');
  expect(refusal(await act(both.subject, 'disable'))).toBe('403 person/operators');
});

test('disabling, enabling and resetting: the state tells what the person can do', async () => {
  const clerk = await add('clerk', ['agency-clerk']);
  const state = (answer: TestAnswer): unknown => answer.body.state ?? answer.body.person?.state;
  expect(state(await act(clerk.subject, 'disable'))).toBe('disabled');
  expect(refusal(await act(clerk.subject, 'reset'))).toBe('409 person/disabled');
  expect(state(await act(clerk.subject, 'enable'))).toBe('active');
  const reset = await act(clerk.subject, 'reset');
  expect([state(reset), typeof reset.body.invitationCode]).toEqual(['invited', 'string']);
  await act(clerk.subject, 'disable');
  expect(state(await act(clerk.subject, 'enable'))).toBe('locked-out');
});
