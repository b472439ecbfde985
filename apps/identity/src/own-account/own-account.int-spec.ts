import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersonalDataVault } from '@app/platform';
import { decodeJwt } from 'jose';
import { Browser, redeem, refresh, signInRequest, type Page } from '../../test/browser.js';
import { createInstallation, ISSUER, type IdentityProcess, type Installation } from '../../test/identity.js';
import { codeAt, stepNow } from '../../test/second-factor.js';
import { AccountDesk } from '../account/account-desk.js';

const PASSWORD = 'a sentence that is long enough';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const ACCOUNT = `${ISSUER}/account`;

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

async function newClerk(): Promise<string> {
  people += 1;
  const username = `clerk.${people}`;
  const roles = ['agency-clerk'];
  await desk.addAccount(
    { username, displayName: '韩晓梅', organisationId: 'org-north', roles, jurisdiction: '230100' },
    PASSWORD,
  );
  return username;
}

interface SignedIn {
  browser: Browser;
  refreshToken: string;
}

async function signIn(username: string, browser = new Browser(identity.url)): Promise<SignedIn> {
  const request = signInRequest();
  const { body } = await redeem(identity.url, await browser.signIn(username, PASSWORD, request), request);
  return { browser, refreshToken: body['refresh_token'] ?? '' };
}

const isSignedIn = async ({ browser, refreshToken }: SignedIn): Promise<boolean[]> => {
  const silent = await browser.open(signInRequest({ prompt: 'none' }).url);
  return [new URL(silent.url).searchParams.has('code'), (await refresh(identity.url, refreshToken)).status === 200];
};

/** The form of the page that has this button. */
async function press(browser: Browser, page: Page, action: string, fields: Record<string, string> = {}): Promise<Page> {
  const forms = page.text.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((each) => each.includes(`value="${action}"`)) ?? '';
  return browser.submit({ ...page, text: form }, { action, ...fields });
}

