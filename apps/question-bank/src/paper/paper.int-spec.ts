import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PlanApprovedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event, type NewEvent } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { service } from '../service-definition.js';

const fixture = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../../../../test/fixtures/${name}`, import.meta.url)),
});
const author = { subject: 'author.bank', roles: ['item-author'] } as const;
const colleague = { subject: 'author2.bank', roles: ['item-author'] } as const;
const reviewer = { subject: 'reviewer.bank', roles: ['item-reviewer'] } as const;
const reviewer2 = { subject: 'reviewer2.bank', roles: ['item-reviewer'] } as const;
const both = { subject: 'author.bank', roles: ['item-author', 'item-reviewer'] } as const;
const clerk = { subject: 'clerk.north', organisationId: 'org-north', roles: ['agency-clerk'] } as const;
const auditor = { subject: 'auditor.sun', roles: ['auditor'] } as const;
const problem = (code: string) => `urn:jiangzheng:problem:${code}`;
const SEALED = 'question-bank.paper.sealed.v1';
const blueprint = {
  durationMinutes: 90,
  sections: [
    { type: 'single', count: 20, pointsEach: 2 },
    { type: 'multiple', count: 8, pointsEach: 2.5 },
    { type: 'judgement', count: 20, pointsEach: 2 },
  ],
};

interface PaperText {
  paperId: string;
  seed: string;
  sections: { items: { stem: string }[] }[];
}

const planOf = (planId: string, specialty = '电焊工'): NewEvent =>
  event(PlanApprovedSchema, planId, {
    planId,
    organisationId: 'org-north',
    subject: {
      occupationCode: '6-18-02-04',
      occupationEdition: '2015',
      occupationName: '焊工',
      specialty,
      levelDigit: '3',
    },
    examOn: '2026-12-12',
    approvedAt: '2026-11-23T02:00:00Z',
  });

describe('papers on real parts', () => {
  let bank: TestService;
  let tableId: string;

  beforeAll(async () => {
    bank = await startTestService(service);
    const table = await bank.request('POST', '/element-tables', {
      as: author,
      file: fixture('element-table-welder-3.xlsx'),
    });
    tableId = table.body.id as string;
    await bank.request('POST', `/element-tables/${tableId}/approve`, { as: reviewer });
    await bank.request('POST', `/element-tables/${tableId}/items`, {
      as: author,
      file: fixture('items-welder-3.xlsx'),
    });
  });
  afterAll(async () => {
    await bank.stop();
  });

  const ordered = async (specialty?: string): Promise<string> => {
    const planId = newId();
    await bank.deliver(planOf(planId, specialty));
    return planId;
  };
  const act = (planId: string, action: 'assemble' | 'seal' | 'release', as: object, json?: unknown) =>
    bank.request('POST', `/paper-orders/${planId}/${action}`, { as, json });
  const get = (planId: string, as: object = reviewer) => bank.request('GET', `/paper-orders/${planId}`, { as });
  const setBlueprint = (json: unknown = blueprint) =>
    bank.request('PUT', `/element-tables/${tableId}/blueprint`, { as: author, json });
  const openPaper = async (planId: string): Promise<{ text: string; content: PaperText }> => {
    const [row] = await bank.dataSource.query('SELECT content_sealed FROM paper_order WHERE id = $1', [planId]);
    const text = bank.get<PersonalDataVault>(PersonalDataVault).open('paper', row.content_sealed);
    return { text, content: JSON.parse(text) as PaperText };
  };

  it('assembly-says-what-is-missing: blueprint, table, items', async () => {
    const planId = await ordered();
    expect((await act(planId, 'assemble', author)).body.type).toBe(problem('paper/no-blueprint'));
    await setBlueprint({ durationMinutes: 90, sections: [{ type: 'multiple', count: 50, pointsEach: 2 }] });
    const short = await act(planId, 'assemble', author);
    expect([short.status, short.body.type]).toEqual([409, problem('paper/bank-short')]);
    expect(short.body.errors[0]).toMatchObject({ field: '/sections/0', rule: 'section-shortfall' });
    const gas = await ordered('气焊工');
    const missing = await act(gas, 'assemble', author);
    expect([missing.status, missing.body.type]).toEqual([409, problem('paper/no-element-table')]);
    expect(missing.body.title).toContain('6-18-02-04 焊工 气焊工');
    expect((await get(gas)).body).toMatchObject({ state: 'ordered', examOn: '2026-12-12', specialty: '气焊工' });
  });

  it('a-paper-is-assembled-and-sealed-by-two-persons, and its digest is told', async () => {
    await setBlueprint();
    const planId = await ordered();
    const assembled = await act(planId, 'assemble', author);
    expect(assembled.body).toMatchObject({ state: 'assembled', itemCount: 48, elementTableId: tableId });
    expect((await act(planId, 'seal', both)).body.type).toBe(problem('access/same-person'));
    const sealed = await act(planId, 'seal', reviewer, { paperId: assembled.body.paperId });
    expect([sealed.status, sealed.body.state]).toEqual([200, 'sealed']);
    const { text, content } = await openPaper(planId);
    const digest = createHash('sha256').update(text).digest('hex');
    expect(sealed.body.contentSha256).toBe(digest);
    const told = (await bank.told(SEALED)).filter((each) => each.data['planId'] === planId);
    expect(told).toHaveLength(1);
    expect(told[0]?.aggregateId).toBe(sealed.body.paperId);
    expect(told[0]?.data).toMatchObject({ planId, itemCount: 48, totalPoints: 100, contentSha256: digest });
    expect(content.sections.map((section) => section.items.length)).toEqual([20, 8, 20]);
    expect((await act(planId, 'assemble', author)).body.type).toBe(problem('paper/illegal-transition'));
  });

  it('nobody-reads-an-item-of-a-paper: not in an answer, not in the database', async () => {
    await setBlueprint();
    const planId = await ordered();
    await act(planId, 'assemble', author, { seed: 'known-seed' });
    await act(planId, 'seal', reviewer);
    const { content } = await openPaper(planId);
    expect(content.seed).toBe('known-seed');
    const stem = content.sections[0]?.items[0]?.stem;
    const answers = await Promise.all([get(planId), get(planId, author), get(planId, auditor)]);
    const list = await bank.request('GET', '/paper-orders', { as: author });
    const [row] = await bank.dataSource.query('SELECT p::text AS text FROM paper_order p WHERE id = $1', [planId]);
    const events = await bank.dataSource.query('SELECT o::text AS text FROM outbox o');
    const readable = JSON.stringify([answers.map((answer) => answer.body), list.body, row, events]);
    expect(readable).toContain(planId);
    expect(readable).not.toContain(stem);
    expect(readable).not.toContain('known-seed');
    expect((await get(planId, clerk)).body.type).toBe(problem('access/role'));
  });

  it('the-same-seed-draws-the-same-paper, and until it is sealed it may be drawn anew', async () => {
    await setBlueprint();
    const [first, second] = [await ordered(), await ordered()];
    const sectionsOf = async (planId: string) => (await openPaper(planId)).content.sections;
    await act(first, 'assemble', author, { seed: 'a' });
    await act(second, 'assemble', author, { seed: 'a' });
    expect(await sectionsOf(second)).toEqual(await sectionsOf(first));
    const stale = (await get(second)).body.paperId as string;
    const again = await act(second, 'assemble', colleague, { seed: 'b' });
    expect(again.body.paperId).not.toBe(stale);
    expect(await sectionsOf(second)).not.toEqual(await sectionsOf(first));
    const seal = await act(second, 'seal', reviewer, { paperId: stale });
    expect([seal.status, seal.body.type]).toEqual([409, problem('paper/reassembled')]);
  });

  it('two-reviewers-seal-at-once: one wins and one event is told', async () => {
    await setBlueprint();
    const planId = await ordered();
    await act(planId, 'assemble', author);
    const answers = await Promise.all([act(planId, 'seal', reviewer), act(planId, 'seal', reviewer2)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const told = (await bank.told(SEALED)).filter((each) => each.data['planId'] === planId);
    expect(told).toHaveLength(1);
  });

  it('an-event-that-cannot-be-written-leaves-the-paper-unsealed', async () => {
    await setBlueprint();
    const planId = await ordered();
    await act(planId, 'assemble', author);
    await bank.dataSource.query(
      `ALTER TABLE outbox ADD CONSTRAINT no_paper CHECK (aggregate_type <> 'paper') NOT VALID`,
    );
    const failed = await act(planId, 'seal', reviewer);
    await bank.dataSource.query('ALTER TABLE outbox DROP CONSTRAINT no_paper');
    expect([failed.status, failed.body.type]).toEqual([500, problem('service/internal')]);
    expect((await get(planId)).body).toMatchObject({ state: 'assembled' });
    expect((await act(planId, 'seal', reviewer)).body.state).toBe('sealed');
  });

  it('assembling-while-a-reviewer-seals: what is sealed is what was told', async () => {
    await setBlueprint();
    const planId = await ordered();
    await act(planId, 'assemble', author);
    await Promise.all([
      act(planId, 'assemble', colleague),
      act(planId, 'seal', reviewer),
      act(planId, 'assemble', author),
    ]);
    await act(planId, 'seal', reviewer);
    const [told] = (await bank.told(SEALED)).filter((each) => each.data['planId'] === planId);
    const { text, content } = await openPaper(planId);
    expect(told?.data['contentSha256']).toBe(createHash('sha256').update(text).digest('hex'));
    expect(told?.aggregateId).toBe(content.paperId);
  });

  it('a-plan-told-twice-orders-one-paper-and-keeps-its-state', async () => {
    await setBlueprint();
    const planId = await ordered();
    await act(planId, 'assemble', author);
    await bank.deliver(planOf(planId));
    const list = await bank.request('GET', '/paper-orders?limit=200', { as: author });
    const mine = list.body.items.filter((order: { planId: string }) => order.planId === planId);
    expect(mine.map((order: { state: string }) => order.state)).toEqual(['assembled']);
  });

  it('two-persons-release: before the time nobody, one alone does not, the second opens what was sealed', async () => {
    await setBlueprint();
    const planId = await ordered();
    const content = () => bank.request('GET', `/paper-orders/${planId}/content`, { as: reviewer });
    await act(planId, 'assemble', author);
    await act(planId, 'seal', reviewer);
    bank.setNow('2026-12-11T12:00:00Z');
    expect((await act(planId, 'release', reviewer)).body.type).toBe(problem('paper/too-early'));
    bank.setNow('2026-12-11T15:00:00Z');
    expect((await act(planId, 'release', reviewer)).body.state).toBe('sealed');
    expect((await act(planId, 'release', reviewer)).body.type).toBe(problem('access/same-person'));
    expect((await content()).body.type).toBe(problem('paper/not-released'));
    expect((await act(planId, 'release', reviewer2)).body.state).toBe('released');
    const opened = await content();
    expect(opened.body).toMatchObject({ planId, openedBy: 'reviewer.bank', paper: (await openPaper(planId)).content });
    const trail = await bank.dataSource.query(
      `SELECT content ->> 'action' AS action, content ->> 'actor' AS actor FROM audit
       WHERE content ->> 'object' = $1 AND content ->> 'outcome' = 'done' ORDER BY id`,
      [`paper-order/${planId}`],
    );
    expect(trail).toEqual([
      { action: 'paper.assemble', actor: 'author.bank' },
      { action: 'paper.seal', actor: 'reviewer.bank' },
      { action: 'paper.release', actor: 'reviewer.bank' },
      { action: 'paper.release', actor: 'reviewer2.bank' },
      { action: 'paper.content', actor: 'reviewer.bank' },
    ]);
  });
});
