import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@app/platform';
import { eventually, startTestService, type TestAnswer, type TestService } from '@app/testing';
import * as XLSX from '@e965/xlsx';
import {
  addCandidates,
  agencyAdmin,
  candidatesOf,
  planWithRoster,
  province,
  PURPOSE,
  SMALL_LIMITS,
} from '../../test/export-setting.js';
import {
  city,
  clerk,
  ExamDesk,
  filed,
  otherCity,
  PLANNING,
  problemOf,
  readBack,
  reviewer,
  stranger,
} from '../../test/setting.js';
import { service } from '../service-definition.js';

const IDS = /\d{17}[\dX]/;

describe('exports of candidates on real parts', () => {
  let running: TestService;
  let desk: ExamDesk;
  let plan: string;
  /** 21 candidates: one above the free limit. */
  let fuller: string;

  beforeAll(async () => {
    running = await startTestService(service, 'both', { EXPORT_LIMITS: SMALL_LIMITS });
    desk = new ExamDesk(running);
    running.setNow(PLANNING);
    await running.deliver(filed());
    plan = await planWithRoster(desk);
    fuller = await planWithRoster(desk);
    await addCandidates(running, fuller, [{ name: '=cmd|calc', documentNumber: '23010219900307004X' }]);
  });
  afterAll(async () => {
    await running.stop();
  });

  const ask = (planId: string, as: Partial<Principal> = clerk, more: object = {}): Promise<TestAnswer> =>
    desk.post('/exports', as, candidatesOf(planId, more));
  const file = (id: string, as: Partial<Principal> = clerk): Promise<TestAnswer> => desk.get(`/exports/${id}/file`, as);
  const audited = (id: string): Promise<Record<string, unknown>[]> =>
    running.dataSource
      .query<{ content: Record<string, unknown> }[]>(
        `SELECT content FROM audit WHERE content ->> 'object' = $1 ORDER BY id`,
        [`export/${id}`],
      )
      .then((rows) => rows.map(({ content }) => content));

  it('up to the free limit a workbook is ready at once, masked, with every id a text and the watermark on top', async () => {
    const made = await ask(plan, { ...clerk, name: '李明', organisationName: '北方焊接' });
    expect([made.status, made.body.state, made.body.rows]).toEqual([201, 'ready', 20]);
    const got = await file(made.body.id, { ...clerk, name: '李明', organisationName: '北方焊接' });
    expect(got.status).toBe(200);
    expect(got.headers.get('content-disposition')).toBe(`attachment; filename="export-${made.body.id}.xlsx"`);
    expect(got.headers.get('cache-control')).toBe('private, no-store');
    const [[mark] = [], header, ...rows] = readBack(got.body);
    for (const part of ['李明 (clerk.north)', '北方焊接 (org-north)', '2026-11-23', 'UTC+8', made.body.id, PURPOSE]) {
      expect(mark).toContain(part);
    }
    expect(header?.slice(0, 3)).toEqual(['姓名 Name', '证件号码 Document', '手机号码 Phone']);
    expect(rows).toHaveLength(20);
    expect(JSON.stringify(rows)).not.toMatch(IDS);
    expect(rows[0]?.[1]).toMatch(/^\d{3}\*{11}\d{3}[\dX]$/);
    expect(rows[0]?.[2]).toMatch(/^1\d\d\*{4}\d{4}$/);
    const book = XLSX.read(got.body, { type: 'buffer', cellNF: true });
    const [sheet] = Object.values(book.Sheets);
    expect(sheet?.['B3']).toMatchObject({ t: 's', z: '@' });
    expect(book.Props).toMatchObject({ Author: '李明 (clerk.north)', Comments: mark, Keywords: made.body.id });
  });

  it('the watermark stays with one sheet: frozen, in print header and footer, and repeated on printed pages', async () => {
    const { body } = await ask(plan);
    const zip = XLSX.CFB.read((await file(body.id)).body, { type: 'buffer' });
    const part = (name: string): string =>
      Buffer.from((XLSX.CFB.find(zip, name) as { content: Uint8Array }).content).toString('utf8');
    const sheet = part('/xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toMatch(
      new RegExp(`<oddHeader>&amp;L&amp;8 clerk\\.north · org-north · [^<]*${body.id}</oddHeader>`),
    );
    expect(sheet).toContain(`<oddFooter>&amp;L&amp;8 ${PURPOSE}`);
    expect(part('/xl/workbook.xml')).toContain('_xlnm.Print_Titles');
  });

  it('a plan whose retention period is over still comes as a workbook, without the phones that are gone', async () => {
    const old = await planWithRoster(desk);
    await running.dataSource.query('UPDATE candidate SET phone_sealed = NULL, row_sealed = NULL WHERE plan_id = $1', [
      old,
    ]);
    const got = await file((await ask(old)).body.id);
    expect(got.status).toBe(200);
    const rows = readBack(got.body).slice(2);
    expect([rows.length, ...new Set(rows.map((row) => row[2]))]).toEqual([20, null]);
  });

  it('above the free limit a second person is asked, and what would be a formula comes as a text', async () => {
    const { body } = await ask(fuller);
    expect(body.state).toBe('awaiting-approval');
    expect(problemOf(await file(body.id))).toEqual([409, 'export/not-ready']);
    expect((await desk.post(`/exports/${body.id}/approve`, reviewer)).body).toMatchObject({
      state: 'ready',
      decidedBy: 'reviewer.north',
    });
    const got = await file(body.id);
    const last = readBack(got.body).at(-1);
    expect(last?.[0]).toBe(`'=cmd|calc`);
    const sheets = Object.values(XLSX.read(got.body, { type: 'buffer', cellFormula: true }).Sheets);
    expect(Object.values(sheets[0] ?? {}).filter((cell: XLSX.CellObject) => cell.f !== undefined)).toEqual([]);
  });

  it('above the hard limit nothing is made and the limit is named', async () => {
    const full = await planWithRoster(desk);
    const people = ['1', '2', '3'].map((digit) => ({ name: '王五', documentNumber: `2301021990030700${digit}X` }));
    await addCandidates(running, full, people);
    const refused = await ask(full);
    expect(problemOf(refused)).toEqual([422, 'export/too-many-rows']);
    expect(refused.body.titles).toEqual({
      'zh-CN': '共 23 行，一次最多导出 22 行，请缩小范围',
      en: 'These are 23 rows and one file holds at most 22; ask for less',
    });
  });

  it('whole document numbers: for the agency’s administrator only, stated purpose, always with approval', async () => {
    expect(problemOf(await ask(plan, clerk, { fullDocuments: true }))).toEqual([403, 'access/role']);
    expect(problemOf(await ask(plan, agencyAdmin, { fullDocuments: true, purpose: ' ab ' }))).toEqual([
      400,
      'request/invalid',
    ]);
    const { body } = await ask(plan, agencyAdmin, { fullDocuments: true });
    expect([body.state, body.rows]).toEqual(['awaiting-approval', 20]);
    await desk.post(`/exports/${body.id}/approve`, reviewer);
    const [, , ...rows] = readBack((await file(body.id, agencyAdmin)).body);
    // One of the twenty has a passport.
    expect(rows.filter((row) => IDS.test(String(row[1])))).toHaveLength(19);
    expect(JSON.stringify(rows.map((row) => row[1]))).not.toContain('*');
    const lesser = await file(body.id, { ...agencyAdmin, roles: ['agency-clerk'] });
    expect(problemOf(lesser)).toEqual([403, 'access/role']);
  });

  it('the asker never approves, also not with every role; the province does not decide for an agency', async () => {
    const allRoles = { ...clerk, roles: ['agency-clerk', 'agency-admin', 'agency-reviewer'] } as const;
    const { body } = await ask(fuller, allRoles);
    for (const step of ['approve', 'refuse']) {
      const answer = await desk.post(
        `/exports/${body.id}/${step}`,
        allRoles,
        step === 'refuse' ? { reason: '不必' } : {},
      );
      expect(problemOf(answer)).toEqual([403, 'access/same-person']);
    }
    expect(problemOf(await desk.post(`/exports/${body.id}/approve`, province))).toEqual([403, 'access/role']);
    const refused = await desk.post(`/exports/${body.id}/refuse`, agencyAdmin, { reason: '用途不明' });
    expect(refused.body).toMatchObject({ state: 'refused', decidedBy: 'admin.north', refusalReason: '用途不明' });
    expect(problemOf(await desk.post(`/exports/${body.id}/approve`, reviewer))[1]).toBe('export/illegal-transition');
    const actions = (await audited(body.id)).map(({ kind, action, rule }) => [kind, action, rule]);
    expect(actions).toContainEqual(['change', 'export.ask', undefined]);
    expect(actions).toContainEqual(['change', 'export.refuse', undefined]);
    await eventually(async () => (await audited(body.id)).some(({ rule }) => rule === 'access/same-person'), 'refusal');
  });

  it('two-approvers-at-once: one decides, the other is told so', async () => {
    const { body } = await ask(fuller);
    const answers = await Promise.all([
      desk.post(`/exports/${body.id}/approve`, reviewer),
      desk.post(`/exports/${body.id}/approve`, agencyAdmin),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const changes = (await audited(body.id)).filter(({ action }) => action === 'export.approve');
    expect(changes).toHaveLength(1);
  });

  it('eight-downloads-at-once: three come through, each names its 20 persons in the audit trail', async () => {
    const { body } = await ask(plan);
    const answers = await Promise.all(Array.from({ length: 8 }, () => file(body.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 409, 409, 409, 409, 409]);
    expect((await desk.get(`/exports/${body.id}`, clerk)).body).toMatchObject({ downloads: 3, downloadsMax: 3 });
    const exported = (await audited(body.id)).filter(({ kind }) => kind === 'export');
    expect(exported.map(({ persons }) => (persons as string[]).length)).toEqual([20, 20, 20]);
    await eventually(
      async () => (await audited(body.id)).filter(({ rule }) => rule === 'export/downloads-used').length === 5,
      'five refusals',
    );
  });

  it('only the asker fetches it, and only until it expires; a late attempt leaves a row', async () => {
    const { body } = await ask(plan);
    expect(problemOf(await file(body.id, reviewer))).toEqual([409, 'export/asker-only']);
    running.setNow('2026-11-24T01:59:00Z');
    expect((await file(body.id)).status).toBe(200);
    running.setNow('2026-11-24T02:01:00Z');
    expect(problemOf(await file(body.id))).toEqual([410, 'export/expired']);
    expect((await desk.get(`/exports/${body.id}`, clerk)).body.state).toBe('expired');
    await eventually(
      async () => (await audited(body.id)).some(({ rule }) => rule === 'export/expired'),
      'late attempt',
    );
    running.setNow(PLANNING);
  });

  it('rows that came after the request: what was free stays within the free limit', async () => {
    const growing = await planWithRoster(desk);
    const { body } = await ask(growing);
    await addCandidates(running, growing, [{ name: '王五', documentNumber: '23010219900307091X' }]);
    expect(problemOf(await file(body.id))).toEqual([409, 'export/grown']);
    expect((await desk.get(`/exports/${body.id}`, clerk)).body.downloads).toBe(0);
  });

  it('another organisation and another city see nothing, the own city sees the request and no file', async () => {
    const { body } = await ask(plan);
    for (const [who, code] of [
      [stranger, 'access/foreign-organisation'],
      [otherCity, 'access/foreign-jurisdiction'],
    ] as const) {
      expect(problemOf(await desk.get(`/exports/${body.id}`, who))).toEqual([403, code]);
      expect((await desk.get('/exports', who)).body.items).toEqual([]);
    }
    expect(problemOf(await ask(plan, stranger))).toEqual([403, 'access/foreign-organisation']);
    expect(problemOf(await file(body.id, stranger))).toEqual([403, 'access/foreign-organisation']);
    const foreignAdmin = { ...stranger, roles: ['agency-admin'] } as const;
    expect(problemOf(await desk.post(`/exports/${body.id}/approve`, foreignAdmin))[1]).toBe(
      'access/foreign-organisation',
    );
    expect((await desk.get(`/exports/${body.id}`, city)).body).toMatchObject({ state: 'ready', purpose: PURPOSE });
    expect(problemOf(await file(body.id, city))).toEqual([403, 'access/role']);
  });

  it('an unknown kind, an unknown field of the filter and a foreign format name what is wrong', async () => {
    const wrong = async (more: object): Promise<string[]> =>
      (await ask(plan, clerk, more)).body.errors.map((each: { field: string }) => each.field);
    expect(await wrong({ kind: 'everything' })).toEqual(['/kind']);
    expect(await wrong({ filter: { planId: 'x', all: 'yes' } })).toEqual(['/filter/all', '/filter/planId']);
    expect(await wrong({ format: 'csv' })).toEqual(['/format']);
  });
});
