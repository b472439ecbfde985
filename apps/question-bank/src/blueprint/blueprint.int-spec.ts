import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const bytes = readFileSync(new URL('../../../../test/fixtures/element-table-welder-3.xlsx', import.meta.url));
const author = { subject: 'author.bank', roles: ['item-author'] } as const;
const reviewer = { subject: 'reviewer.bank', roles: ['item-reviewer'] } as const;
const blueprint = { durationMinutes: 90, sections: [{ type: 'single', count: 50, pointsEach: 2 }] };
const problem = (code: string) => `urn:jiangzheng:problem:${code}`;

describe('blueprints on real parts', () => {
  let bank: TestService;
  let path: string;

  beforeAll(async () => {
    bank = await startTestService(service);
    const file = { name: 'element-table.xlsx', bytes };
    const { body } = await bank.request('POST', '/element-tables', { as: author, file });
    path = `/element-tables/${body.id}/blueprint`;
  });
  afterAll(async () => {
    await bank.stop();
  });

  const put = (json: unknown, as: object = author) => bank.request('PUT', path, { as, json });

  it('the-last-blueprint-counts', async () => {
    expect((await bank.request('GET', path, { as: reviewer })).body.type).toBe(problem('blueprint/not-found'));
    expect((await put({ ...blueprint, durationMinutes: 100 })).status).toBe(200);
    expect((await put(blueprint)).status).toBe(200);
    expect((await bank.request('GET', path, { as: reviewer })).body).toMatchObject(blueprint);
  });

  it('a-wrong-blueprint-is-named-and-changes-nothing', async () => {
    await put(blueprint);
    const short = await put({ durationMinutes: 60, sections: [{ type: 'single', count: 10, pointsEach: 2 }] });
    expect([short.status, short.body.type]).toEqual([422, problem('blueprint/content')]);
    expect(short.body.errors.map((fault: { rule: string }) => fault.rule)).toEqual(['duration', 'total-points']);
    const malformed = await put({ ...blueprint, sections: [{ type: 'essay', count: 1.5, pointsEach: 100 }] });
    expect(malformed.status).toBe(400);
    expect((await put(blueprint, reviewer)).body.type).toBe(problem('access/role'));
    const nowhere = '/element-tables/0198f000-0000-7000-8000-000000000009/blueprint';
    const missing = await bank.request('PUT', nowhere, { as: author, json: blueprint });
    expect(missing.body.type).toBe(problem('element-table/not-found'));
    expect((await bank.request('GET', path, { as: author })).body).toMatchObject(blueprint);
  });
});
