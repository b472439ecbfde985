import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FilingFiledSchema } from '@app/contracts';
import { event } from '@app/messaging';
import { startTestService, type TestService } from '@app/testing';
import {
  city,
  clerk,
  ExamDesk,
  EXAM_DAY,
  filed,
  filedFact,
  fixture,
  otherCity,
  paperSealed,
  planContent,
  PLANNING,
  problemOf,
  SITE,
  stranger,
  subject,
} from '../../test/setting.js';
import { service } from '../service-definition.js';

const APPROVED = 'exam-scheduling.plan.approved.v1';

describe('plan on real parts', () => {
  let running: TestService;
  let desk: ExamDesk;

  beforeAll(async () => {
    running = await startTestService(service);
    desk = new ExamDesk(running);
    running.setNow(PLANNING);
    await running.deliver(filed());
  });
  afterAll(async () => {
    await running.stop();
  });

  it('plans-outside-the-scope: each refusal has its name', async () => {
    const answer = async (change: object, as: object = clerk) =>
      problemOf(await desk.post('/plans', as, { ...planContent, ...change }))[1];
    expect(await answer({ levelDigit: '2' })).toBe('plan/not-in-scope');
    expect(await answer({ specialty: '气焊工' })).toBe('plan/not-in-scope');
    expect(await answer({ siteCode: 'Y000023000002' })).toBe('plan/not-in-scope');
    expect(await answer({}, stranger)).toBe('plan/not-in-scope');
    expect(await answer({ specialty: '绣花' })).toBe('plan/level');
    expect(await answer({ examOn: '2029-12-01' })).toBe('plan/filing-not-valid');
    expect(await answer({ examOn: '2026-11-27' })).toBe('plan/too-early');
    expect(await answer({ examOn: '2026-11-20' })).toBe('plan/exam-day-past');
    expect(await answer({ examOn: '2026-02-30' })).toBe('request/invalid');
    expect(await answer({ rooms: [...planContent.rooms, planContent.rooms[0]] })).toBe('request/invalid');
  });

  it('a-filing-told-again: the newest scope and validity count, and a repeat changes nothing', async () => {
    await running.deliver(filed('2026-12-11'));
    expect(problemOf(await desk.post('/plans', clerk, planContent))[1]).toBe('plan/filing-not-valid');
    await running.deliver(filed());
    expect((await desk.post('/plans', clerk, planContent)).status).toBe(201);
    const lines: unknown[] = await running.dataSource.query('SELECT 1 FROM scope_line WHERE site_code = $1', [SITE]);
    expect(lines).toHaveLength(1);
  });

  it('an-exam-is-supervised-where-its-site-stands, whichever city supervises the body', async () => {
    const site = 'S000023000007';
    await running.deliver(
      event(FilingFiledSchema, 'filing-central', {
        ...filedFact,
        filingId: 'filing-central',
        organisationId: 'org-central',
        sites: [{ siteId: 'main', siteCode: site, name: '大庆站点', regionCode: '230600' }],
      }),
    );
    const owner = { ...clerk, subject: 'clerk.central', organisationId: 'org-central' };
    const { body } = await desk.post('/plans', owner, { ...planContent, siteCode: site });
    await desk.post(`/plans/${body.id}/submit`, owner);
    const review = { decision: 'pass', opinion: '同意' };
    expect(problemOf(await desk.post(`/plans/${body.id}/review`, city, review))[1]).toBe('access/foreign-jurisdiction');
    expect((await desk.post(`/plans/${body.id}/review`, { ...otherCity, jurisdiction: '230600' }, review)).status).toBe(
      200,
    );
  });

  it('two-officers-approve-at-once: one wins and one event tells of it', async () => {
    const id = await desk.draft();
    await desk.post(`/plans/${id}/submit`, clerk);
    const review = { decision: 'pass', opinion: '同意' };
    expect(problemOf(await desk.post(`/plans/${id}/review`, otherCity, review))[1]).toBe('access/foreign-jurisdiction');
    expect(problemOf(await desk.post(`/plans/${id}/review`, clerk, review))[1]).toBe('access/role');
    const answers = await Promise.all([1, 2].map(() => desk.post(`/plans/${id}/review`, city, review)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const told = (await running.told(APPROVED)).filter((event) => event.aggregateId === id);
    expect(told.map(({ data }) => data)).toMatchObject([
      {
        planId: id,
        filingId: 'filing-1',
        organisationId: 'org-north',
        siteCode: SITE,
        jurisdiction: '230100',
        subject,
        examOn: EXAM_DAY,
      },
    ]);
  });

  it('a-returned-plan-may-be-submitted-again, a refused or cancelled one not', async () => {
    const id = await desk.draft();
    await desk.post(`/plans/${id}/submit`, clerk);
    const returned = await desk.post(`/plans/${id}/review`, city, { decision: 'return', opinion: '考场不足' });
    expect([returned.body.state, returned.body.history.at(-1).opinion]).toEqual(['draft', '考场不足']);
    await desk.post(`/plans/${id}/submit`, clerk);
    expect((await desk.post(`/plans/${id}/cancel`, clerk)).body.state).toBe('cancelled');
    expect(problemOf(await desk.post(`/plans/${id}/submit`, clerk))).toEqual([409, 'plan/illegal-transition']);
  });

  it('foreign-eyes: lists hold the own plans, single plans of others are refused', async () => {
    const id = await desk.draft();
    expect((await desk.get('/plans', stranger)).body.items).toEqual([]);
    expect((await desk.get('/plans', otherCity)).body.items).toEqual([]);
    expect((await desk.get('/plans', city)).body.items[0].id).toBe(id);
    expect(problemOf(await desk.get(`/plans/${id}`, stranger))[1]).toBe('access/foreign-organisation');
    expect(problemOf(await desk.post(`/plans/${id}/submit`, stranger))[1]).toBe('access/foreign-organisation');
    expect(problemOf(await desk.post(`/plans/${id}/seats`, stranger))[1]).toBe('access/foreign-organisation');
    expect(problemOf(await desk.get(`/plans/${id}`))[1]).toBe('access/unauthenticated');
  });

  it('seats-before-and-after-the-paper: refused before, given once after, and a later paper changes nothing', async () => {
    const id = await desk.draft();
    await desk.approve(id);
    expect(problemOf(await desk.post(`/plans/${id}/seats`, clerk))[1]).toBe('seat/no-paper');
    const paper = paperSealed(id);
    await running.deliver(paper);
    expect((await desk.get(`/plans/${id}`, clerk)).body.paper).toMatchObject({
      paperId: paper.aggregateId,
      contentSha256: 'ab'.repeat(32),
      itemCount: 100,
    });
    expect(problemOf(await desk.post(`/plans/${id}/seats`, clerk))[1]).toBe('seat/no-candidates');
    await desk.upload(id, fixture('roster-welder-3.xls'));
    const answers = await Promise.all([1, 2].map(() => desk.post(`/plans/${id}/seats`, clerk)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const seats = await desk.candidates(id);
    expect(new Set(seats.map(({ room, seat }) => `${room}-${seat}`)).size).toBe(20);
    const numbers = seats.map(({ admissionNumber }) => admissionNumber).sort();
    expect(new Set(numbers).size).toBe(20);
    expect(numbers[0]).toMatch(/^Y00000126121200\d{3}$/);
    await running.deliver(paperSealed(id));
    expect((await desk.get(`/plans/${id}`, clerk)).body.paper.paperId).toBe(paper.aggregateId);
  });

  it('too-few-seats: refused, and two plans of one site and day never share a number', async () => {
    const bytes = fixture('roster-welder-3.second.xls');
    const small = await desk.draft({ ...planContent, rooms: [{ name: '小考场', seats: 2 }] });
    await desk.upload(small, bytes);
    await desk.approve(small);
    await running.deliver(paperSealed(small));
    expect(problemOf(await desk.post(`/plans/${small}/seats`, clerk))).toEqual([409, 'seat/too-few-seats']);
    const one = await desk.seated(bytes);
    const two = await desk.seated(bytes);
    expect(new Set([...one.numbers, ...two.numbers]).size).toBe(6);
  });
});
