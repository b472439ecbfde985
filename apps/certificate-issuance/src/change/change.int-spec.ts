import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  decodeCoseSign1,
  decodeLogEntry,
  decodePaperPayload,
  issuerIdOf,
  parseEntryBundle,
  tokenState,
  verifyTokenStatusList,
  type LogEntry,
} from '@app/credential';
import { newId } from '@app/kernel';
import { PersonalDataVault } from '@app/platform';
import { eventually, startTestService, type TestService } from '@app/testing';
import { craftClerk, northClerk, province, province2, Reporter } from '../../test/reporter.js';
import { service } from '../service-definition.js';

const STATUS_CHANGED = 'certificate-issuance.certificate.status-changed.v1';
const BATCH_ISSUED = 'certificate-issuance.certificate-batch.issued.v1';
const document = { title: '调查报告', number: '', issuedOn: '2026-11-30', sha256: 'a'.repeat(64) };

interface Row {
  id: string;
  number: string;
  version: number;
  status: string;
  replaces: string | null;
  replaced_by: string | null;
  status_list: number;
  status_index: number;
  paper_sealed: string;
  document_index: string;
}

describe('changes of certificates on real parts', () => {
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

  const post = (path: string, as: object, json: object = {}) => issuance.request('POST', path, { as, json });
  const rowsOf = (rollId: string): Promise<Row[]> =>
    issuance.dataSource.query('SELECT * FROM certificate WHERE roll_id = $1 ORDER BY number, version', [rollId]);
  const issuedRoll = async (people: number) => {
    const roll = await reporter.plannedRoll();
    const persons = reporter.people(people);
    await reporter.report(roll, 1, persons);
    await post(`/rolls/${roll.rollId}/issue`, province);
    return { ...roll, persons, rows: await rowsOf(roll.rollId) };
  };
  const revocation = (extra: object) => ({
    kind: 'revoke',
    reason: 'fraud',
    explanation: '替考：张三丰',
    document,
    ...extra,
  });
  const logged = async (): Promise<LogEntry[]> => {
    const batches: { leaves: number; entries: Buffer }[] = await issuance.dataSource.query(
      'SELECT leaves, entries FROM log_batch ORDER BY position',
    );
    return batches.flatMap(({ leaves, entries }) => parseEntryBundle(entries, leaves).map(decodeLogEntry));
  };
  const listed = async (row: Row): Promise<string> => {
    const response = await fetch(`${issuance.url}/status-lists/${row.status_list}/token`);
    const jwt = await response.text();
    // The key is there when the first list was signed.
    const { body } = await issuance.request('GET', '/keys');
    const issuer = issuerIdOf('registry-status');
    const key = body.keys.find(
      (each: { issuer: string; state: string }) => each.issuer === issuer && each.state === 'active',
    );
    const uri = `http://localhost:8080/api/certificate-issuance/status-lists/${row.status_list}/token`;
    const now = Date.parse('2026-12-01T02:00:30Z') / 1000;
    const { list } = await verifyTokenStatusList(jwt, key, { uri, now });
    return tokenState(list, row.status_index).outcome;
  };

  it('one-person-cannot-revoke: the proposer is refused by the service and by the database', async () => {
    const { rows } = await issuedRoll(1);
    const [row] = rows as [Row];
    const proposed = await post('/changes', province, revocation({ certificateIds: [row.id] }));
    expect([proposed.status, proposed.body.state]).toEqual([201, 'proposed']);
    const own = await post(`/changes/${proposed.body.id}/approve`, province);
    expect([own.status, own.body.type]).toEqual([403, 'urn:jiangzheng:problem:change/own-proposal']);
    const directly = issuance.dataSource.query(
      `UPDATE certificate_change SET state = 'done', decided_by = proposed_by WHERE id = $1`,
      [proposed.body.id],
    );
    await expect(directly).rejects.toThrow(/two_persons/);
    expect(await listed(row)).toBe('valid');
  });

  it('revoked-by-two: status list, event and log say it, the holder may be assessed anew, and no text of the reason leaves', async () => {
    const { rows, persons } = await issuedRoll(2);
    const [row, other] = rows as [Row, Row];
    const proposed = await post('/changes', northClerk, revocation({ certificateIds: [row.id] }));
    const done = await post(`/changes/${proposed.body.id}/approve`, province);
    expect([done.status, done.body.state, done.body.changed]).toEqual([200, 'done', 1]);
    expect([await listed(row), await listed(other)]).toEqual(['revoked', 'valid']);
    const told = (await issuance.told(STATUS_CHANGED)).find(({ aggregateId }) => aggregateId === row.id);
    expect(told?.data).toMatchObject({
      status: 'revoked',
      reason: 'fraud',
      changedOn: '2026-12-01',
      subsidyUntil: '2027-12-01',
    });
    const entries = await logged();
    expect(entries).toContainEqual(
      expect.objectContaining({ type: 'certificate-status', id: row.id, status: 'revoked', reason: 'fraud' }),
    );
    await eventually(
      async () => (await logged()).some((entry) => entry.type === 'status-epoch' && entry.list === row.status_list),
      'an epoch of the status list in the log',
    );
    expect(JSON.stringify([entries, told])).not.toContain('张三丰');
    const [dump] = await issuance.dataSource.query('SELECT c::text FROM certificate_change c WHERE id = $1', [
      done.body.id,
    ]);
    expect(JSON.stringify(dump)).not.toContain('张三丰');
    const again = await reporter.plannedRoll();
    await reporter.report(again, 1, [persons[0]!]);
    expect((await post(`/rolls/${again.rollId}/issue`, province)).body.counts.issued).toBe(1);
  });

  it('a-fraudulent-roll-at-once: every valid certificate is revoked, one that was cancelled before stays cancelled', async () => {
    const { rollId, rows } = await issuedRoll(5);
    const cancelled = await post('/changes', province, {
      ...revocation({ certificateIds: [rows[0]!.id] }),
      kind: 'cancel',
      reason: 'holder-request',
    });
    const bulk = await post('/changes', province, revocation({ rollId }));
    await post(`/changes/${cancelled.body.id}/approve`, province2);
    const done = await post(`/changes/${bulk.body.id}/approve`, province2);
    expect([done.status, done.body.changed]).toEqual([200, 4]);
    expect((await rowsOf(rollId)).map(({ status }) => status)).toEqual([
      'cancelled',
      'revoked',
      'revoked',
      'revoked',
      'revoked',
    ]);
  });

  it('two-officers-approve-at-once: it is done once', async () => {
    const { rows } = await issuedRoll(1);
    const proposed = await post('/changes', northClerk, revocation({ certificateIds: [rows[0]!.id] }));
    const answers = await Promise.all(
      [province, province2].map((as) => post(`/changes/${proposed.body.id}/approve`, as)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await issuance.told(STATUS_CHANGED)).filter(({ aggregateId }) => aggregateId === rows[0]!.id)).toHaveLength(
      1,
    );
  });

  it('a-corrected-name: the next version keeps number and day, points to the one before, and is in the log with it', async () => {
    const { rows, rollId } = await issuedRoll(1);
    const [before] = rows as [Row];
    const proposed = await post('/changes', northClerk, {
      kind: 'correct',
      reason: 'person-corrected',
      explanation: '姓名错字',
      document,
      certificateIds: [before.id],
      correction: { name: '王小𬭩', documentType: '居民身份证', documentNumber: '230102199003018888' },
    });
    expect(proposed.body.type ?? proposed.status).toBe(201);
    const done = await post(`/changes/${proposed.body.id}/approve`, province);
    expect([done.status, done.body.changed]).toEqual([200, 1]);
    const [old, next] = (await rowsOf(rollId)) as [Row, Row];
    expect([old.status, old.replaced_by]).toEqual(['replaced', next.id]);
    expect([next.status, next.number, next.version, next.replaces]).toEqual(['valid', before.number, 2, before.id]);
    expect([await listed(old), await listed(next)]).toEqual(['replaced', 'valid']);
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    const cose = Buffer.from(vault.open('person', next.paper_sealed), 'base64url');
    const claims = decodePaperPayload(decodeCoseSign1(cose).payload);
    expect(claims).toMatchObject({
      holderName: '王小𬭩',
      documentTail: '8888',
      reissue: 1,
      certificateNumber: before.number,
    });
    const paper = createHash('sha256').update(decodeCoseSign1(cose).payload).digest('base64url');
    expect(await logged()).toContainEqual(
      expect.objectContaining({ type: 'certificate', id: next.id, replaces: before.id, paper }),
    );
    const told = (await issuance.told(BATCH_ISSUED)).at(-1);
    expect(told?.data['certificates']).toMatchObject([{ certificateId: next.id, version: 2, replaces: before.id }]);
    expect(
      await issuance.dataSource.query('SELECT certificate_id FROM holding WHERE document_index = $1', [
        next.document_index,
      ]),
    ).toEqual([{ certificate_id: next.id }]);
  });

  it('what-does-not-go-together: of two bodies, not there, of another body, without correction', async () => {
    const { rows } = await issuedRoll(1);
    const unknown = await post('/changes', province, revocation({ certificateIds: [rows[0]!.id, newId()] }));
    const foreign = await post('/changes', craftClerk, revocation({ certificateIds: [rows[0]!.id] }));
    const empty = await post('/changes', province, {
      ...revocation({ certificateIds: [rows[0]!.id] }),
      kind: 'correct',
      reason: 'person-corrected',
    });
    expect([unknown, foreign, empty].map(({ status, body }) => [status, body.type.split(':').at(-1)])).toEqual([
      [422, 'change/certificates'],
      [403, 'access/foreign-organisation'],
      [422, 'change/not-acceptable'],
    ]);
    expect(empty.body.errors.map(({ field }: { field: string }) => field)).toEqual(['/correction']);
  });
});
