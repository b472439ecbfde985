import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersonalDataVault } from '@app/platform';
import { decodeJwt } from 'jose';
import { Browser, redeem, signInRequest, type Page } from '../../test/browser.js';
import { createInstallation, ISSUER, type IdentityProcess, type Installation } from '../../test/identity.js';
import { codeAt, stepNow } from '../../test/second-factor.js';
import { AccountDesk } from '../account/account-desk.js';

const PASSWORD = 'a sentence that is long enough';

let installation: Installation;
let identity: IdentityProcess;
let desk: AccountDesk;
let people = 0;

beforeAll(async () => {
  installation = await createInstallation();
  identity = await installation.start();
  desk = new AccountDesk(identity.dataSource, identity.get(PersonalDataVault));
});
afterAll(() => installation.drop());

async function invited(roles = ['agency-clerk']): Promise<{ username: string; code: string }> {
  people += 1;
  const username = `invited.${people}`;
  const account = { username, displayName: '某人', organisationId: 'org-north', roles, jurisdiction: '230100' };
  return { username, code: (await desk.invite(account)).code };
}

async function use(username: string, code: string, password = PASSWORD, repeated = password): Promise<Page> {
  const browser = new Browser(identity.url);
  const form = await browser.open(`${ISSUER}/invitation`);
  return browser.submit(form, { action: 'use', username, code, password, repeated });
}

test('an invited person sets the own password, once, and signs in with it', async () => {
  const { username, code } = await invited();
  expect((await use(username, ` ${code.toLowerCase().replaceAll('-', '')} `)).text).toContain('设置完成');
  const end = await new Browser(identity.url).signIn(username, PASSWORD, signInRequest());
  expect(end.searchParams.get('code')).toBeTruthy();
  expect((await use(username, code)).status).toBe(422);
});

test('whose role needs a second factor sets it up with the invitation, which is used up only then', async () => {
  const { username, code } = await invited(['agency-admin']);
  const browser = new Browser(identity.url);
  const form = await browser.open(`${ISSUER}/invitation`);
  const begin = (): Promise<Page> =>
    browser.submit(form, { action: 'use', username, code, password: 'twelveletter', repeated: 'twelveletter' });
  const given = await begin();
  expect([given.status, given.text.includes('value="enrol"')]).toEqual([200, true]);
  expect((await browser.submit(given, { action: 'enrol', code: '000000' })).status).toBe(422);
  // The window was closed; the code still works.
  const again = await begin();
  const secret = (/class="secret">([A-Z2-7 ]+)</.exec(again.text)?.[1] ?? '').replaceAll(' ', '');
  const done = await browser.submit(again, { action: 'enrol', code: codeAt(secret, stepNow()) });
  expect([...done.text.matchAll(/<li>([0-9A-Z-]{34})<\/li>/g)]).toHaveLength(10);
  // The first window comes too late.
  const first = (/class="secret">([A-Z2-7 ]+)</.exec(given.text)?.[1] ?? '').replaceAll(' ', '');
  expect((await browser.submit(given, { action: 'enrol', code: codeAt(first, stepNow()) })).status).toBe(409);

  const request = signInRequest();
  const page = await browser.submit(await browser.open(request.url), {
    action: 'sign-in',
    username,
    password: 'twelveletter',
  });
  const end = await browser.submit(page, { action: 'second-factor', code: codeAt(secret, stepNow() + 1) });
  const { body } = await redeem(identity.url, new URL(end.url), request);
  expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({ roles: ['agency-admin'] });
});

test('of two who use one code at once, one sets the password', async () => {
  const { username, code } = await invited();
  const answers = await Promise.all([
    use(username, code, 'the first of two sentences'),
    use(username, code, 'the second of two sentences'),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('a wrong, an old and a replaced code, and a name that nobody has, get the same page', async () => {
  const wrong = await invited();
  const old = await invited();
  await identity.dataSource.query(
    `UPDATE invitation SET expires_at = now() - interval '1 second'
     WHERE account_id = (SELECT id FROM account WHERE username = $1)`,
    [old.username],
  );
  const replaced = await invited();
  await desk.reset(replaced.username);
  const gone = await invited();
  await desk.disable(gone.username);
  const answers = await Promise.all([
    use(wrong.username, old.code),
    use(old.username, old.code),
    use(replaced.username, replaced.code),
    use(gone.username, gone.code),
    use('nobody.at-all', old.code),
    use('clerk.north', 'no code'),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422, 422]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

test('guesses at one name soon have to wait, also for a name without an account', async () => {
  const { username } = await invited();
  for (const name of [username, 'no.such.person']) {
    const guesses = await Promise.all(Array.from({ length: 10 }, () => use(name, 'no code')));
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(4);
  }
});

test.each([
  ['short', 'too few letters', 'short', '密码至少 15 个字符', 'needs 15 characters'],
  ['known', 'known', '1qaz2wsx3edc4rfv', '已泄露密码名单', 'common or leaked'],
  ['counting', 'run', '123456789012345678', '重复或连续', 'counting run'],
  ['named after the service', 'name', 'JIANGZHENG is a system', '系统名称', 'of this service'],
])('a %s password is refused with the rule, and the code stays good', async (_what, _rule, password, zh, en) => {
  const { username, code } = await invited();
  const refused = await use(username, code, password);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(zh);
  expect(refused.text).toContain(en);
  expect((await use(username, code, PASSWORD, 'something else entirely')).text).toContain('两次输入的新密码不一致');
  expect((await use(username, code)).status).toBe(200);
});

test('a form sent from another site is refused', async () => {
  const { username, code } = await invited();
  const answer = await new Browser(identity.url).open(`${ISSUER}/invitation`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ action: 'use', username, code, password: PASSWORD, repeated: PASSWORD }),
  });
  expect(answer.status).toBe(403);
});
