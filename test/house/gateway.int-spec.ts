import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startService, type RunningService } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { service as agencyFiling } from '../../apps/agency-filing/src/service-definition.js';
import { service as gatewayDefinition } from '../../apps/gateway/src/service-definition.js';

const NOBODY = 'http://127.0.0.1:9';
const LIMIT = 60;
const clerk = { subject: 'clerk.north', organisationId: 'org-north', roles: ['agency-clerk'] } as const;

describe('gateway', () => {
  let filing: TestService;
  let gateway: RunningService;
  let portalDir: string;

  const start = (requestsPerMinute: number): Promise<RunningService> =>
    startService(gatewayDefinition, {
      PORT: '0',
      LOG_LEVEL: 'silent',
      PUBLIC_URL: 'http://localhost:8080',
      OIDC_ISSUER: filing.issuer.url,
      PORTAL_DIR: portalDir,
      OPENAPI_DIR: path.resolve(import.meta.dirname, '../../docs/openapi'),
      GATEWAY_REQUESTS_PER_MINUTE: String(requestsPerMinute),
      UPSTREAM_AGENCY_FILING: filing.url,
      UPSTREAM_IDENTITY: NOBODY,
      UPSTREAM_QUESTION_BANK: NOBODY,
      UPSTREAM_EXAM_SCHEDULING: NOBODY,
      UPSTREAM_CERTIFICATE_ISSUANCE: NOBODY,
      UPSTREAM_PUBLIC_VERIFICATION: NOBODY,
    });
  const get = (route: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${gateway.url}${route}`, { headers });
  const typeOf = async (response: Response): Promise<string> => ((await response.json()) as { type: string }).type;

  beforeAll(async () => {
    portalDir = mkdtempSync(path.join(tmpdir(), 'jz-portal-'));
    mkdirSync(path.join(portalDir, 'assets'));
    writeFileSync(path.join(portalDir, 'index.html'), '<!doctype html><title>匠证</title>');
    writeFileSync(path.join(portalDir, 'assets', 'app-1.js'), '1');
    filing = await startTestService(agencyFiling);
    gateway = await start(10_000);
  });
  afterAll(async () => {
    await gateway.stop();
    await filing.stop();
    rmSync(portalDir, { recursive: true });
  });

  it('passes-a-request-to-its-service-and-the-answer-back', async () => {
    const authorization = `Bearer ${await filing.issuer.tokenFor(clerk)}`;
    const answer = await get('/api/agency-filing/filings?limit=5', { authorization });
    expect([answer.status, await answer.json()]).toEqual([200, { items: [] }]);
    expect(await typeOf(await get('/api/agency-filing/filings'))).toBe('urn:jiangzheng:problem:access/unauthenticated');
  });

  it('reaches-the-api-of-identity-and-none-of-its-pages', async () => {
    for (const route of ['people', 'audit?limit=1', 'operations/dead-letters'])
      expect(await typeOf(await get(`/api/identity/${route}`))).toBe('urn:jiangzheng:problem:gateway/upstream');
    for (const route of ['oidc/auth', 'audits', ''])
      expect(await typeOf(await get(`/api/identity/${route}`))).toBe('urn:jiangzheng:problem:request/not-found');
  });

  it('keeps-health-and-metrics-of-the-services-inside', async () => {
    for (const inside of ['health/ready', 'health/live', 'metrics']) {
      const answer = await get(`/api/agency-filing/${inside}`);
      expect([answer.status, await typeOf(answer)]).toEqual([404, 'urn:jiangzheng:problem:request/not-found']);
    }
  });

  it('shows-its-own-metrics-to-this-machine-only', async () => {
    expect((await get('/metrics')).status).toBe(200);
    const outside = await get('/metrics', { 'x-forwarded-for': '203.0.113.9' });
    expect([outside.status, await typeOf(outside)]).toEqual([404, 'urn:jiangzheng:problem:request/not-found']);
  });

  it('says-that-a-service-does-not-answer-and-lets-go-of-the-connection', async () => {
    const answer = await fetch(`${gateway.url}/api/question-bank/element-tables`, {
      method: 'POST',
      body: 'x'.repeat(200_000),
    });
    expect([answer.status, await typeOf(answer)]).toEqual([502, 'urn:jiangzheng:problem:gateway/upstream']);
    expect(answer.headers.get('connection')).toBe('close');
  });

  it('shows-the-portal-at-its-addresses-with-a-strict-policy, and-its-files-for-a-year', async () => {
    for (const route of ['/', '/verify', '/v/abcdefghijklmnopqrstuv', '/log-status', '/staff/plans']) {
      const page = await get(route);
      expect([page.status, await page.text()]).toEqual([200, '<!doctype html><title>匠证</title>']);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
    expect((await get('/assets/app-1.js')).headers.get('cache-control')).toContain('immutable');
  });

  it('tells-a-person-and-a-program-of-a-wrong-address-each-in-its-own-way', async () => {
    const page = await get('/nowhere', { accept: 'text/html' });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await typeOf(await get('/nowhere'))).toBe('urn:jiangzheng:problem:request/not-found');
  });

  it('serves-the-openapi-document-of-a-service, and-no-other-file', async () => {
    const answer = await get('/api/agency-filing/openapi.json');
    expect(((await answer.json()) as { openapi: string }).openapi).toBe('3.1.0');
    expect((await get('/api/..%2F..%2Fpackage/openapi.json')).status).toBe(404);
  });

  it('limits-the-requests-of-one-address', async () => {
    const strict = await start(LIMIT);
    try {
      const answers = await Promise.all(Array.from({ length: LIMIT + 5 }, () => fetch(`${strict.url}/verify`)));
      const refused = answers.filter(({ status }) => status === 429);
      expect(refused).toHaveLength(5);
      expect(await typeOf(refused[0]!)).toBe('urn:jiangzheng:problem:request/too-many');
    } finally {
      await strict.stop();
    }
  });
});
