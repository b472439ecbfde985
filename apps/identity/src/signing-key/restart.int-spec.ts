import { TOKEN_AUDIENCE } from '@app/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Browser, redeem, refresh, signInRequest } from '../../test/browser.js';
import { createInstallation, DEMO_PASSWORD, ISSUER, type Installation } from '../../test/identity.js';
import { ExpiryService } from '../oidc/expiry.service.js';

let installation: Installation;

beforeAll(async () => {
  installation = await createInstallation();
});
afterAll(() => installation.drop());

async function keyIds(url: string): Promise<string[]> {
  const response = await fetch(`${url}/oidc/jwks`);
  const { keys } = (await response.json()) as { keys: { kid: string; d?: string }[] };
  expect(keys.every((key) => key.d === undefined)).toBe(true);
  return keys.map((key) => key.kid);
}

test('two processes that start together have one key and one set of accounts', async () => {
  const [one, two] = await Promise.all([installation.start(), installation.start()]);
  const [ofOne, ofTwo] = await Promise.all([keyIds(one.url), keyIds(two.url)]);
  expect(ofOne).toHaveLength(1);
  expect(ofTwo).toEqual(ofOne);
  const [row] = await one.dataSource.query<{ count: number }[]>('SELECT count(*)::int AS count FROM account');
  expect(row?.count).toBe(16);

  const request = signInRequest();
  const end = await new Browser(one.url).signIn('clerk.north', DEMO_PASSWORD, request);
  expect((await redeem(two.url, end, request)).status).toBe(200);
  await one.stop();
  await two.stop();
});

test('a restart keeps tokens, sessions and refresh tokens valid', async () => {
  const before = await installation.start();
  const request = signInRequest();
  const end = await new Browser(before.url).signIn('clerk.north', DEMO_PASSWORD, request);
  const { body } = await redeem(before.url, end, request);
  await before.stop();

  const after = await installation.start();
  const keys = createRemoteJWKSet(new URL(`${after.url}/oidc/jwks`));
  await jwtVerify(body['access_token'] ?? '', keys, { issuer: ISSUER, audience: TOKEN_AUDIENCE });
  expect((await refresh(after.url, body['refresh_token'] ?? '')).status).toBe(200);
  await after.stop();
});

test('discovery names the public addresses, whatever the Host header says', async () => {
  const identity = await installation.start();
  const response = await fetch(`${identity.url}/oidc/.well-known/openid-configuration`, {
    headers: { 'x-forwarded-host': 'evil.example' },
  });
  const document = (await response.json()) as Record<string, unknown>;
  expect(document).toMatchObject({
    issuer: ISSUER,
    authorization_endpoint: `${ISSUER}/auth`,
    token_endpoint: `${ISSUER}/token`,
    jwks_uri: `${ISSUER}/jwks`,
    end_session_endpoint: `${ISSUER}/session/end`,
    code_challenge_methods_supported: ['S256'],
  });
  await identity.stop();
});

test('production closes demo accounts and knows no demo client; demo mode opens them again', async () => {
  const production = await installation.start({ JZ_MODE: 'production', DEMO_MACHINE_SECRET: 'x'.repeat(40) });
  const browser = new Browser(production.url);
  const page = await browser.open(signInRequest().url);
  const refused = await browser.submit(page, { action: 'sign-in', username: 'clerk.north', password: DEMO_PASSWORD });
  expect(refused.status).toBe(422);
  const cli = signInRequest({ client_id: 'demo-cli', redirect_uri: 'http://127.0.0.1:8399/callback' });
  expect((await browser.open(cli.url)).status).toBe(400);
  const [machines] = await production.dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM client WHERE disabled_at IS NULL',
  );
  expect(machines?.count).toBe(0);
  await production.stop();

  const demo = await installation.start();
  const end = await new Browser(demo.url).signIn('clerk.north', DEMO_PASSWORD, signInRequest());
  expect(end.searchParams.get('code')).toBeTruthy();
  await demo.stop();
});

test('a new production installation has no accounts at all', async () => {
  const fresh = await createInstallation();
  const production = await fresh.start({ JZ_MODE: 'production' });
  expect(await production.dataSource.query('SELECT 1 FROM account')).toEqual([]);
  expect(await production.dataSource.query('SELECT 1 FROM organisation')).toEqual([]);
  await fresh.drop();
});

test('what has expired is deleted, and what has not stays', async () => {
  const identity = await installation.start();
  await identity.dataSource.query(
    `INSERT INTO oidc_payload (model, id_sha256, payload_sealed, expires_at)
     SELECT 'Session', 'old-' || n, '', now() - interval '1 minute' FROM generate_series(1, 1200) n
     UNION ALL SELECT 'Session', 'young', '', now() + interval '1 minute'`,
  );
  await identity.get<ExpiryService>(ExpiryService).clean();
  const [left] = await identity.dataSource.query<{ expired: number; young: number }[]>(
    `SELECT count(*) FILTER (WHERE expires_at < now())::int AS expired,
            count(*) FILTER (WHERE id_sha256 = 'young')::int AS young FROM oidc_payload`,
  );
  expect(left).toEqual({ expired: 0, young: 1 });
  await identity.stop();
});
