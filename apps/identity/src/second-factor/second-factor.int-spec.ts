import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PersonalDataVault } from '@app/platform';
import { decodeJwt } from 'jose';
import { Browser, redeem, signInRequest, type Page, type SignInRequest } from '../../test/browser.js';
import { createInstallation, DEMO_PASSWORD, type IdentityProcess, type Installation } from '../../test/identity.js';
import { codeAt, DEMO_TOTP_SECRET, stepNow } from '../../test/second-factor.js';
import { AccountDesk } from '../account/account-desk.js';

const PASSWORD = 'a sentence that is long enough';

let installation: Installation;
let identity: IdentityProcess;
let desk: AccountDesk;

beforeAll(async () => {
  installation = await createInstallation();
  identity = await installation.start();
  desk = new AccountDesk(identity.dataSource, identity.get(PersonalDataVault));
});
afterAll(() => installation.drop());

/** Past the password, at the question for the second factor. */
async function atSecondFactor(
  username: string,
  password = DEMO_PASSWORD,
): Promise<{ browser: Browser; page: Page; request: SignInRequest }> {
  const browser = new Browser(identity.url);
  const request = signInRequest();
  const page = await browser.submit(await browser.open(request.url), { action: 'sign-in', username, password });
  return { browser, page, request };
}

const show = (browser: Browser, page: Page, code: string): Promise<Page> =>
  browser.submit(page, { action: 'second-factor', code });

async function add(username: string): Promise<void> {
  const roles = ['agency-admin'];
  await desk.addAccount(
    { username, displayName: '某人', organisationId: 'org-north', roles, jurisdiction: '230100' },
    PASSWORD,
  );
}

/** Sets up the second factor at the first sign-in. */
async function enrol(
  username: string,
): Promise<{ secret: string; codes: string[]; end: Page; request: SignInRequest }> {
  const { browser, page, request } = await atSecondFactor(username, PASSWORD);
  const secret = (/class="secret">([A-Z2-7 ]+)</.exec(page.text)?.[1] ?? '').replaceAll(' ', '');
  const kept = await browser.submit(page, { action: 'enrol', code: codeAt(secret, stepNow()) });
  const codes = [...kept.text.matchAll(/<li>([0-9A-Z-]{34})<\/li>/g)].map((match) => match[1] ?? '');
  return { secret, codes, end: await browser.submit(kept, { action: 'continue' }), request };
}

test('an officer signs in with password and code, and the token says so', async () => {
  const { browser, page, request } = await atSecondFactor('officer.harbin');
  expect([page.status, page.url.includes('code=')]).toEqual([200, false]);
  const end = await show(browser, page, codeAt(DEMO_TOTP_SECRET, stepNow()));
  const { body } = await redeem(identity.url, new URL(end.url), request);
  expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({ roles: ['city-officer'], amr: ['pwd', 'otp', 'mfa'] });
});

test('a code is taken once: not again, not an earlier one, and of two that show it at once one gets in', async () => {
  const first = await atSecondFactor('officer.mudanjiang');
  const second = await atSecondFactor('officer.mudanjiang');
  const code = codeAt(DEMO_TOTP_SECRET, stepNow());
  const answers = await Promise.all([show(first.browser, first.page, code), show(second.browser, second.page, code)]);
  expect(answers.filter(({ url }) => url.includes('code='))).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(1);
  const third = await atSecondFactor('officer.mudanjiang');
  expect((await show(third.browser, third.page, code)).status).toBe(422);
  expect((await show(third.browser, third.page, codeAt(DEMO_TOTP_SECRET, stepNow() - 1))).status).toBe(422);
  expect((await show(third.browser, third.page, codeAt(DEMO_TOTP_SECRET, stepNow() + 1))).url).toContain('code=');
});

