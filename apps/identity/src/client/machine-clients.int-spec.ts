import { TOKEN_AUDIENCE } from '@app/platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { askForTokens, type TokenAnswer } from '../../test/browser.js';
import { createInstallation, ISSUER, type IdentityProcess, type Installation } from '../../test/identity.js';

const DEMO_SECRET = 'a-long-and-random-demo-secret';
const SERVICE_SECRET = 'a-long-and-random-service-secret';

let installation: Installation;
let identity: IdentityProcess;

beforeAll(async () => {
  installation = await createInstallation();
  identity = await installation.start({
    DEMO_MACHINE_SECRET: DEMO_SECRET,
    MACHINE_CLIENTS: JSON.stringify({ 'exam-scheduling': SERVICE_SECRET }),
  });
});
afterAll(() => installation.drop());

const basic = (id: string, secret: string): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const asMachine = (id: string, secret: string, base = identity.url): Promise<TokenAnswer> =>
  askForTokens(base, { grant_type: 'client_credentials' }, basic(id, secret));

test('a machine gets a token of its own with its organisation and roles', async () => {
  const { status, body } = await asMachine('employer-api', DEMO_SECRET);
  expect(status).toBe(200);
  const keys = createRemoteJWKSet(new URL(`${identity.url}/oidc/jwks`));
  const { payload } = await jwtVerify(body['access_token'] ?? '', keys, { issuer: ISSUER, audience: TOKEN_AUDIENCE });
  expect(payload).toMatchObject({
    sub: 'employer-api',
    client_id: 'employer-api',
    organisation: 'org-employer-qian',
    organisation_name: '哈尔滨钱氏机械有限公司',
    roles: ['employer'],
  });
  expect(body['refresh_token']).toBeUndefined();
});

test('the secret may also stand in the form', async () => {
  const { status, body } = await askForTokens(identity.url, {
    grant_type: 'client_credentials',
    client_id: 'exam-scheduling',
    client_secret: SERVICE_SECRET,
  });
  expect(status).toBe(200);
  expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({ sub: 'exam-scheduling', roles: [] });
});

test('a wrong secret and an unknown client get the same answer', async () => {
  const wrong = await asMachine('employer-api', 'not-the-secret-of-this-client');
  const unknown = await asMachine('nobody-api', 'not-the-secret-of-this-client');
  expect(wrong).toEqual(unknown);
  expect(wrong).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
});

test('the stored digest is not the secret', async () => {
  const [row] = await identity.dataSource.query<{ secret_sha256: string }[]>(
    `SELECT secret_sha256 FROM client WHERE id = 'employer-api'`,
  );
  expect((await asMachine('employer-api', row?.secret_sha256 ?? '')).status).toBe(401);
});

test('a token for another audience is not made', async () => {
  const answer = await askForTokens(
    identity.url,
    { grant_type: 'client_credentials', resource: 'urn:other:api' },
    basic('employer-api', DEMO_SECRET),
  );
  expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_target' } });
});

test('a client that leaves the environment is closed; a new secret replaces the old', async () => {
  const later = await installation.start({
    MACHINE_CLIENTS: JSON.stringify({ 'employer-api': { secret: `${DEMO_SECRET}-2`, roles: ['employer'] } }),
  });
  expect((await asMachine('exam-scheduling', SERVICE_SECRET, later.url)).status).toBe(401);
  expect((await asMachine('employer-api', DEMO_SECRET, later.url)).status).toBe(401);
  expect((await asMachine('employer-api', `${DEMO_SECRET}-2`, later.url)).status).toBe(200);
  await later.stop();
});

test.each([
  ['a short secret', { 'employer-api': 'short' }],
  ['an unknown role', { 'employer-api': { secret: DEMO_SECRET, roles: ['king'] } }],
  ['the id of a client of ours', { portal: DEMO_SECRET }],
  ['a list', [DEMO_SECRET]],
])('%s in the environment stops the start and is named', async (_what, clients) => {
  const start = installation.start({ MACHINE_CLIENTS: JSON.stringify(clients) });
  await expect(start).rejects.toThrow(/MACHINE_CLIENTS/);
  await expect(start).rejects.not.toThrow(DEMO_SECRET);
});