test('whoever is not signed in is asked to, and comes to the own account', async () => {
  const username = await newClerk();
  const browser = new Browser(identity.url);
  const question = await browser.open(ACCOUNT);
  const page = await browser.submit(question, { action: 'sign-in', username, password: PASSWORD });
  expect([page.status, page.url]).toEqual([200, ACCOUNT]);
  expect(page.text).toContain('我的账号');
  for (const known of ['韩晓梅', username, '哈尔滨北方焊接装备有限公司', '机构经办', '本次登录'])
    expect(page.text).toContain(known);
  expect(page.text).not.toMatch(/<script|src=|href="https?:/);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
});

test('a session is listed with browser, address and time, this one marked, and no other person’s', async () => {
  await signIn(await newClerk());
  const username = await newClerk();
  await signIn(username, new Browser(identity.url, { 'user-agent': FIREFOX, 'x-forwarded-for': '203.0.113.7' }));
  const { browser } = await signIn(username);
  const page = await browser.open(ACCOUNT);
  expect(page.text.match(/<li class="(own|other)"/g)).toHaveLength(2);
  expect(page.text).toMatch(/Firefox · Linux[\s\S]*203\.0\.113\.7/);
  const rows = await identity.dataSource.query<{ line: string }[]>('SELECT s::text AS line FROM sign_in_session s');
  expect(rows.map(({ line }) => line).join()).not.toContain('203.0.113.7');
});

test('one session is ended with its tokens, and this one stays', async () => {
  const username = await newClerk();
  const other = await signIn(username);
  const own = await signIn(username);
  const done = await press(own.browser, await own.browser.open(ACCOUNT), 'end-session');
  expect(done.text).toContain('已退出所选的登录');
  expect(await isSignedIn(other)).toEqual([false, false]);
  expect(await isSignedIn(own)).toEqual([true, true]);
});

test('all others are ended at once; a foreign session cannot be', async () => {
  const username = await newClerk();
  const others = [await signIn(username), await signIn(username)];
  const stranger = await signIn(await newClerk());
  const own = await signIn(username);
  const page = await own.browser.open(ACCOUNT);
  const [row] = await identity.dataSource.query<{ uid: string }[]>(
    `SELECT s.uid FROM sign_in_session s JOIN account a ON a.id = s.account_id WHERE a.username = $1`,
    [`clerk.${people}`],
  );
  await press(own.browser, page, 'end-session', { uid: row?.uid ?? '' });
  await press(own.browser, page, 'end-others');
  for (const other of others) expect(await isSignedIn(other)).toEqual([false, false]);
  expect(await isSignedIn(own)).toEqual([true, true]);
  expect(await isSignedIn(stranger)).toEqual([true, true]);
});

test('a form without the token of the session, or from another site, does nothing', async () => {
  const { browser } = await signIn(await newClerk());
  const page = await browser.open(ACCOUNT);
  for (const token of ['', 'x'.repeat(43)]) {
    const body = new URLSearchParams({ action: 'end-others', token });
    expect((await browser.open(page.url, { method: 'POST', body })).status).toBe(403);
  }
  const form = await browser.open(`${ACCOUNT}/password`);
  const token = /name="token" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const body = new URLSearchParams({
    token,
    old: PASSWORD,
    password: 'another sentence of mine',
    repeated: 'another sentence of mine',
  });
  const headers = { 'sec-fetch-site': 'same-site' };
  expect((await browser.open(`${ACCOUNT}/password`, { method: 'POST', headers, body })).status).toBe(403);
});

test('the password is changed with the old one, by the rules, and ends the other sessions', async () => {
  const username = await newClerk();
  const other = await signIn(username);
  const own = await signIn(username);
  const form = await own.browser.open(`${ACCOUNT}/password`);
  const change = (old: string, password: string, repeated = password): Promise<Page> =>
    own.browser.submit(form, { action: 'save', old, password, repeated });
  expect((await change('not the password', 'another sentence of mine')).text).toContain('当前密码不正确');
  expect((await change(PASSWORD, 'short')).text).toContain('密码至少 15 个字符');
  expect((await change(PASSWORD, `${username} is my name`)).text).toContain('密码不能包含用户名');
  expect((await change(PASSWORD, 'another sentence of mine', 'something else')).status).toBe(422);
  const done = await change(PASSWORD, 'another sentence of mine');
  expect([done.status, done.text.includes('密码已更改')]).toEqual([200, true]);
  expect(await isSignedIn(other)).toEqual([false, false]);
  expect(await isSignedIn(own)).toEqual([true, true]);
});

test('guesses at the old password have to wait like those at the sign-in', async () => {
  const { browser } = await signIn(await newClerk());
  const form = await browser.open(`${ACCOUNT}/password`);
  const guesses = await Promise.all(
    Array.from({ length: 9 }, () =>
      browser.submit(form, {
        action: 'save',
        old: 'guess',
        password: 'another sentence of mine',
        repeated: 'another sentence of mine',
      }),
    ),
  );
  expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(3);
});

test('a clerk may set up a second factor, is asked for it from then on, and can get new recovery codes', async () => {
  const username = await newClerk();
  const { browser } = await signIn(username);
  const form = await browser.open(`${ACCOUNT}/second-factor`);
  const secret = (/class="secret">([A-Z2-7 ]+)</.exec(form.text)?.[1] ?? '').replaceAll(' ', '');
  const step = stepNow();
  const set = (code: string, old: string): Promise<Page> => browser.submit(form, { action: 'save', code, old });
  expect((await set('000000', PASSWORD)).status).toBe(422);
  expect((await set(codeAt(secret, step), 'not the password')).text).toContain('当前密码不正确');
  const shown = await set(codeAt(secret, step), PASSWORD);
  expect([...shown.text.matchAll(/<li>([0-9A-Z-]{34})<\/li>/g)]).toHaveLength(10);

  const renewal = await browser.open(`${ACCOUNT}/recovery-codes`);
  const recovery = /<li>([0-9A-Z-]{34})<\/li>/.exec(shown.text)?.[1] ?? '';
  const renewed = await browser.submit(renewal, { action: 'save', factor: recovery, old: PASSWORD });
  expect([...renewed.text.matchAll(/<li>([0-9A-Z-]{34})<\/li>/g)]).toHaveLength(10);
  expect(renewed.text).not.toContain(recovery);

  const fresh = new Browser(identity.url);
  const request = signInRequest();
  const page = await fresh.submit(await fresh.open(request.url), { action: 'sign-in', username, password: PASSWORD });
  expect([page.url.includes('code='), page.text.includes('value="second-factor"')]).toEqual([false, true]);
  const end = await fresh.submit(page, { action: 'second-factor', code: codeAt(secret, step + 1) });
  const { body } = await redeem(identity.url, new URL(end.url), request);
  expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({ amr: ['pwd', 'otp', 'mfa'] });
});

test('a new phone takes the place of the old one only with a code of the old one', async () => {
  const username = await newClerk();
  const { browser } = await signIn(username);
  const secretOf = (page: Page): string =>
    (/class="secret">([A-Z2-7 ]+)</.exec(page.text)?.[1] ?? '').replaceAll(' ', '');
  const first = await browser.open(`${ACCOUNT}/second-factor`);
  const step = stepNow();
  await browser.submit(first, { action: 'save', code: codeAt(secretOf(first), step), old: PASSWORD });
  const second = await browser.open(`${ACCOUNT}/second-factor`);
  const replace = (factor: string): Promise<Page> =>
    browser.submit(second, { action: 'save', code: codeAt(secretOf(second), step), old: PASSWORD, factor });
  expect((await replace('000000')).text).toContain('当前验证码或恢复码不正确');
  expect((await replace(codeAt(secretOf(first), step + 1))).text).toContain('恢复码');
});
