import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import {
  city,
  craftClerk,
  northClerk,
  otherCity,
  province,
  province2,
  Reporter,
  type ReportedPerson,
} from '../../test/reporter.js';
import { service } from '../service-definition.js';

const BATCH_ISSUED = 'certificate-issuance.certificate-batch.issued.v1';
const ROLL_AUDITED = 'certificate-issuance.result-roll.audited.v1';

describe('result roll on real parts', () => {
  let issuance: TestService;
  let reporter: Reporter;

  beforeAll(async () => {
    issuance = await startTestService(service);
    issuance.setNow('2026-12-01T02:00:00Z');
    reporter = await Reporter.withFiling(issuance);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const issue = (id: string, as: object = province) => issuance.request('POST', `/rolls/${id}/issue`, { as });
  const detail = (id: string, as: object = province) => issuance.request('GET', `/rolls/${id}`, { as });
  const issuedOf = async (rollId: string) =>
    (await issuance.told(BATCH_ISSUED)).filter((told) => told.data['rollId'] === rollId);
  const certificatesOf = async (rollId: string): Promise<unknown[]> =>
    (await issuedOf(rollId)).flatMap((told) => told.data['certificates'] as unknown[]);

  it('parts-out-of-order-and-twice: the roll is whole once, with each row once', async () => {
    const roll = await reporter.plannedRoll({ parts: 2 });
    const first = reporter.people(2);
    const second = reporter.people(3);
    await reporter.report(roll, 2, second);
    const halfway = await detail(roll.rollId);
    expect([halfway.body.state, halfway.body.waitsFor.name]).toEqual(['receiving', 'parts-missing']);
    expect((await issue(roll.rollId)).body.type).toContain('result-roll/illegal-transition');
    await reporter.report(roll, 2, second);
    await reporter.report(roll, 1, first);
    await reporter.report(roll, 1, first);
    const { body } = await detail(roll.rollId);
    expect([body.state, body.partsReceived, body.rows.length]).toEqual(['received', 2, 5]);
    expect(body.rows.map((row: { candidateId: string }) => row.candidateId)).toEqual(
      [...first, ...second].map((person) => person.candidateId),
    );
  });

  it('row-by-row: the dry run and the issuing give the same answer, and both are told', async () => {
    const roll = await reporter.plannedRoll();
    const [good, weak, second] = reporter.people(3) as [ReportedPerson, ReportedPerson, ReportedPerson];
    const rows = [good, { ...weak, skill: 59, theory: 90 }, { ...second, name: '' }, { ...good, candidateId: 'again' }];
    await reporter.report(roll, 1, rows);
    const dry = await detail(roll.rollId, city);
    const rulesOf = (body: { rows: { issuable: boolean; rule?: { name: string } }[] }) =>
      body.rows.map((row) => (row.issuable ? 'issuable' : row.rule?.name));
    expect(rulesOf(dry.body)).toEqual(['issuable', 'skill-failed', 'person-incomplete', 'duplicate-in-roll']);
    expect(dry.body.rows[1].rule.zh).toBe('技能成绩低于60分');
    expect(JSON.stringify(dry.body)).not.toContain(good.documentNumber);
    expect(JSON.stringify(dry.body)).not.toContain(good.name);
    const done = await issue(roll.rollId);
    expect([done.status, done.body.state, done.body.counts]).toEqual([
      200,
      'issued',
      { rows: 4, issued: 1, refused: 3 },
    ]);
    expect(rulesOf((await detail(roll.rollId)).body)).toEqual(rulesOf(dry.body));
    const [told] = await issuedOf(roll.rollId);
    const [certificate] = (told?.data['certificates'] ?? []) as { certificateNumber: string }[];
    expect(told?.data).toMatchObject({
      agencyName: '哈尔滨北方焊接装备有限公司',
      issuedOn: '2026-12-01',
      certificates: [{ candidateId: good.candidateId }],
      planId: roll.planId,
      subject: { occupationCode: '6-18-02-04', levelDigit: '3' },
    });
    expect(certificate?.certificateNumber).toMatch(/^Y000023000001263\d{6}$/);
    const audited = (await issuance.told(ROLL_AUDITED)).find((each) => each.aggregateId === roll.rollId);
    expect(audited?.data['rows']).toEqual([
      { candidateId: good.candidateId, certificateNumber: certificate?.certificateNumber },
      { candidateId: weak.candidateId, refusalRule: 'skill-failed' },
      { candidateId: second.candidateId, refusalRule: 'person-incomplete' },
      { candidateId: 'again', refusalRule: 'duplicate-in-roll' },
    ]);
  });

  it('who-holds-it-already: a second certificate of the same occupation and level is refused', async () => {
    const people = reporter.people(2);
    const before = await reporter.plannedRoll();
    await reporter.report(before, 1, [people[0]!]);
    await issue(before.rollId);
    const after = await reporter.plannedRoll();
    await reporter.report(after, 1, people);
    const { body } = await detail(after.rollId);
    expect(body.rows.map((row: { rule?: { name: string } }) => row.rule?.name ?? 'issuable')).toEqual([
      'already-held',
      'issuable',
    ]);
  });

  it('one-person-in-two-rolls-at-once: exactly one of them gets the certificate', async () => {
    const shared = reporter.people(40);
    const rolls = await Promise.all([reporter.plannedRoll(), reporter.plannedRoll()]);
    await reporter.report(rolls[0], 1, shared);
    await reporter.report(rolls[1], 1, shared.toReversed());
    const answers = await Promise.all(rolls.map((roll) => issue(roll.rollId)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
    const issued = answers.map((answer) => answer.body.counts.issued as number);
    expect(issued.sort((a, b) => a - b)).toEqual([0, 40]);
  });

  it('two-officers-issue-at-once: one wins, and each row gets one certificate', async () => {
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, reporter.people(5));
    const answers = await Promise.all([issue(roll.rollId, province), issue(roll.rollId, province2)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(await certificatesOf(roll.rollId)).toHaveLength(5);
  });

  it('the-same-request-again: the first answer, and nothing issued twice', async () => {
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, reporter.people(3));
    const once = () =>
      issuance.request('POST', `/rolls/${roll.rollId}/issue`, { as: province, key: `k-${roll.rollId}` });
    const first = await once();
    const repeat = await once();
    expect([repeat.status, repeat.body]).toEqual([first.status, first.body]);
    expect(repeat.headers.get('idempotency-replayed')).toBe('true');
    expect(await certificatesOf(roll.rollId)).toHaveLength(3);
  });

  it('copies-not-arrived, publicity-running: issuing is refused, nothing is lost, and it works once they are here', async () => {
    const roll = reporter.newRoll();
    await reporter.report(roll, 1, reporter.people(2));
    const early = await issue(roll.rollId);
    expect([early.status, early.body.titles.en]).toEqual([409, expect.stringContaining('plan has not arrived')]);
    await reporter.approvePlan(roll);
    issuance.setNow('2026-11-30T02:00:00Z');
    expect((await issue(roll.rollId)).body.titles.en).toContain('publicity is still running');
    issuance.setNow('2026-12-01T02:00:00Z');
    expect((await detail(roll.rollId)).body.state).toBe('received');
    expect((await issue(roll.rollId)).body.counts).toEqual({ rows: 2, issued: 2, refused: 0 });
  });

  it('foreign-organisation, foreign-city, wrong-role, no-token: refused, and lists show only what is one’s own', async () => {
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, reporter.people(1));
    const path = `/rolls/${roll.rollId}`;
    const answers = await Promise.all([
      detail(roll.rollId, craftClerk),
      detail(roll.rollId, otherCity),
      issue(roll.rollId, city),
      issue(roll.rollId, northClerk),
      issuance.request('GET', path),
      issue(roll.rollId, { ...province, jurisdiction: '231000' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.type.split(':').at(-1)])).toEqual([
      [403, 'access/foreign-organisation'],
      [403, 'access/foreign-jurisdiction'],
      [403, 'access/role'],
      [403, 'access/role'],
      [401, 'access/unauthenticated'],
      [403, 'access/foreign-jurisdiction'],
    ]);
    const seenBy = async (as: object) =>
      (await issuance.request('GET', '/rolls?limit=200', { as })).body.items.length as number;
    expect([await seenBy(craftClerk), await seenBy(otherCity)]).toEqual([0, 0]);
    expect(await seenBy(northClerk)).toBe(await seenBy(city));
    const page = await issuance.request('GET', '/rolls?limit=2', { as: northClerk });
    const next = await issuance.request('GET', `/rolls?limit=2&after=${page.body.next}`, { as: northClerk });
    const ids = [...page.body.items, ...next.body.items].map((item: { id: string }) => item.id);
    expect(new Set(ids).size).toBe(4);
    expect(page.body.items[0].counts).toEqual({ rows: 1, issued: 0, refused: 0 });
  });
});
