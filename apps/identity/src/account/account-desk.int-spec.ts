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
  roles: ['agency-clerk', 'agency-admin'],
  jurisdiction: '230200',
  password: PASSWORD,
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
  await desk.addAccount(ZHOU);
  const request = signInRequest();
  const end = await new Browser(identity.url).signIn('zhou.hong', PASSWORD, request);
  const { body } = await redeem(identity.url, end, request);
  expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({
    name: '周红',
    organisation: 'org-new',
    organisation_name: '齐齐哈尔某公司',
    roles: ['agency-clerk', 'agency-admin'],
    jurisdiction: '230200',
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

test.each<[string, Partial<NewAccount>]>([
  ['a short password', { username: 'li.si', password: 'short' }],
  ['an unknown role', { username: 'li.si', roles: ['king'] }],
  ['no role', { username: 'li.si', roles: [] }],
  ['an unusable name', { username: '李四' }],
  ['an unknown organisation', { username: 'li.si', organisationId: 'org-none' }],
  ['a taken name', {}],
])('%s is refused', async (_what, change) => {
  const given = { ...ZHOU, ...change };
  await expect(desk.addAccount(given)).rejects.toThrow(/[a-z]/);
  const rows = await identity.dataSource.query<unknown[]>(`SELECT 1 FROM account WHERE username = 'li.si'`);
  expect(rows).toEqual([]);
});
