import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const clerk = { subject: 'clerk.north', organisationId: 'org-north', roles: ['agency-clerk'] } as const;
const stranger = { subject: 'clerk.craft', organisationId: 'org-craft', roles: ['agency-clerk'] } as const;
const city = { subject: 'officer.harbin', roles: ['city-officer'], jurisdiction: '230100' } as const;
const otherCity = { subject: 'officer.mudanjiang', roles: ['city-officer'], jurisdiction: '231000' } as const;
const province = { subject: 'officer.province', roles: ['province-officer'], jurisdiction: '230000' } as const;
const province2 = { ...province, subject: 'officer2.province' } as const;

const FILED = 'agency-filing.filing.filed.v1';
const bodies = ['91230100MA00000130', '91350100M000100Y43', '91231000MA00000212'];
const content = (creditCode = bodies[0]) => ({
  agencyName: '哈尔滨北方焊接装备有限公司',
  creditCode,
  kind: 'employer',
  jurisdiction: '230100',
  sites: [{ siteId: 'main', name: '主厂区', regionCode: '230100', address: '某路 1 号' }],
  scope: [{ siteId: 'main', occupationCode: '6-18-02-04', specialty: '电焊工', levelDigit: '3' }],
});

describe('filing on real parts', () => {
  let filing: TestService;

  beforeAll(async () => {
    filing = await startTestService(service);
  });
  afterAll(async () => {
    await filing.stop();
  });

  const post = (path: string, as: object, json?: unknown) => filing.request('POST', path, { as, json });
  const toPublicity = async (creditCode?: string): Promise<string> => {
    const { body } = await post('/filings', clerk, content(creditCode));
    await post(`/filings/${body.id}/submit`, clerk);
    await post(`/filings/${body.id}/city-review`, city, { decision: 'pass', opinion: '同意' });
    await post(`/filings/${body.id}/province-review`, province, { decision: 'pass', opinion: '同意' });
    return body.id as string;
  };

  it('two-officers-complete-at-once: one wins, one site code and one event come of it', async () => {
    filing.setNow('2026-11-23T02:00:00Z');
    const id = await toPublicity();
    expect((await post(`/filings/${id}/complete`, province2)).body.type).toBe(
      'urn:jiangzheng:problem:filing/publicity-running',
    );
    filing.setNow('2026-12-01T02:00:00Z');
    const answers = await Promise.all([
      post(`/filings/${id}/complete`, province2),
      post(`/filings/${id}/complete`, province2),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const won = answers.find((answer) => answer.status === 200);
    expect(won?.body.sites[0].siteCode).toBe('Y000023000001');
    const told = await filing.told(FILED);
    expect(told).toHaveLength(1);
    expect(told[0]?.data).toMatchObject({
      filingId: id,
      kindLetter: 'Y',
      filedOn: '2026-12-01',
      validUntil: '2029-11-30',
    });
  });

  it('a-second-filing-of-the-same-body-is-refused', async () => {
    const again = await post('/filings', clerk, content());
    expect([again.status, again.body.type]).toEqual([409, 'urn:jiangzheng:problem:filing/exists']);
  });

  it('foreign-organisation, foreign-city, wrong-role, no-token, expired-token: each a problem document', async () => {
    filing.setNow('2026-11-23T02:00:00Z');
    const id = await toPublicity(bodies[1]);
    const expired = await filing.issuer.tokenFor(clerk, '-1m');
    const answers = await Promise.all([
      filing.request('GET', `/filings/${id}`, { as: stranger }),
      filing.request('GET', `/filings/${id}`, { as: otherCity }),
      post(`/filings/${id}/complete`, city),
      filing.request('GET', `/filings/${id}`),
      filing.request('GET', `/filings/${id}`, { token: expired }),
      filing.request('GET', `/filings/${id}`, { token: 'nonsense' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.type.split(':').at(-1)])).toEqual([
      [403, 'access/foreign-organisation'],
      [403, 'access/foreign-jurisdiction'],
      [403, 'access/role'],
      [401, 'access/unauthenticated'],
      [401, 'access/unauthenticated'],
      [401, 'access/unauthenticated'],
    ]);
    for (const { headers, body } of answers) {
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(JSON.stringify(body)).not.toMatch(/\bat .*\.js/);
    }
  });

  it('a-repeated-creation-gets-the-first-answer, and another body under the same key is an error', async () => {
    const json = { ...content(bodies[2]), agencyName: '另一机构' };
    const first = await filing.request('POST', '/filings', { as: stranger, json, key: 'k-1' });
    expect(first.status).toBe(201);
    const repeat = await filing.request('POST', '/filings', { as: stranger, json, key: 'k-1' });
    expect([repeat.status, repeat.body.id, repeat.headers.get('idempotency-replayed')]).toEqual([
      201,
      first.body.id,
      'true',
    ]);
    const changed = { ...json, agencyName: '又一机构' };
    const reused = await filing.request('POST', '/filings', { as: stranger, json: changed, key: 'k-1' });
    expect([reused.status, reused.body.type]).toEqual([422, 'urn:jiangzheng:problem:idempotency/key-reused']);
    const keyless = await fetch(`${filing.url}/filings`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await filing.issuer.tokenFor(clerk)}`, 'content-type': 'application/json' },
      body: JSON.stringify(content()),
    });
    expect(((await keyless.json()) as { type: string }).type).toContain('idempotency/key-required');
  });

  it('unknown-fields-and-wrong-values-are-named', async () => {
    const answer = await post('/filings', clerk, { ...content(), colour: 'red', kind: 'shop' });
    expect(answer.status).toBe(400);
    expect(
      answer.body.errors.map((fault: { field: string; rule: string }) => `${fault.field} ${fault.rule}`).sort(),
    ).toEqual(['/colour whitelistValidation', '/kind isIn']);
  });

  it('a-site-in-another-city: its city looks at the filing, the body’s city decides, a third sees nothing', async () => {
    const sites = [
      { siteId: 'main', name: '主厂区', regionCode: '230100', address: '' },
      { siteId: 's2', name: '牡丹江分厂', regionCode: '231000', address: '' },
    ];
    const owner = { ...clerk, organisationId: 'org-central' };
    const { body } = await post('/filings', owner, { ...content('91230600MA00000277'), sites });
    await post(`/filings/${body.id}/submit`, owner);
    const daqing = { ...otherCity, jurisdiction: '230600' };
    const seenBy = async (as: object) => {
      const list = await filing.request('GET', '/filings?limit=200', { as });
      const isListed = list.body.items.some((each: { id: string }) => each.id === body.id);
      return [(await filing.request('GET', `/filings/${body.id}`, { as })).status, isListed];
    };
    expect([await seenBy(city), await seenBy(otherCity), await seenBy(daqing)]).toEqual([
      [200, true],
      [200, true],
      [403, false],
    ]);
    const review = { decision: 'pass', opinion: '同意' };
    expect((await post(`/filings/${body.id}/city-review`, otherCity, review)).body.type).toMatch(
      /foreign-jurisdiction$/,
    );
    expect((await post(`/filings/${body.id}/city-review`, city, review)).body.state).toBe('city-passed');
  });
});
