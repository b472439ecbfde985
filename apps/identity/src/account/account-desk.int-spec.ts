import { PersonalDataVault } from '@app/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { Browser, redeem, refresh, signInRequest, type Page } from '../../test/browser.js';
import { createInstallation, type IdentityProcess, type Installation } from '../../test/identity.js';
import { AccountDesk, type NewAccount } from './account-desk.js';

const PASSWORD = 'correct horse battery';
const ZHOU: NewAccount = {
  username: 'Zhou.Hong',
  displayName: '周红',
  organisationId: 'org-new',
  roles: ['agency-clerk', 'agency-reviewer'],
  jurisdiction: '230200',
};

let installation: Installation;
let identity: IdentityProcess;
let desk: AccountDesk;

beforeAll(async () => {
  installation = await createInstallation();
  identity = await installation.start({ JZ_MODE: 'production' });
  desk = new AccountDesk(identity.dataSource, identity.get(PersonalDataVault));
});
afterAll(() => installation.drop());

async function attempt(password: string): Promise<Page> {
  const browser = new Browser(identity.url);
  const page = await browser.open(signInRequest().url);
  return browser.submit(page, { action: 'sign-in', username: 'zhou.hong', password });
}

test('an account that an operator made can sign in, and a new password ends what the old one opened', async () => {
  await desk.putOrganisation('org-new', '齐齐哈尔某公司', 'employer', '230200');
  await desk.addAccount(ZHOU, PASSWORD);
  const request = signInRequest();
  const end = await new Browser(identity.url).signIn('zhou.hong', PASSWORD, request);
  const { body } = await redeem(identity.url, end, request);
  expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({
    name: '周红',
    organisation: 'org-new',
    organisation_name: '齐齐哈尔某公司',
    roles: ['agency-clerk', 'agency-reviewer'],
    jurisdiction: '230200',
    amr: ['pwd'],
  });

  await desk.setPassword('zhou.hong', 'another long password');
  expect((await refresh(identity.url, body['refresh_token'] ?? '')).status).toBe(400);
  expect((await attempt(PASSWORD)).status).toBe(422);
  expect((await attempt('another long password')).url).toContain('code=');

  await desk.disable('zhou.hong');
  expect((await attempt('another long password')).status).toBe(422);
  await desk.enable('zhou.hong');
  expect((await attempt('another long password')).url).toContain('code=');
});

test('a sign-in that was begun before the person was disabled and goes on afterwards opens nothing', async () => {
  const browser = new Browser(identity.url);
  const request = signInRequest();
  const page = await browser.open(request.url);
  const held = await browser.submit(page, {
    action: 'sign-in',
    username: 'zhou.hong',
    password: 'another long password',
  });
  await desk.disable('zhou.hong');
  await desk.enable('zhou.hong');
  expect((await redeem(identity.url, new URL(held.url), request)).status).toBe(400);
});

test('of somebody with a role that needs a second factor, the password may be shorter and does not suffice', async () => {
  await desk.addAccount({ ...ZHOU, username: 'admin.new', roles: ['agency-admin'] }, 'twelveletter');
  const browser = new Browser(identity.url);
  const page = await browser.open(signInRequest().url);
  const next = await browser.submit(page, { action: 'sign-in', username: 'admin.new', password: 'twelveletter' });
  expect([next.status, next.url.includes('code=')]).toEqual([200, false]);
  expect(next.text).toContain('value="enrol"');
});

test('roles given later end the sessions, and a session without the second factor is not enough for them', async () => {
  await desk.addAccount({ ...ZHOU, username: 'later.admin' }, PASSWORD);
  const browser = new Browser(identity.url);
  const request = signInRequest();
  const { body } = await redeem(identity.url, await browser.signIn('later.admin', PASSWORD, request), request);
  // As if the roles had been given without ending the sessions.
  await identity.dataSource.query(`UPDATE account SET roles = '{agency-admin}' WHERE username = 'later.admin'`);
  expect((await refresh(identity.url, body['refresh_token'] ?? '')).status).toBe(400);
  const silent = await browser.open(signInRequest({ prompt: 'none' }).url);
  expect(new URL(silent.url).searchParams.get('error')).toBe('login_required');
  expect((await browser.open(signInRequest().url)).text).toContain('name="password"');

  await desk.setRoles('later.admin', ['agency-clerk']);
  const again = await browser.open(signInRequest({ prompt: 'none' }).url);
  expect(new URL(again.url).searchParams.get('error')).toBe('login_required');
});

test('an invited person has no password until the code is used, and a reset takes the password away', async () => {
  const { code } = await desk.invite({ ...ZHOU, username: 'wu.di', displayName: '吴迪' });
  const browser = new Browser(identity.url);
  const form = await browser.open('http://localhost:8080/oidc/invitation');
  const done = await browser.submit(form, { username: 'wu.di', code, password: PASSWORD, repeated: PASSWORD });
  expect([done.status, done.text.includes('设置完成')]).toEqual([200, true]);
  expect(
    (await new Browser(identity.url).signIn('wu.di', PASSWORD, signInRequest())).searchParams.get('code'),
  ).toBeTruthy();
  await desk.reset('wu.di');
  const page = await browser.open(signInRequest().url);
  expect((await browser.submit(page, { action: 'sign-in', username: 'wu.di', password: PASSWORD })).status).toBe(422);
});

test.each<[string, string, Partial<NewAccount>, string?]>([
  ['a short password', 'password/too-short', { username: 'li.si' }, 'short'],
  ['a known password', 'password/known', { username: 'li.si' }, '1qaz2wsx3edc4rfv'],
  ['an unknown role', 'role/unknown', { username: 'li.si', roles: ['king'] }],
  ['a role of another kind of organisation', 'role/not-for-organisation', { username: 'li.si', roles: ['auditor'] }],
  ['no role', 'role/none', { username: 'li.si', roles: [] }],
  ['an unusable name', 'person/username', { username: '李四' }],
  ['an unknown organisation', 'org-none', { username: 'li.si', organisationId: 'org-none' }],
  ['a taken name', 'person/username-taken', {}],
])('%s is refused', async (_what, why, change, password = PASSWORD) => {
  await expect(desk.addAccount({ ...ZHOU, ...change }, password)).rejects.toThrow(why);
  const rows = await identity.dataSource.query<unknown[]>(`SELECT 1 FROM account WHERE username = 'li.si'`);
  expect(rows).toEqual([]);
});
