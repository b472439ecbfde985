import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import {
  clerk,
  ExamDesk,
  examiner,
  filed,
  fixture,
  PLANNING,
  points,
  problemOf,
  reviewer,
  stranger,
} from '../../test/setting.js';
import { service } from '../service-definition.js';

const EXAM_MORNING = '2026-12-12T01:00:00Z';

describe('scores on real parts', () => {
  let running: TestService;
  let desk: ExamDesk;

  beforeAll(async () => {
    running = await startTestService(service);
    desk = new ExamDesk(running);
    running.setNow(PLANNING);
    await running.deliver(filed());
  });
  beforeEach(() => running.setNow(PLANNING));
  afterAll(async () => {
    await running.stop();
  });

  it('good-rows-go-in-and-bad-rows-come-back; before the exam day nothing does', async () => {
    const { id, numbers } = await desk.seated(fixture('roster-welder-3.second.xls'));
    const [first = '', second = ''] = numbers;
    const rows = [points(first, 90, 59), points(second, 101, 60), points('Y00000126121299999', 60, 60)];
    expect(problemOf(await desk.score(id, rows))).toEqual([409, 'score/before-exam']);
    running.setNow(EXAM_MORNING);
    expect(problemOf(await desk.score(id, rows, stranger))[1]).toBe('access/foreign-organisation');
    const answer = await desk.score(id, rows, examiner);
    expect(answer.body.accepted).toEqual([{ admissionNumber: first, result: 'FAIL' }]);
    expect(answer.body.refused).toMatchObject([
      { index: 1, admissionNumber: second, faults: [{ rule: 'points-range' }] },
      { index: 2, faults: [{ rule: 'unknown-admission-number' }] },
    ]);
    const shown = (await desk.candidates(id)).map(({ admissionNumber, result }) => [admissionNumber, result] as const);
    expect(new Map(shown).get(first)).toBe('FAIL');
    expect(shown.filter(([, result]) => result === undefined)).toHaveLength(2);
  });

  it('a-request-without-a-good-row-changes-nothing', async () => {
    const { id, numbers } = await desk.seated(fixture('roster-welder-3.second.xls'));
    running.setNow(EXAM_MORNING);
    const answer = await desk.score(id, [points(numbers[0] ?? '', 60.5, 60)]);
    expect([answer.status, answer.body.accepted]).toEqual([200, []]);
    expect((await desk.get(`/plans/${id}`, clerk)).body.state).toBe('seated');
  });

  it('verification: not while someone lacks a score, not by anyone who entered, and closed afterwards', async () => {
    const { id, numbers } = await desk.seated(fixture('roster-welder-3.second.xls'));
    const [first = '', second = '', third = ''] = numbers;
    running.setNow(EXAM_MORNING);
    const both = { ...clerk, subject: 'both.north', roles: ['agency-clerk', 'agency-reviewer'] } as const;
    const verify = (as: object) => desk.post(`/plans/${id}/scores/verify`, as);
    await desk.score(id, [points(first, 60, 60)], both);
    await desk.score(id, [points(first, 80, 80), points(second, 70, null)]);
    expect(problemOf(await verify(reviewer))).toEqual([409, 'score/missing']);
    expect(problemOf(await verify({ ...reviewer, organisationId: 'org-craft' }))[1]).toBe(
      'access/foreign-organisation',
    );
    const absent = { ...points(third, null, null), theoryAbsent: true, skillAbsent: true };
    await desk.score(id, [points(second, 70, 59), absent]);
    expect(problemOf(await verify(both))).toEqual([403, 'access/same-person']);
    const answers = await Promise.all([verify(reviewer), verify(reviewer)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(problemOf(await desk.score(id, [points(first, 100, 100)]))).toEqual([409, 'plan/illegal-transition']);
    const results = (await desk.candidates(id)).map(({ admissionNumber, result }) => `${admissionNumber} ${result}`);
    expect(results.sort()).toEqual([`${first} PASS`, `${second} FAIL`, `${third} INCOMPLETE`]);
  });
});
