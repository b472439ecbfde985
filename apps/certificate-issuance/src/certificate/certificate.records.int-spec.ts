import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ResultRollReportedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault, RecordsDesk, type HeldRecord } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { province, Reporter, type ReportedPerson, type ReportedRoll } from '../../test/reporter.js';
import { service } from '../service-definition.js';

const LAST_DAY = '2031-11-21';
const AFTER = '2031-11-22';

describe('what certificate issuance holds about persons', () => {
  let running: TestService;
  let records: RecordsDesk;
  let holder: ReportedPerson;
  let refused: ReportedPerson;
  let waiting: ReportedPerson;
  let issued: ReportedRoll;

  const find = (documentNumber: string, withValues = false): Promise<HeldRecord[]> =>
    records.find({ by: 'document', documentNumber }, { withValues, action: 'person.held' });
  const tables = (held: HeldRecord[]): string[] =>
    held.map(({ place, until }) => `${place.table} ${until ?? place.rule}`);

  beforeAll(async () => {
    running = await startTestService(service);
    running.setNow('2026-12-01T02:00:00Z');
    const reporter = await Reporter.withFiling(running);
    [holder, refused, waiting] = reporter.people(3) as [ReportedPerson, ReportedPerson, ReportedPerson];
    issued = await reporter.plannedRoll();
    await reporter.report(issued, 1, [holder, { ...refused, theory: 59 }]);
    await running.request('POST', `/rolls/${issued.rollId}/issue`, { as: province, json: {} });
    await reporter.report(await reporter.plannedRoll(), 1, [waiting]);
    const { url } = running.dataSource.options as unknown as { url: string };
    records = await RecordsDesk.open(service, url, running.get<PersonalDataVault>(PersonalDataVault));
  });
  afterAll(async () => {
    await records.close();
    await running.stop();
  });

  it('held: certificate, holding, its row and its event for good; a refused row to its day; one without answer until it has one', async () => {
    expect(tables(await find(holder.documentNumber))).toEqual([
      'result_row certificate-base',
      'certificate certificate-base',
      'holding certificate-base',
      'outbox certificate-base',
    ]);
    expect(tables(await find(refused.documentNumber))).toEqual([`result_row ${LAST_DAY}`]);
    expect(tables(await find(waiting.documentNumber))).toEqual(['result_row open-procedure']);
  });

  it('values for the person: the certificate as it stands, with its credential, and no blind index', async () => {
    const held = await find(holder.documentNumber, true);
    const certificate = held.find(({ place }) => place.table === 'certificate');
    expect(certificate?.values).toMatchObject({
      holder: { name: holder.name, documentNumber: holder.documentNumber },
      paper: expect.stringMatching(/^[\w-]+$/),
    });
    expect(JSON.stringify(held.map(({ values }) => values))).not.toMatch(/_index|Index|v1\.[0-9a-f]{8}\./);
  });

  it('dead letters: one that names the person is found, and emptied with the rest of its exam', async () => {
    const vault = running.get<PersonalDataVault>(PersonalDataVault);
    const [rollId, letter] = [newId(), newId()];
    const stranger = { ...refused, documentNumber: '230102199003010999' };
    const told = event(ResultRollReportedSchema, rollId, {
      rollId,
      examOn: '2026-11-21',
      rows: [stranger].map(({ name, documentNumber }) => ({
        candidateId: 'c',
        personIndex: 'i',
        personSealed: vault.seal('person', JSON.stringify({ name, documentType: 'resident-id', documentNumber })),
      })),
    });
    await running.dataSource.query(
      `INSERT INTO event_failure (event_id, publisher, subject, aggregate_type, aggregate_id, aggregate_version, envelope, state, attempts, reason)
       VALUES ($1, 'exam-scheduling', $2, 'result-roll', $3, 1, $4, 'dead', 8, 'unknown')`,
      [letter, told.subject, rollId, JSON.stringify({ eventId: letter, data: told.data })],
    );
    const held = await find(stranger.documentNumber);
    expect(tables(held)).toEqual([`event_failure ${LAST_DAY}`]);
    expect(await records.eraseFound(held, LAST_DAY)).toBe(0);
    expect(await records.eraseFound(held, AFTER)).toBe(1);
    expect(await find(stranger.documentNumber)).toEqual([]);
    const [row] = await running.dataSource.query('SELECT envelope FROM event_failure WHERE event_id = $1', [letter]);
    expect(row.envelope.data.rows).toEqual([{ candidateId: 'c' }]);
  });

  it('erase: the refused row goes after its day and not before; certificates and open procedures stay', async () => {
    for (const person of [holder, refused, waiting]) {
      expect(await records.eraseFound(await find(person.documentNumber), LAST_DAY)).toBe(0);
    }
    const erased = [];
    for (const person of [holder, refused, waiting]) {
      erased.push(await records.eraseFound(await find(person.documentNumber), AFTER));
    }
    expect(erased).toEqual([0, 1, 0]);
    expect(await find(refused.documentNumber)).toEqual([]);
    expect(await find(holder.documentNumber)).toHaveLength(4);
    const roll = await running.request('GET', `/rolls/${issued.rollId}`, { as: province });
    expect(roll.status).toBe(200);
  });
});
