import { TOKEN_AUDIENCE } from '@app/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { Browser, PORTAL_CALLBACK, redeem, refresh, signInRequest, type Page } from '../../test/browser.js';
import {
  createInstallation,
  DEMO_PASSWORD,
  ISSUER,
  type IdentityProcess,
  type Installation,
} from '../../test/identity.js';

const CLERK = {
  name: '韩晓梅',
  organisation: 'org-north',
  organisation_name: '哈尔滨北方焊接装备有限公司',
  roles: ['agency-clerk'],
  jurisdiction: '230100',
};

let installation: Installation;
let identity: IdentityProcess;

beforeAll(async () => {
  installation = await createInstallation();
  identity = await installation.start();
});
afterAll(() => installation.drop());

async function verified(token: string | undefined, audience: string): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL(`${identity.url}/oidc/jwks`));
  const { payload, protectedHeader } = await jwtVerify(token ?? '', keys, { issuer: ISSUER, audience });
  expect(protectedHeader.alg).toBe('ES256');
  return payload;
}

async function tokensOf(username: string): Promise<Record<string, string>> {
  const request = signInRequest();
  const end = await new Browser(identity.url).signIn(username, DEMO_PASSWORD, request);
  return (await redeem(identity.url, end, request)).body;
}

const withoutUid = (page: Page): string => page.text.replaceAll(/\/interaction\/[\w-]+/g, '/interaction/…');

test('a clerk signs in with code and PKCE and gets tokens that say who they are', async () => {
  const browser = new Browser(identity.url);
  const request = signInRequest();
  const end = await browser.signIn('clerk.north', DEMO_PASSWORD, request);
  expect(end.origin + end.pathname).toBe(PORTAL_CALLBACK);
  expect(end.searchParams.get('state')).toBe(request.state);

  const { status, body } = await redeem(identity.url, end, request);
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300 });
  const access = await verified(body['access_token'], TOKEN_AUDIENCE);
  expect(access).toMatchObject({ ...CLERK, client_id: 'portal' });
  const id = await verified(body['id_token'], 'portal');
  expect(id).toMatchObject({ ...CLERK, sub: access.sub, nonce: 'a-nonce' });
});

test('a person without an organisation has no organisation claims', async () => {
  const access = await verified((await tokensOf('candidate.demo'))['access_token'], TOKEN_AUDIENCE);
  expect(access).toMatchObject({ roles: ['candidate'], name: '王小明' });
  expect(Object.keys(access)).not.toEqual(expect.arrayContaining(['organisation']));
});

