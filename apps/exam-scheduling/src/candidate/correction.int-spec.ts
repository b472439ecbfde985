import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PersonalDataVault, RecordsDesk, type CorrectableField } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { ExamDesk, filed, fixture, planContent } from '../../test/setting.js';
import { service } from '../service-definition.js';
import type { Person } from './candidate.js';

const exam = { ...planContent, examOn: '2026-10-09' };
/** Synthetic, of a day of birth and sex of its own. */
const OTHER_ID = '230102198603070022';

interface Row {
  id: string;
  name_index: string;
  document_index: string;
  person_sealed: string;
  phone_sealed: string;
  row_sealed: string;
}

describe('correction of a candidate by the operator', () => {
  let running: TestService;
  let records: RecordsDesk;
  let desk: ExamDesk;
  let planId: string;
  let before: Row;
  let other: Row;

  const vault = (): PersonalDataVault => running.get<PersonalDataVault>(PersonalDataVault);
  const person = (row: Row): Person => JSON.parse(vault().open('person', row.person_sealed)) as Person;
  const values = (row: Row): Record<string, string> =>
    JSON.parse(vault().open('person', row.row_sealed)) as Record<string, string>;
  const rows = (): Promise<Row[]> => running.dataSource.query<Row[]>('SELECT * FROM candidate ORDER BY id');
  const current = async (): Promise<Row> => (await rows()).find(({ id }) => id === before.id) as Row;
  const correct = (field: CorrectableField, value: string, id = before.id): Promise<void> =>
    records.correct('candidate', { id, field, value, today: '2026-09-02' });
  const refusal = async (field: CorrectableField, value: string, id?: string): Promise<unknown> =>
    correct(field, value, id).then(
      () => 'corrected',
      (error: { code: string; faults: { field: string }[] }) => [error.code, ...error.faults.map((each) => each.field)],
    );

  beforeAll(async () => {
    running = await startTestService(service);
    desk = new ExamDesk(running);
    running.setNow('2026-09-01T02:00:00Z');
    await running.deliver(filed());
    const { url } = running.dataSource.options as unknown as { url: string };
    records = await RecordsDesk.open(service, url, vault());
  });
  beforeEach(async () => {
    await running.dataSource.query('TRUNCATE score, candidate, roster_row, roster_import, plan CASCADE');
    planId = await desk.draft(exam);
    await desk.upload(planId, fixture('roster-welder-3.second.xls'));
    [before, other] = (await rows()) as [Row, Row];
  });
  afterAll(async () => {
    await records.close();
    await running.stop();
  });

  it('name: normalised, sealed and indexed anew, also in the registration; an audit row names the candidate only', async () => {
    await correct('name', ' 欧阳 娜娜 ');
    const after = await current();
    expect([person(after), values(after)['姓名']]).toEqual([{ ...person(before), name: '欧阳娜娜' }, '欧阳娜娜']);
    expect([after.name_index, after.document_index]).toEqual([
      vault().index('name', '欧阳娜娜'),
      before.document_index,
    ]);
    const [audit] = await running.dataSource.query<{ content: Record<string, unknown> }[]>(
      `SELECT content FROM audit WHERE content ->> 'action' = 'person.correct-name'`,
    );
    expect(audit?.content).toMatchObject({ kind: 'change', actor: 'operator', persons: [`candidate/${before.id}`] });
    expect(JSON.stringify(audit)).not.toContain('欧阳');
  });

  it('document: by the rules of the number, with the day of birth and sex that it says', async () => {
    expect(await refusal('document', `${OTHER_ID.slice(0, 17)}1`)).toEqual([
      'candidate/correction-refused',
      '证件号码',
    ]);
    await correct('document', OTHER_ID);
    const after = await current();
    expect(person(after).documentNumber).toBe(OTHER_ID);
    expect(after.document_index).toBe(vault().index('document', OTHER_ID));
    expect(values(after)).toMatchObject({ 证件号码: OTHER_ID, 出生日期: '1986-03-07', 性别: '女' });
  });

  it('phone: eleven digits, in any width', async () => {
    expect(await refusal('phone', '12345')).toEqual(['candidate/correction-refused', '手机号码']);
    await correct('phone', '１３８００００００７７');
    expect(vault().open('phone', (await current()).phone_sealed)).toBe('13800000077');
  });

  it('another candidate’s document, an unknown record and a reported roll are refused, and nothing changes', async () => {
    const untouched = await rows();
    expect(await refusal('document', person(other).documentNumber)).toEqual(['candidate/correction-duplicate']);
    expect(await refusal('name', '张三', 'x')).toEqual(['person/no-such-record']);
    await running.dataSource.query(`UPDATE plan SET state = 'reported' WHERE id = $1`, [planId]);
    expect(await refusal('name', '张三')).toEqual(['candidate/correction-closed']);
    expect(await rows()).toEqual(untouched);
  });
});
