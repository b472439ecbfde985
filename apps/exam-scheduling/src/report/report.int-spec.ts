import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aggregateOf, publisherOf, ResultRollAuditedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event, type EventEnvelope, type NewEvent } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import {
  clerk,
  ExamDesk,
  filed,
  fixture,
  planContent,
  points,
  problemOf,
  reviewer,
  SITE,
  stranger,
  subject,
} from '../../test/setting.js';
import { service } from '../service-definition.js';
import { ReportConsumer } from './report.consumer.js';

const REPORTED = 'exam-scheduling.result-roll.reported.v1';
const exam = { ...planContent, examOn: '2026-09-26' };

/** As the broker hands over an aggregate's first event. */
const envelopeOf = ({ subject, aggregateId, data }: NewEvent): EventEnvelope => ({
  eventId: newId(),
  subject,
  publisher: publisherOf(subject),
  aggregateType: aggregateOf(subject),
  aggregateId: `${aggregateId}-${newId()}`,
  aggregateVersion: 1,
  occurredAt: new Date().toISOString(),
  trace: {},
  data,
});

interface RollPart {
  rollId: string;
  part: number;
  parts: number;
  rows: { candidateId: string; admissionNumber: string; personSealed: string; personIndex: string }[];
}

describe('publicity and report on real parts', () => {
  let running: TestService;
  let desk: ExamDesk;

  beforeAll(async () => {
    running = await startTestService(service);
    desk = new ExamDesk(running);
    await running.deliver(filed());
  });
  beforeEach(() => running.setNow('2026-09-01T02:00:00Z'));
  afterAll(async () => {
    await running.stop();
  });

  const partsOf = async (planId: string): Promise<RollPart[]> =>
    (await running.told(REPORTED))
      .map(({ data }) => data as unknown as RollPart & { planId: string })
      .filter((data) => data.planId === planId);
  const audited = (planId: string, rollId: string, rows: object[]): NewEvent =>
    event(ResultRollAuditedSchema, rollId, { rollId, planId, rows, auditedAt: '2026-10-20T02:00:00Z' });
  const reported = async (): Promise<{ id: string; roll: RollPart }> => {
    const { id } = await desk.verified(fixture('roster-welder-3.second.xls'), exam);
    await desk.post(`/plans/${id}/publicity`, clerk);
    running.setNow('2026-10-20T02:00:00Z');
    await desk.post(`/plans/${id}/report`, clerk);
    const [roll] = await partsOf(id);
    if (!roll) throw new Error('nothing was told');
    return { id, roll };
  };

  it('publicity-over-national-day: five working days, masked names of passed persons only, then the report', async () => {
    const { id, numbers } = await desk.seated(fixture('roster-welder-3.second.xls'), exam);
    running.setNow('2026-09-26T08:00:00Z');
    await desk.score(
      id,
      numbers.map((number, index) => points(number, 80, index === 0 ? 59 : 60)),
    );
    await desk.post(`/plans/${id}/scores/verify`, reviewer);
    expect(problemOf(await desk.get(`/publicity/${id}`))).toEqual([404, 'publicity/not-found']);
    running.setNow('2026-09-29T02:00:00Z');
    expect(problemOf(await desk.post(`/plans/${id}/publicity`, stranger))[1]).toBe('access/foreign-organisation');
    const posted = await desk.post(`/plans/${id}/publicity`, clerk);
    expect(posted.body).toMatchObject({ publicityFrom: '2026-09-29', publicityUntil: '2026-10-12' });
    running.setNow('2026-10-12T15:59:00Z');
    const list = await desk.get(`/publicity/${id}?limit=1`);
    expect(list.body).toMatchObject({ level: '三级/高级工', occupationName: '焊工', specialty: '电焊工' });
    const rest = await desk.get(`/publicity/${id}?after=${list.body.next}`);
    const people = [...list.body.items, ...rest.body.items] as { nameMasked: string; documentMasked: string }[];
    expect([people.length, rest.body.next]).toEqual([2, undefined]);
    for (const person of people) {
      expect(person).toMatchObject({ result: 'PASS' });
      expect(['金*浩', '陶*文', '魏*芬']).toContain(person.nameMasked);
      expect(person.documentMasked).toMatch(/^23\d\*{11}\w{4}$/);
    }
    expect(problemOf(await desk.post(`/plans/${id}/report`, clerk))).toEqual([409, 'report/publicity-running']);
    running.setNow('2026-10-12T16:00:00Z');
    expect(problemOf(await desk.get(`/publicity/${id}`))[0]).toBe(404);
    const answers = await Promise.all([1, 2].map(() => desk.post(`/plans/${id}/report`, clerk)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [part, ...others] = await partsOf(id);
    expect(others).toEqual([]);
    expect(part).toMatchObject({
      planId: id,
      filingId: 'filing-1',
      siteCode: SITE,
      jurisdiction: '230100',
      subject,
      examOn: '2026-09-26',
      publicityFrom: '2026-09-29',
      publicityUntil: '2026-10-12',
      part: 1,
      parts: 1,
    });
    expect(part?.rows).toHaveLength(2);
  });

  it('what-a-roll-says-of-a-person: sealed for those who hold the key, found by the index, nothing in clear', async () => {
    const { roll } = await reported();
    const vault = running.get<PersonalDataVault>(PersonalDataVault);
    const people = roll.rows.map((row) => JSON.parse(vault.open('person', row.personSealed)) as Record<string, string>);
    expect(people.map(({ name }) => name).sort()).toEqual(['金承浩', '陶博文', '魏淑芬']);
    for (const [index, person] of people.entries()) {
      expect(Object.keys(person).sort()).toEqual(['documentNumber', 'documentType', 'name']);
      expect(person['documentType']).toBe('resident-id');
      expect(roll.rows[index]?.personIndex).toBe(vault.index('document', person['documentNumber'] ?? ''));
      expect(JSON.stringify(roll)).not.toContain(person['documentNumber']);
    }
  });

  it('the-answer-of-the-authority: each person gets number or refusal, and the last one ends the plan', async () => {
    const { id, roll } = await reported();
    const [first = '', second = '', third = ''] = roll.rows.map((row) => row.candidateId);
    const state = async () => (await desk.get(`/plans/${id}`, clerk)).body.state as string;
    await running.deliver(
      audited(id, roll.rollId, [
        { candidateId: first, certificateNumber: 'Y000023000001263000001' },
        { candidateId: second, refusalRule: 'duplicate-certificate' },
      ]),
    );
    expect(await state()).toBe('reported');
    await running.deliver(
      audited(id, roll.rollId, [{ candidateId: third, certificateNumber: 'Y000023000001263000002' }]),
    );
    expect(await state()).toBe('audited');
    const answers = new Map((await desk.candidates(id)).map((candidate) => [candidate.id, candidate]));
    expect(answers.get(first)).toMatchObject({ state: 'certified', certificateNumber: 'Y000023000001263000001' });
    expect(answers.get(second)).toMatchObject({ state: 'refused', refusalRule: 'duplicate-certificate' });
  });

  it('an-answer-that-does-not-fit: another roll, a stranger or a second answer is not taken', async () => {
    const { id, roll } = await reported();
    const candidateId = roll.rows[0]?.candidateId;
    const good = { candidateId, certificateNumber: 'Y000023000001263000009' };
    const apply = (told: NewEvent): Promise<string> =>
      running
        .get<ReportConsumer>(ReportConsumer)
        .audited(envelopeOf(told))
        .then(
          () => 'taken',
          (error: Error) => error.message,
        );
    expect(await apply(audited(id, newId(), [good]))).toBe('report/audit-answer');
    expect(await apply(audited(id, roll.rollId, [{ candidateId }]))).toBe('report/audit-answer');
    const stray = { candidateId: newId(), certificateNumber: 'Y000023000001263000010' };
    expect(await apply(audited(id, roll.rollId, [good, stray]))).toBe('candidate/illegal-transition');
    expect(await apply(audited(id, roll.rollId, [good]))).toBe('taken');
    expect(await apply(audited(id, roll.rollId, [good]))).toBe('candidate/illegal-transition');
  });

  it('the-same-answer-delivered-twice, also at once: it has one effect and is no error', async () => {
    const { id, roll } = await reported();
    const rows = roll.rows.map(({ candidateId }, index) => ({ candidateId, certificateNumber: `N${index}` }));
    const envelope = envelopeOf(audited(id, roll.rollId, rows));
    const consumer = running.get<ReportConsumer>(ReportConsumer);
    // One of two at once may be told to wait for the other; the broker then delivers it again.
    await Promise.allSettled([consumer.audited(envelope), consumer.audited(envelope)]);
    await consumer.audited(envelope);
    const { body } = await desk.get(`/plans/${id}`, clerk);
    expect(body.history.filter(({ to }: { to: string }) => to === 'audited')).toHaveLength(1);
  });

  it('a-late-report-goes-through-and-is-noted', async () => {
    const { id } = await desk.verified(fixture('roster-welder-3.second.xls'), exam);
    await desk.post(`/plans/${id}/publicity`, clerk);
    running.setNow('2026-11-23T02:00:00Z');
    const answer = await desk.post(`/plans/${id}/report`, clerk);
    expect(answer.body).toMatchObject({ state: 'reported', late: true, rows: 3 });
  });

  it('a-roll-of-1,201: three parts of one roll in order, with everyone in it once', async () => {
    const { id } = await desk.verified(fixture('roster-welder-3.second.xls'), exam);
    await running.dataSource.query(
      `INSERT INTO candidate (id, plan_id, import_id, state, document_index, name_index, person_sealed, phone_sealed,
         row_sealed, admission_number, room, seat)
       SELECT gen_random_uuid(), plan_id, import_id, 'seated', 'document ' || n, name_index, person_sealed, phone_sealed,
         row_sealed, 'Y0000012609265' || to_char(n, 'FM0000'), 'hall', n
       FROM (SELECT * FROM candidate WHERE plan_id = $1 LIMIT 1) AS model, generate_series(1, 1198) AS n`,
      [id],
    );
    await running.dataSource.query(
      `INSERT INTO score SELECT id, 60, 60, false, false, 'clerk', now() FROM candidate
       WHERE plan_id = $1 AND room = 'hall'`,
      [id],
    );
    await desk.post(`/plans/${id}/publicity`, clerk);
    running.setNow('2026-10-20T02:00:00Z');
    const answer = await desk.post(`/plans/${id}/report`, clerk);
    expect(answer.body).toMatchObject({ rows: 1201, parts: 3 });
    const parts = await partsOf(id);
    expect(parts.map(({ part, parts: of, rows }) => [part, of, rows.length])).toEqual([
      [1, 3, 500],
      [2, 3, 500],
      [3, 3, 201],
    ]);
    expect(new Set(parts.map(({ rollId }) => rollId))).toEqual(new Set([answer.body.rollId]));
    expect(new Set(parts.flatMap(({ rows }) => rows.map((row) => row.candidateId))).size).toBe(1201);
  });

  it('a-report-that-fails-half-way: nothing is told and nobody is marked', async () => {
    const { id } = await desk.verified(fixture('roster-welder-3.second.xls'), exam);
    await desk.post(`/plans/${id}/publicity`, clerk);
    running.setNow('2026-10-20T02:00:00Z');
    await running.dataSource.query(
      `UPDATE candidate SET state = 'registered' WHERE id = (SELECT id FROM candidate WHERE plan_id = $1 LIMIT 1)`,
      [id],
    );
    expect(problemOf(await desk.post(`/plans/${id}/report`, clerk))[1]).toBe('candidate/illegal-transition');
    expect(await partsOf(id)).toEqual([]);
    expect((await desk.get(`/plans/${id}`, clerk)).body.state).toBe('in-publicity');
    expect((await desk.candidates(id)).filter(({ state }) => state === 'reported')).toEqual([]);
  });
});
