import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const bytes = readFileSync(new URL('../../../../test/fixtures/element-table-welder-3.xlsx', import.meta.url));
const items = readFileSync(new URL('../../../../test/fixtures/items-welder-3.xlsx', import.meta.url));
const file = { name: 'element-table.xlsx', bytes };
const author = { subject: 'author.bank', roles: ['item-author'] } as const;
const reviewer = { subject: 'reviewer.bank', roles: ['item-reviewer'] } as const;
const both = { subject: 'author.bank', roles: ['item-author', 'item-reviewer'] } as const;
const clerk = { subject: 'clerk.north', organisationId: 'org-north', roles: ['agency-clerk'] } as const;
const problem = (code: string) => `urn:jiangzheng:problem:${code}`;

describe('element tables on real parts', () => {
  let bank: TestService;

  beforeAll(async () => {
    bank = await startTestService(service);
  });
  afterAll(async () => {
    await bank.stop();
  });

  const importTable = async (): Promise<string> => {
    const { body } = await bank.request('POST', '/element-tables', { as: author, file });
    return body.id as string;
  };
  const approve = (id: string, as: object = reviewer) => bank.request('POST', `/element-tables/${id}/approve`, { as });
  const states = async (...ids: string[]): Promise<string[]> => {
    const answers = await Promise.all(ids.map((id) => bank.request('GET', `/element-tables/${id}`, { as: author })));
    return answers.map((answer) => answer.body.state as string);
  };

  it('an-imported-workbook-answers-with-table-repairs-and-warnings', async () => {
    const answer = await bank.request('POST', '/element-tables', { as: author, file });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      state: 'draft',
      occupationCode: '6-18-02-04',
      specialty: '电焊工',
      levelDigit: '3',
      pointCount: 76,
    });
    expect(answer.body.repairs).toHaveLength(12);
    expect(answer.body.repairs).toContainEqual({ cell: 'C31', from: '45:05:02', to: '45:5:2' });
    expect(answer.body.warnings.map((warning: { rule: string }) => warning.rule)).toEqual(['few-points']);
    const got = await bank.request('GET', `/element-tables/${answer.body.id}`, { as: reviewer });
    expect(got.body).toEqual(answer.body);
  });

  it('the-same-upload-twice-under-one-key-makes-one-table', async () => {
    const first = await bank.request('POST', '/element-tables', { as: author, file, key: 'one' });
    const repeat = await bank.request('POST', '/element-tables', { as: author, file, key: 'one' });
    expect([repeat.status, repeat.body.id]).toEqual([201, first.body.id]);
    const other = { name: 'items.xlsx', bytes: items };
    const reused = await bank.request('POST', '/element-tables', { as: author, file: other, key: 'one' });
    expect(reused.body.type).toBe(problem('idempotency/key-reused'));
  });

  it('a-newer-approval-retires-the-older, and a retired table stays so', async () => {
    const [older, newer] = [await importTable(), await importTable()];
    expect((await approve(older, both)).body.type).toBe(problem('access/same-person'));
    expect((await approve(older)).body.state).toBe('approved');
    expect((await approve(newer)).body.state).toBe('approved');
    expect(await states(older, newer)).toEqual(['retired', 'approved']);
    const again = await approve(older);
    expect([again.status, again.body.type]).toEqual([409, problem('element-table/illegal-transition')]);
    expect(await states(older, newer)).toEqual(['retired', 'approved']);
  });

  it('two-tables-approved-at-once: both answers hold, one table is left approved', async () => {
    const ids = await Promise.all([importTable(), importTable(), importTable()]);
    const answers = await Promise.all(ids.map((id) => approve(id)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect((await states(...ids)).sort()).toEqual(['approved', 'retired', 'retired']);
  });

  it('one-table-approved-twice-at-once: one wins', async () => {
    const id = await importTable();
    const answers = await Promise.all([approve(id), approve(id)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
  });

  it('lists-tables-page-by-page-without-their-content', async () => {
    const first = await bank.request('GET', '/element-tables?limit=2', { as: reviewer });
    expect([first.body.items.length, first.body.items[0].points]).toEqual([2, undefined]);
    const second = await bank.request('GET', `/element-tables?limit=2&after=${first.body.next}`, { as: reviewer });
    expect(second.body.items[0].id < first.body.items[1].id).toBe(true);
  });

  it('wrong-files-and-wrong-people-are-refused', async () => {
    const answers = await Promise.all([
      bank.request('POST', '/element-tables', { as: author, file: { name: 'a.xlsx', bytes: items } }),
      bank.request('POST', '/element-tables', { as: author, file: { name: 'a.csv', bytes: Buffer.from('代码,名称') } }),
      bank.request('POST', '/element-tables', { as: author }),
      bank.request('POST', '/element-tables', { as: clerk, file }),
      bank.request('POST', '/element-tables', { as: reviewer, file }),
      bank.request('GET', '/element-tables', { as: clerk }),
      bank.request('GET', '/element-tables'),
      bank.request('GET', '/element-tables/0198f000-0000-7000-8000-000000000009', { as: author }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.type])).toEqual([
      [422, problem('element-table/header')],
      [422, problem('workbook/unreadable')],
      [400, problem('upload/missing')],
      [403, problem('access/role')],
      [403, problem('access/role')],
      [403, problem('access/role')],
      [401, problem('access/unauthenticated')],
      [404, problem('element-table/not-found')],
    ]);
  });
});
