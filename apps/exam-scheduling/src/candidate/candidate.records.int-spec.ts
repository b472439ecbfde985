import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeEvent, ResultRollAuditedSchema, ResultRollReportedSchema } from '@app/contracts';
import { event } from '@app/messaging';
import { PersonalDataVault, RecordsDesk, type HeldRecord } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import type { JsonValue } from '@bufbuild/protobuf';
import { clerk, ExamDesk, filed, fixture, planContent, points, readBack, reviewer } from '../../test/setting.js';
import { service } from '../service-definition.js';
import type { Person } from './candidate.js';

const ROSTER = 'roster-welder-3.xls';
const LAST_DAY = '2031-10-09';
const AFTER = '2031-10-10';
/** Parents first. */
const TABLES = ['roster_import', 'roster_row', 'candidate', 'score', 'outbox'];
const REPORTED = 'exam-scheduling.result-roll.reported.v1';
const exam = { ...planContent, examOn: '2026-10-09', rooms: [{ name: '第一考场', seats: 40 }] };

interface Known extends Person {
  id: string;
  admissionNumber: string;
}

describe('what exam scheduling holds about persons', () => {
  let running: TestService;
  let desk: ExamDesk;
  let records: RecordsDesk;
  let forgotten: string[];
  let planId: string;
  let certified: Known;
  let refused: Known;
  let failed: Known;

  const query = <T>(sql: string, values: unknown[] = []): Promise<T[]> => running.dataSource.query<T[]>(sql, values);
  const vault = (): PersonalDataVault => running.get<PersonalDataVault>(PersonalDataVault);
  const find = (documentNumber: string, withValues = false): Promise<HeldRecord[]> =>
    records.find({ by: 'document', documentNumber }, { withValues, action: 'person.held' });
  const shape = (held: HeldRecord[]): string[] =>
    held.map(({ place, until }) => `${place.table} ${place.rule} ${until ?? 'permanent'}`).sort();
  /** Document number in the row of the workbook that is refused by a rule. */
  const documentOfRow = (rule: string): string => {
    const expected = JSON.parse(fixture(`${ROSTER.replace('.xls', '')}.expected.json`).toString()) as {
      rows: { row: number; rule: string | null }[];
    };
    const row = expected.rows.find((each) => each.rule === rule)?.row ?? 0;
    const rows = readBack(fixture(ROSTER));
    return String(rows[row - 1]?.[rows[0]?.indexOf('证件号码') ?? 0]);
  };
  const lastAudit = async (): Promise<Record<string, unknown>> =>
    (await query<{ content: Record<string, unknown> }>('SELECT content FROM audit ORDER BY id DESC LIMIT 1'))[0]!
      .content;

  beforeAll(async () => {
    running = await startTestService(service);
    desk = new ExamDesk(running);
    running.setNow('2026-09-01T02:00:00Z');
    await running.deliver(filed());
    const { url } = running.dataSource.options as unknown as { url: string };
    const forget = (events: readonly { streamSequence: string }[]): Promise<void> =>
      Promise.resolve(void forgotten.push(...events.map(({ streamSequence }) => streamSequence)));
    records = await RecordsDesk.open(service, url, vault(), { forget });
    await reportedAndAnswered();
    for (const table of TABLES) await query(`CREATE TABLE saved_${table} AS TABLE ${table}`);
  });
  beforeEach(async () => {
    forgotten = [];
    await query(`TRUNCATE ${TABLES.join(', ')}`);
    for (const table of TABLES) await query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE TABLE saved_${table}`);
  });
  afterAll(async () => {
    await records.close();
    await running.stop();
  });

  /** In any order, but the one last who stands in the workbook twice. */
  async function seatedPeople(): Promise<Known[]> {
    const rows = await query<{ id: string; person: string; admissionNumber: string }>(
      'SELECT id, person_sealed AS person, admission_number AS "admissionNumber" FROM candidate',
    );
    const people = rows.map(({ person, ...row }) => ({
      ...(JSON.parse(vault().open('person', person)) as Person),
      ...row,
    }));
    const isTwice = ({ documentNumber }: Person): number => Number(documentNumber === documentOfRow('duplicate'));
    return people.toSorted((a, b) => isTwice(a) - isTwice(b));
  }

  /** Of twenty candidates one fails; of the others one is refused by the authority, the rest get a certificate. */
  async function reportedAndAnswered(): Promise<void> {
    planId = (await desk.seated(fixture(ROSTER), exam)).id;
    const people = await seatedPeople();
    [failed, refused, certified] = people as [Known, Known, Known];
    running.setNow('2026-10-09T08:00:00Z');
    await desk.score(
      planId,
      people.map(({ admissionNumber }, at) => points(admissionNumber, at === 0 ? 40 : 80, 80)),
    );
    await desk.post(`/plans/${planId}/scores/verify`, reviewer);
    await desk.post(`/plans/${planId}/publicity`, clerk);
    running.setNow('2026-10-20T02:00:00Z');
    await desk.post(`/plans/${planId}/report`, clerk);
    const [told] = await running.told(REPORTED);
    const rollId = String(told?.data['rollId']);
    const rows = people
      .slice(1)
      .map(({ id }, at) =>
        at === 0 ? { candidateId: id, refusalRule: 'already-held' } : { candidateId: id, certificateNumber: `N${at}` },
      );
    await running.deliver(
      event(ResultRollAuditedSchema, rollId, { rollId, planId, rows, auditedAt: '2026-10-21T02:00:00Z' }),
    );
  }

  it('held: found by index in every table, each record with its day and rule', async () => {
    expect(shape(await find(certified.documentNumber))).toEqual([
      'candidate certificate-base permanent',
      `candidate exam-archive ${LAST_DAY}`,
      'outbox certificate-base permanent',
      `roster_row exam-archive ${LAST_DAY}`,
      'score certificate-base permanent',
    ]);
    expect(shape(await find(failed.documentNumber))).toEqual([
      `candidate exam-archive ${LAST_DAY}`,
      `roster_row exam-archive ${LAST_DAY}`,
      `score exam-archive ${LAST_DAY}`,
    ]);
  });

  it('held: a row that was refused is found too, by opening what no index leads to', async () => {
    const held = await find(documentOfRow('education-value'), true);
    expect(shape(held)).toEqual([`roster_row exam-archive ${LAST_DAY}`]);
    expect(held[0]?.values).toMatchObject({
      verdict: 'refused',
      cells: { 证件号码: documentOfRow('education-value') },
    });
  });

  it('held: a row that does not open is told of and hides no other', async () => {
    const [strange] = await query<{ ref: string }>(
      `UPDATE roster_row SET cells_sealed = 'v1.deadbeef.AAAA' WHERE row_number = 2
       RETURNING 'roster-row/' || import_id || '/' || row_number AS ref`,
    ).then(([rows]) => rows as unknown as { ref: string }[]);
    const unreadable: string[] = [];
    const documentNumber = documentOfRow('education-value');
    const onUnreadable = (ref: string): void => void unreadable.push(ref);
    const sought = { by: 'document', documentNumber } as const;
    expect(await records.find(sought, { withValues: false, action: 'person.held', onUnreadable })).toHaveLength(1);
    expect(unreadable).toEqual([strange?.ref]);
  });

  it('values in clear are for the person alone: their own row, opened, without indexes; without them the look shows none', async () => {
    const held = await find(certified.documentNumber, true);
    const { name, documentType, documentNumber } = certified;
    const base = held.find(({ place }) => place.table === 'candidate' && place.rule === 'certificate-base');
    expect(base?.values).toMatchObject({
      person: { name, documentType, documentNumber },
      certificate_number: expect.anything(),
    });
    expect(held.find(({ place }) => place.table === 'outbox')?.values).toMatchObject({
      candidateId: certified.id,
      person: { name },
    });
    const text = JSON.stringify(held.map(({ values }) => values));
    for (const stranger of [failed, refused]) expect(text).not.toContain(stranger.documentNumber);
    expect(text).not.toMatch(/_index|personIndex|v1\./);
    expect(JSON.stringify(await find(certified.documentNumber))).not.toContain(name);
  });

  it('each look leaves its row: by the operator, of records by their opaque names only', async () => {
    await find(failed.documentNumber);
    const look = await lastAudit();
    expect(look).toMatchObject({ kind: 'look', actor: 'operator', action: 'person.held' });
    expect(look['persons']).toContain(`candidate/${failed.id}`);
    await find(failed.documentNumber, true);
    expect(await lastAudit()).toMatchObject({ kind: 'export' });
    await find('230103199001011230');
    expect(await lastAudit()).toMatchObject({ kind: 'look', persons: [] });
  });

  it('erase refuses on the last day: nothing is taken', async () => {
    expect(await records.eraseFound(await find(failed.documentNumber), LAST_DAY)).toBe(0);
    expect(await find(failed.documentNumber)).toHaveLength(3);
  });

  it('erase after it: who failed or was refused is gone everywhere, the event stays and decodes, nobody else is touched', async () => {
    await query('UPDATE outbox SET stream_sequence = 7, published_at = now() WHERE subject = $1', [REPORTED]);
    for (const person of [failed, refused]) {
      expect(await records.eraseFound(await find(person.documentNumber), AFTER)).toBe(2);
      expect(await lastAudit()).toMatchObject({ kind: 'change', action: 'person.erase', actor: 'operator' });
      expect(await find(person.documentNumber)).toEqual([]);
    }
    expect(forgotten).toEqual(['7']);
    const [told] = await running.told(REPORTED);
    const { rows } = decodeEvent(ResultRollReportedSchema, told?.data as JsonValue);
    expect(rows).toHaveLength(19);
    const emptied = rows.filter(({ personSealed, personIndex }) => personSealed === '' && personIndex === '');
    expect(emptied.map(({ candidateId }) => candidateId)).toEqual([refused.id]);
    expect(await find(certified.documentNumber)).toHaveLength(5);
  });

  it('who holds the certificate keeps exactly what it rests on; phone, registration and the uploaded row go', async () => {
    const [before] = await query<object>('SELECT * FROM candidate WHERE id = $1', [certified.id]);
    expect(await records.eraseFound(await find(certified.documentNumber), AFTER)).toBe(2);
    const [after] = await query<object>('SELECT * FROM candidate WHERE id = $1', [certified.id]);
    expect(after).toEqual({ ...before, phone_sealed: null, row_sealed: null });
    expect(shape(await find(certified.documentNumber))).toEqual([
      'candidate certificate-base permanent',
      'outbox certificate-base permanent',
      'score certificate-base permanent',
    ]);
    expect(await records.eraseFound(await find(certified.documentNumber), AFTER)).toBe(0);
  });

  it('retention for everyone: nothing before the day; after it 1 failed, 1 refused, 18 registrations and 27 uploaded rows; a second run finds nothing', async () => {
    const run = async (today: string): Promise<Record<string, number>> => {
      const erased: Record<string, number> = {};
      for (const place of records.places.filter(({ erase }) => erase)) {
        for (let count = -1; count !== 0;) {
          count = await records.eraseSome(place, today);
          erased[place.table] = (erased[place.table] ?? 0) + count;
        }
      }
      return erased;
    };
    expect(await run(LAST_DAY)).toMatchObject({ candidate: 0, roster_row: 0, event_failure: 0 });
    const counted = (await records.count(AFTER)).filter(({ goes, place }) => goes > 0 && place.erase);
    expect(counted.map(({ place, goes }) => [place.table, goes])).toEqual([
      ['candidate', 2],
      ['candidate', 18],
      ['roster_row', 27],
    ]);
    expect(await run(AFTER)).toMatchObject({ candidate: 20, roster_row: 27, event_failure: 0 });
    expect(await run(AFTER)).toMatchObject({ candidate: 0, roster_row: 0, idempotency_key: 0 });
    expect(await query('SELECT 1 FROM score')).toHaveLength(18);
    expect((await records.count(AFTER)).every(({ goes }) => goes === 0)).toBe(true);
  });

  it('a person whose roll the authority has not answered stays, whatever the day', async () => {
    await query(`UPDATE candidate SET state = 'reported', certificate_number = NULL WHERE id = $1`, [certified.id]);
    const held = await find(certified.documentNumber);
    expect(held.filter(({ place }) => place.table === 'candidate').map(({ place }) => place.rule)).toEqual([
      'open-procedure',
    ]);
    expect(await records.eraseFound(held, AFTER)).toBe(1);
    expect((await find(certified.documentNumber)).map(({ place }) => place.table)).toEqual([
      'candidate',
      'score',
      'outbox',
    ]);
  });
});