test('a code is good for one redemption, and only with the verifier it was asked with', async () => {
  const request = signInRequest();
  const end = await new Browser(identity.url).signIn('clerk.craft', DEMO_PASSWORD, request);
  const stolen = await redeem(identity.url, end, signInRequest());
  expect(stolen).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  expect((await redeem(identity.url, end, request)).status).toBe(200);
  expect(await redeem(identity.url, end, request)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('refresh rotates, and an old refresh token used again closes the whole grant', async () => {
  const first = await tokensOf('reviewer.north');
  const second = await refresh(identity.url, first['refresh_token'] ?? '');
  expect(second.status).toBe(200);
  expect(second.body['refresh_token']).not.toBe(first['refresh_token']);
  await verified(second.body['access_token'], TOKEN_AUDIENCE);

  const replayed = await refresh(identity.url, first['refresh_token'] ?? '');
  expect(replayed).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  const successor = await refresh(identity.url, second.body['refresh_token'] ?? '');
  expect(successor).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
});

test('of refreshes sent at once with one token, at most one succeeds', async () => {
  const { refresh_token: token = '' } = await tokensOf('admin.north');
  const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(identity.url, token)));
  expect(answers.filter((answer) => answer.status === 200).length).toBeLessThanOrEqual(1);
  expect(answers.filter((answer) => answer.status === 400).length).toBeGreaterThanOrEqual(4);
});

test('a request without PKCE is refused, at the callback and without a code', async () => {
  const request = signInRequest({ code_challenge: '', code_challenge_method: '' });
  const end = new URL((await new Browser(identity.url).open(request.url)).url);
  expect(end.origin + end.pathname).toBe(PORTAL_CALLBACK);
  expect(end.searchParams.get('error')).toBe('invalid_request');
  expect(end.searchParams.get('code')).toBeNull();
});

test('PKCE with the plain method is refused', async () => {
  const end = new URL(
    (await new Browser(identity.url).open(signInRequest({ code_challenge_method: 'plain' }).url)).url,
  );
  expect(end.searchParams.get('error')).toBe('invalid_request');
});

test('a wrong password and an unknown name get the same page', async () => {
  const answers: Page[] = [];
  for (const username of ['examiner.li', 'nobody.at-all', '不是用户名 <b>', '']) {
    const browser = new Browser(identity.url);
    const page = await browser.open(signInRequest().url);
    answers.push(await browser.submit(page, { action: 'sign-in', username, password: 'not the password' }));
  }
  expect(answers.map((answer) => answer.status)).toEqual([422, 422, 422, 422]);
  expect(new Set(answers.map(withoutUid)).size).toBe(1);
  expect(answers[0]?.text).toContain('role="alert"');
});

test('a wrong password and an unknown name take about as long', async () => {
  const browser = new Browser(identity.url);
  const page = await browser.open(signInRequest().url);
  const medianOf = async (names: readonly string[]): Promise<number> => {
    const times: number[] = [];
    for (const username of names) {
      const began = performance.now();
      await browser.submit(page, { action: 'sign-in', username, password: 'not the password' });
      times.push(performance.now() - began);
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  };
  const known = ['officer.harbin', 'officer.mudanjiang', 'officer.province', 'officer2.province', 'author.bank'];
  await medianOf(known.map((name) => `warm.${name}`));
  const ratio = (await medianOf(known)) / (await medianOf(known.map((name) => `x.${name}`)));
  // Without the hash for unknown names the ratio is above ten.
  expect(ratio).toBeGreaterThan(1 / 3);
  expect(ratio).toBeLessThan(3);
});

test('guesses at one name soon have to wait, also for a name without an account', async () => {
  for (const username of ['supervisor.zhao', 'no.such.person']) {
    const browser = new Browser(identity.url);
    const page = await browser.open(signInRequest().url);
    const guess = (): Promise<Page> => browser.submit(page, { action: 'sign-in', username, password: 'guess' });
    const burst = await Promise.all(Array.from({ length: 12 }, guess));
    expect(burst.filter((answer) => answer.status === 422).length).toBeLessThanOrEqual(6);
    const turnedAway = burst.filter((answer) => answer.status === 429);
    expect(turnedAway.length).toBeGreaterThanOrEqual(6);
    for (const answer of turnedAway) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  const end = await new Browser(identity.url).signIn('auditor.sun', DEMO_PASSWORD, signInRequest());
  expect(end.searchParams.get('code')).toBeTruthy();
});

test('the right password clears earlier failures', async () => {
  const browser = new Browser(identity.url);
  for (let round = 0; round < 3; round += 1) {
    const page = await browser.open(signInRequest({ prompt: 'login' }).url);
    for (let failure = 0; failure < 3; failure += 1)
      await browser.submit(page, { action: 'sign-in', username: 'clerk.craft', password: 'typo' });
    const end = await browser.submit(page, { action: 'sign-in', username: 'clerk.craft', password: DEMO_PASSWORD });
    expect(end.url).toContain('code=');
  }
});

test('another browser cannot take over a sign-in that was begun elsewhere', async () => {
  const page = await new Browser(identity.url).open(signInRequest().url);
  const taken = await new Browser(identity.url).submit(page, {
    action: 'sign-in',
    username: 'clerk.north',
    password: DEMO_PASSWORD,
  });
  expect(taken.status).toBe(400);
  expect(taken.text).toContain('sign-in/expired');
});

test('a form sent from another site is refused', async () => {
  const browser = new Browser(identity.url);
  const page = await browser.open(signInRequest().url);
  const answer = await browser.open(page.url, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
    body: new URLSearchParams({ action: 'sign-in', username: 'clerk.north', password: DEMO_PASSWORD }),
  });
  expect(answer.status).toBe(403);
});

test('the sign-in page takes nothing from elsewhere and cannot be framed', async () => {
  const page = await new Browser(identity.url).open(signInRequest().url);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(page.text).not.toMatch(/<script|src=|https?:/);
  expect(page.text).toMatch(/<label for="username">用户名/);
  expect(page.text).toMatch(/<label for="password">密码/);
});

test('cancelling goes back to the client with access_denied', async () => {
  const browser = new Browser(identity.url);
  const end = await browser.submit(await browser.open(signInRequest().url), { action: 'cancel' });
  expect(new URL(end.url).searchParams.get('error')).toBe('access_denied');
});

test('an unregistered return address is answered with a page, never a redirect', async () => {
  const page = await new Browser(identity.url).open(signInRequest({ redirect_uri: 'https://evil.example/' }).url);
  expect(page.status).toBe(400);
  expect(page.text).toContain('未登记的返回地址');
  expect(page.text).not.toMatch(/at .*\.js|node_modules|evil/);
});

test('a second client gets its code without asking again; signing out ends session and refresh tokens', async () => {
  const browser = new Browser(identity.url);
  const request = signInRequest();
  const end = await browser.signIn('employer.qian', DEMO_PASSWORD, request);
  const { body } = await redeem(identity.url, end, request);

  const silent = signInRequest({ prompt: 'none', redirect_uri: 'http://localhost:8080/silent' });
  expect(new URL((await browser.open(silent.url)).url).searchParams.get('code')).toBeTruthy();

  const leave = new URL(`${ISSUER}/session/end`);
  leave.searchParams.set('id_token_hint', body['id_token'] ?? '');
  leave.searchParams.set('post_logout_redirect_uri', 'http://localhost:8080/');
  const left = await browser.submit(await browser.open(leave.href), { logout: 'yes' });
  expect(left.url).toBe('http://localhost:8080/');

  expect((await refresh(identity.url, body['refresh_token'] ?? '')).status).toBe(400);
  const again = signInRequest({ prompt: 'none' });
  expect(new URL((await browser.open(again.url)).url).searchParams.get('error')).toBe('login_required');
});

test('another person signs in on the same browser: the first session ends, the second gets its own code', async () => {
  const browser = new Browser(identity.url);
  const first = signInRequest();
  const { body } = await redeem(identity.url, await browser.signIn('officer.mudanjiang', DEMO_PASSWORD, first), first);
  const request = signInRequest({ prompt: 'login' });
  const page = await browser.open(request.url);
  const handOver = await browser.submit(page, { action: 'sign-in', username: 'clerk.north', password: DEMO_PASSWORD });
  const end = new URL((await browser.submit(handOver, {})).url);
  const second = await redeem(identity.url, end, request);
  expect(await verified(second.body['access_token'], TOKEN_AUDIENCE)).toMatchObject(CLERK);
  expect((await refresh(identity.url, body['refresh_token'] ?? '')).status).toBe(400);
});

test('a disabled account gets no more tokens, and its session asks to sign in again', async () => {
  const browser = new Browser(identity.url);
  const request = signInRequest();
  const end = await browser.signIn('author.bank', DEMO_PASSWORD, request);
  const { body } = await redeem(identity.url, end, request);
  await identity.dataSource.query(`UPDATE account SET disabled_at = now() WHERE username = 'author.bank'`);
  expect((await refresh(identity.url, body['refresh_token'] ?? '')).status).toBe(400);
  const page = await browser.open(signInRequest().url);
  expect(page.text).toContain('用户名');
  const refused = await browser.submit(page, { action: 'sign-in', username: 'author.bank', password: DEMO_PASSWORD });
  expect(refused.status).toBe(422);
});

test('the database holds no token, secret or name in the clear', async () => {
  const { refresh_token: token = '' } = await tokensOf('officer.harbin');
  const rows = await identity.dataSource.query<{ line: string }[]>(
    `SELECT p::text AS line FROM oidc_payload p UNION ALL SELECT a::text FROM account a
     UNION ALL SELECT k::text FROM signing_key k`,
  );
  const dump = rows.map((row) => row.line).join('\n');
  expect(dump).not.toContain(token);
  expect(dump).not.toContain('褚明');
  expect(dump).not.toContain('"d":');
});