test('the first sign-in sets the second factor up: QR code, secret, confirmation, ten recovery codes, and in', async () => {
  await add('first.admin');
  const { browser, page } = await atSecondFactor('first.admin', PASSWORD);
  expect(page.text).toMatch(/<svg [^>]*viewBox/);
  expect(page.text).toContain('href="otpauth://totp/');
  expect(page.text).not.toMatch(/<script|src=|href="https?:/);
  expect((await browser.submit(page, { action: 'enrol', code: '000000' })).status).toBe(422);
  const { codes, end, request } = await enrol('first.admin');
  expect(new Set(codes).size).toBe(10);
  const { body } = await redeem(identity.url, new URL(end.url), request);
  expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({ roles: ['agency-admin'], amr: ['pwd', 'otp', 'mfa'] });
});

test('a second factor that is set up cannot be set up again by somebody who knows the password only', async () => {
  await add('second.admin');
  const held = await atSecondFactor('second.admin', PASSWORD);
  const theirs = (/class="secret">([A-Z2-7 ]+)</.exec(held.page.text)?.[1] ?? '').replaceAll(' ', '');
  await enrol('second.admin');
  const late = await held.browser.submit(held.page, { action: 'enrol', code: codeAt(theirs, stepNow()) });
  expect([late.status, late.text.includes('name="password"')]).toEqual([422, true]);
});

test('each recovery code signs in once', async () => {
  await add('third.admin');
  const { codes } = await enrol('third.admin');
  const use = async (recovery: string): Promise<Page> => {
    const { browser, page } = await atSecondFactor('third.admin', PASSWORD);
    return browser.submit(page, { action: 'recovery-code', recovery });
  };
  const typed = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ');
  const both = await Promise.all([use(typed), use(typed)]);
  expect(both.filter(({ url }) => url.includes('code='))).toHaveLength(1);
  expect((await use(typed)).status).toBe(422);
  expect((await use(codes[1] ?? '')).url).toContain('code=');
});

test('guesses soon have to wait, the right code as well, and never for good', async () => {
  await add('fourth.admin');
  const { secret } = await enrol('fourth.admin');
  const { browser, page } = await atSecondFactor('fourth.admin', PASSWORD);
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, n) => show(browser, page, String(100_000 + n))));
  expect(guesses.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(6);
  expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(6);
  const now = codeAt(secret, stepNow() + 1);
  const waiting = await show(browser, page, now);
  expect(waiting.status).toBe(429);
  expect(Number(waiting.headers.get('retry-after'))).toBeLessThanOrEqual(300);
  await identity.dataSource.query('UPDATE sign_in_failure SET blocked_until = now()');
  expect((await show(browser, page, now)).url).toContain('code=');
});

test('the page after the password is good for its own browser and interaction, and ends with the password', async () => {
  const one = await atSecondFactor('auditor.sun');
  const other = await atSecondFactor('auditor.sun');
  const ticket = /name="ticket" value="([^"]+)"/.exec(one.page.text)?.[1] ?? '';
  const code = codeAt(DEMO_TOTP_SECRET, stepNow());
  const stolen = await other.browser.submit(other.page, { action: 'second-factor', ticket, code });
  expect([stolen.status, stolen.text.includes('name="password"')]).toEqual([422, true]);
  await desk.setPassword('auditor.sun', PASSWORD);
  expect((await show(one.browser, one.page, code)).status).toBe(422);
  const anew = await atSecondFactor('auditor.sun', PASSWORD);
  expect((await show(anew.browser, anew.page, code)).url).toContain('code=');
});

test('the going on that follows the recovery codes cannot be had without them', async () => {
  const { browser, page } = await atSecondFactor('author.bank');
  const skipped = await browser.submit(page, { action: 'continue' });
  expect([skipped.status, skipped.url.includes('code=')]).toEqual([422, false]);
  const enrolled = await browser.submit(page, { action: 'enrol', code: codeAt(DEMO_TOTP_SECRET, stepNow()) });
  expect([enrolled.status, enrolled.url.includes('code=')]).toEqual([422, false]);
});

test('a reset forgets the second factor and its recovery codes', async () => {
  await add('fifth.admin');
  await enrol('fifth.admin');
  await desk.reset('fifth.admin');
  const rows = await identity.dataSource.query<unknown[]>(
    `SELECT 1 FROM account a JOIN second_factor f ON f.account_id = a.id WHERE username = 'fifth.admin'
     UNION ALL SELECT 1 FROM account a JOIN recovery_code c ON c.account_id = a.id WHERE username = 'fifth.admin'`,
  );
  expect(rows).toEqual([]);
});

test('the database shows neither the secret nor a recovery code', async () => {
  const rows = await identity.dataSource.query<{ line: string }[]>(
    // Without ids: four digits, a dash and four digits stand in some of them.
    'SELECT f.secret_sealed AS line FROM second_factor f UNION ALL SELECT c.code_sha256 FROM recovery_code c',
  );
  const dump = rows.map(({ line }) => line).join('\n');
  expect(dump).not.toContain(DEMO_TOTP_SECRET);
  expect(dump).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
});

test.each([
  ['in production', { JZ_MODE: 'production', DEMO_TOTP_SECRET }],
  ['of another form', { DEMO_TOTP_SECRET: 'secret' }],
])('a demo secret %s stops the start', async (_what, environment) => {
  await expect(installation.start(environment)).rejects.toThrow(/DEMO_TOTP_SECRET/);
});
