import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CorrectionRequestAskedSchema } from '@app/contracts';
import { newId } from '@app/kernel';
import { event } from '@app/messaging';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { city, craftClerk, northClerk, otherCity, province, Reporter } from '../../test/reporter.js';
import { service } from '../service-definition.js';

const DECIDED = 'certificate-issuance.correction-request.decided.v1';
const RIGHT_NAME = '王小𬭩';
const document = { title: '户口簿', number: '', issuedOn: '2026-11-30', sha256: 'b'.repeat(64) };

describe('requests of holders for a correction, on real parts', () => {
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

  const get = (path: string, as: object) => issuance.request('GET', path, { as });
  const post = (path: string, as: object, json: object = {}) => issuance.request('POST', path, { as, json });
  const ruleOf = ({ status, body }: { status: number; body: { type?: string } }) =>
    `${status} ${body.type?.split(':').at(-1) ?? ''}`;

  const certificates = async (people: number): Promise<string[]> => {
    const roll = await reporter.plannedRoll();
    await reporter.report(roll, 1, reporter.people(people));
    await post(`/rolls/${roll.rollId}/issue`, province);
    const rows: { id: string }[] = await issuance.dataSource.query(
      'SELECT id FROM certificate WHERE roll_id = $1 ORDER BY number',
      [roll.rollId],
    );
    return rows.map(({ id }) => id);
  };
  const asked = (certificateId: string, requestId = newId()) => {
    const vault = issuance.get<PersonalDataVault>(PersonalDataVault);
    const personSealed = vault.seal('person', JSON.stringify({ rightValue: RIGHT_NAME, note: '姓名有错字' }));
    return event(CorrectionRequestAskedSchema, requestId, {
      requestId,
      certificateId,
      field: 'name',
      personSealed,
      documentIndex: vault.index('document', '230102199003018888'),
      askedAt: '2026-12-01T01:30:00Z',
    });
  };
  const ask = async (certificateId: string): Promise<string> => {
    const requestId = newId();
    await issuance.deliver(asked(certificateId, requestId));
    return requestId;
  };
  const propose = async (certificateId: string, extra: object = {}): Promise<string> => {
    const { body } = await post('/changes', northClerk, {
      kind: 'correct',
      reason: 'person-corrected',
      explanation: '姓名错字',
      document,
      certificateIds: [certificateId],
      correction: { name: RIGHT_NAME, documentType: '居民身份证', documentNumber: '230102199003018888' },
      ...extra,
    });
    return body.id as string;
  };
  const decisions = async (requestId: string) =>
    (await issuance.told(DECIDED)).filter(({ aggregateId }) => aggregateId === requestId).map(({ data }) => data);

  it('its body and those who supervise it read it, in the holder’s words; nobody else, and no row has them in clear', async () => {
    const [certificateId = ''] = await certificates(1);
    const id = await ask(certificateId);
    const opened = await get(`/correction-requests/${id}`, northClerk);
    expect(opened.body).toMatchObject({ certificateId, field: 'name', state: 'asked', rightValue: RIGHT_NAME });
    const looks = await Promise.all(
      [city, province, craftClerk, otherCity].map((as) => get(`/correction-requests/${id}`, as)),
    );
    expect(looks.map(ruleOf)).toEqual([
      '200 ',
      '200 ',
      '403 access/foreign-organisation',
      '403 access/foreign-jurisdiction',
    ]);
    expect((await get('/correction-requests', craftClerk)).body.items).toEqual([]);
    const listed = await get('/correction-requests', northClerk);
    expect(listed.body.items.map((item: { id: string }) => item.id)).toContain(id);
    expect(JSON.stringify(listed.body)).not.toContain(RIGHT_NAME);
    const [kept] = await issuance.dataSource.query('SELECT r::text FROM correction_request r WHERE id = $1', [id]);
    expect(JSON.stringify(kept)).not.toContain(RIGHT_NAME);
  });

  it('accepted only with a correction of this very certificate, and told without a name', async () => {
    const [certificateId = '', other = ''] = await certificates(2);
    const id = await ask(certificateId);
    const another = await propose(other);
    const revoked = await propose(certificateId, { kind: 'revoke', reason: 'fraud', correction: undefined });
    const fitting = await propose(certificateId);
    const accept = (changeId: string) => post(`/correction-requests/${id}/accept`, northClerk, { changeId });
    expect(ruleOf(await accept(another))).toBe('422 correction-request/change');
    expect(ruleOf(await accept(revoked))).toBe('422 correction-request/change');
    expect(ruleOf(await accept(newId()))).toBe('404 change/not-found');
    const accepted = await accept(fitting);
    expect(accepted.body).toMatchObject({ state: 'accepted', changeId: fitting, decidedBy: northClerk.subject });
    const told = await decisions(id);
    expect(told).toMatchObject([{ requestId: id, certificateId, decision: 'accepted', changeId: fitting }]);
    expect(JSON.stringify(told)).not.toContain(RIGHT_NAME);
    expect(ruleOf(await accept(fitting))).toBe('409 correction-request/illegal-transition');
  });

  it('refused with a class of reason only, by the body alone; refused once more it stays as it is', async () => {
    const [certificateId = ''] = await certificates(1);
    const id = await ask(certificateId);
    const refuse = (as: object, refusal: string) => post(`/correction-requests/${id}/refuse`, as, { refusal });
    expect(ruleOf(await refuse(province, 'record-right'))).toBe('403 access/role');
    expect(ruleOf(await refuse(craftClerk, 'record-right'))).toBe('403 access/foreign-organisation');
    expect(ruleOf(await refuse(northClerk, 'because of 王五'))).toBe('400 request/invalid');
    expect((await refuse(northClerk, 'record-right')).body).toMatchObject({
      state: 'refused',
      refusal: { name: 'record-right' },
    });
    expect(ruleOf(await refuse(northClerk, 'evidence-missing'))).toBe('409 correction-request/illegal-transition');
    expect(await decisions(id)).toMatchObject([{ decision: 'refused', refusal: 'record-right' }]);
  });

  it('two clerks at once: one answers, the other is told to reload', async () => {
    const [certificateId = ''] = await certificates(1);
    const id = await ask(certificateId);
    const colleague = { ...northClerk, subject: 'clerk2.north' };
    const answers = await Promise.all(
      [northClerk, colleague].map((as) => post(`/correction-requests/${id}/refuse`, as, { refusal: 'record-right' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await decisions(id)).toHaveLength(1);
  });

  it('accepted, but the second person refuses the correction: the request is refused after all', async () => {
    const [certificateId = ''] = await certificates(1);
    const id = await ask(certificateId);
    const changeId = await propose(certificateId);
    await post(`/correction-requests/${id}/accept`, northClerk, { changeId });
    expect((await post(`/changes/${changeId}/refuse`, province)).body.state).toBe('refused');
    const refused = await post(`/correction-requests/${id}/refuse`, northClerk, { refusal: 'change-refused' });
    expect(refused.body).toMatchObject({ state: 'refused', changeId, refusal: { name: 'change-refused' } });
    expect((await decisions(id)).map(({ decision }) => decision)).toEqual(['accepted', 'refused']);
    const another = await ask(certificateId);
    const late = await post(`/correction-requests/${another}/accept`, northClerk, { changeId });
    expect(ruleOf(late)).toBe('422 correction-request/change');
  });
});
