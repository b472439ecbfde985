import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { codeOf, issueRoll, northAdmin, northReviewer } from '../../test/hand-over-setting.js';
import { city, craftClerk, northClerk, province, province2, Reporter } from '../../test/reporter.js';
import { service } from '../service-definition.js';

describe('the stock of blanks on real parts', () => {
  let issuance: TestService;
  let reporter: Reporter;
  let certificates: string[];

  beforeAll(async () => {
    issuance = await startTestService(service);
    issuance.setNow('2026-12-01T02:00:00Z');
    reporter = await Reporter.withFiling(issuance);
    await issueRoll(issuance, reporter, 30);
    const rows = await issuance.dataSource.query<{ id: string }[]>('SELECT id FROM certificate ORDER BY id');
    certificates = rows.map(({ id }) => id);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const post = (path: string, as: object, json: unknown = {}, key?: string) =>
    issuance.request('POST', path, { as, json, ...(key ? { key } : {}) });
  const get = (path: string, as: object = northClerk) => issuance.request('GET', path, { as });
  const grant = async (firstSerial: string, lastSerial: string, quantity: number) => {
    const { body } = await post('/blank-requests', northClerk, { quantity });
    const granted = await post(`/blank-requests/${body.id}/grant`, province, { firstSerial, lastSerial });
    return { id: body.id as string, granted };
  };
  const balance = async () => {
    const { body } = await get('/blank-balances');
    const { organisationId: _o, jurisdiction: _j, ...numbers } = body.items[0];
    return numbers as Record<string, number>;
  };
  const print = (certificate: number, json: object = {}, key?: string) =>
    post(`/certificates/${certificates[certificate]}/blank`, northClerk, json, key);
  const blankAt = async (serial: string) => (await get(`/blanks?serial=${serial}`)).body.items[0];
  /** What the database itself says to a statement. */
  const refusal = (sql: string, parameters: unknown[] = []): Promise<string> =>
    issuance.dataSource.query(sql, parameters).then(
      () => 'done',
      (error: { message: string; constraint?: string }) => error.constraint ?? error.message,
    );

  it('asked for, granted, signed for: on hand only then; a range given out before is refused, whoever had it', async () => {
    const { id, granted } = await grant('HLJ000001', 'hlj000040', 40);
    expect([granted.status, granted.body.state, granted.body.lastSerial]).toEqual([200, 'granted', 'HLJ000040']);
    expect(await balance()).toEqual({ granted: 40, received: 0, onHand: 0, used: 0, spoiled: 0, destroyed: 0 });
    expect(codeOf(await print(0))).toEqual([409, 'blank/none-on-hand']);
    expect(codeOf(await post(`/blank-requests/${id}/receive`, craftClerk))).toEqual([
      403,
      'access/foreign-organisation',
    ]);
    expect((await post(`/blank-requests/${id}/receive`, northClerk)).body.state).toBe('received');
    expect(await balance()).toEqual({ granted: 0, received: 40, onHand: 40, used: 0, spoiled: 0, destroyed: 0 });
    expect(codeOf((await grant('HLJ000040', 'HLJ000045', 6)).granted)).toEqual([409, 'blank-stock/serial-taken']);
    expect(codeOf((await grant('HLJ000050', 'HLJ000055', 5)).granted)).toEqual([422, 'blank-stock/more-than-asked']);
    expect(codeOf((await grant('Y000023000001263000001', 'Y000023000001263000002', 5)).granted)).toEqual([
      422,
      'blank-stock/bad-serial',
    ]);
  });

  it('two-officers-decide-at-once: one grants, the other is told', async () => {
    const { body } = await post('/blank-requests', northClerk, { quantity: 2 });
    const [one, two] = await Promise.all([
      post(`/blank-requests/${body.id}/grant`, province, { firstSerial: 'TW000001', lastSerial: 'TW000002' }),
      post(`/blank-requests/${body.id}/refuse`, province2, { reason: '库存不足' }),
    ]);
    expect([codeOf(one), codeOf(two)]).toContainEqual([409, 'blank-request/illegal-transition']);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
  });

  it('two-prints-take-the-same-blank: one has it, the other is told to take another', async () => {
    const serial = 'HLJ000040';
    const answers = await Promise.all([print(0, { serial }), print(1, { serial })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContainEqual([409, 'blank/illegal-transition']);
    const taken = answers[0].status === 200 ? 0 : 1;
    expect((await blankAt(serial)).certificateId).toBe(certificates[taken]);
    const other = await print(1 - taken);
    expect([other.status, other.body.serial]).toEqual([200, 'HLJ000001']);
  });

  it('ten-printers-at-once: ten different blanks, and the balance adds up', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => print(2 + index)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    expect(new Set(answers.map(({ body }) => body.serial)).size).toBe(10);
    expect(await balance()).toMatchObject({ received: 40, onHand: 28, used: 12, spoiled: 0, destroyed: 0 });
  });

  it('one-certificate-printed-twice-at-once: one print; the same key gives the same blank', async () => {
    const answers = await Promise.all([print(12), print(12)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContainEqual([409, 'blank/printed']);
    const [first, again] = [await print(13, {}, 'print-13'), await print(13, {}, 'print-13')];
    expect(again.body).toEqual(first.body);
    expect((await balance()).used).toBe(14);
  });

  it('a spoiled print: the certificate is printed on another, and both stay known', async () => {
    const first = (await print(14)).body;
    expect(codeOf(await print(14))).toEqual([409, 'blank/printed']);
    const spoiled = await post(`/blanks/${first.id}/spoil`, northClerk, { reason: 'misprint', note: '缺墨' });
    expect([spoiled.body.state, spoiled.body.certificateId]).toEqual(['spoiled', certificates[14]]);
    expect(codeOf(await post(`/blanks/${first.id}/spoil`, northClerk, { reason: 'other' }))).toEqual([
      409,
      'blank/illegal-transition',
    ]);
    expect((await print(14)).body.serial).not.toBe(first.serial);
    const noted = await post(`/blanks/${first.id}/spoil`, northClerk, { reason: 'other', note: '230102199003070012' });
    expect(noted.body.errors[0].field).toBe('/note');
    expect(codeOf(await print(15, { serial: first.serial }))).toEqual([409, 'blank/illegal-transition']);
    expect(codeOf(await print(15, { serial: 'HLJ999999' }))).toEqual([422, 'blank/not-in-stock']);
    const certificateNumber = await print(15, { serial: 'Y000023000001263000001' });
    expect(codeOf(certificateNumber)).toEqual([422, 'blank-stock/bad-serial']);
  });

  it('two persons destroy: what waits for it is not printed on, a refused batch is on hand again', async () => {
    const spoiled = (await get('/blanks?state=spoiled')).body.items[0].serial as string;
    const propose = (serials: string[], as: object = northAdmin) => post('/blank-destructions', as, { serials });
    const bad = await propose([spoiled, spoiled, 'HLJ000001', 'HLJ888888']);
    expect([codeOf(bad)[1], bad.body.errors.map(({ field, rule }: Record<string, string>) => [field, rule])]).toEqual([
      'blank-destruction/bad-serials',
      [
        ['/serials/1', 'duplicate'],
        ['/serials/2', 'state'],
        ['/serials/3', 'unknown'],
      ],
    ]);
    const { body } = await propose([spoiled, 'HLJ000039']);
    expect([body.state, body.quantity]).toEqual(['proposed', 2]);
    expect(codeOf(await print(16, { serial: 'HLJ000039' }))).toEqual([409, 'blank/promised']);
    expect(codeOf(await post(`/blank-destructions/${body.id}/confirm`, northAdmin))).toEqual([
      403,
      'access/same-person',
    ]);
    const before = await balance();
    const [one, two] = await Promise.all([
      post(`/blank-destructions/${body.id}/confirm`, northReviewer),
      post(`/blank-destructions/${body.id}/confirm`, northReviewer),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const after = await balance();
    expect([after.destroyed, after.spoiled, after.onHand]).toEqual([2, 0, before.onHand! - 1]);
    const kept = await propose(['HLJ000038']);
    const refused = await post(`/blank-destructions/${kept.body.id}/refuse`, northReviewer, { reason: '仍可使用' });
    expect(refused.body.state).toBe('refused');
    expect((await print(16, { serial: 'HLJ000038' })).status).toBe(200);
  });

  it('the database itself keeps the balance: no blank is forgotten, none goes back, no serial is a certificate number', async () => {
    const { received, onHand, used, spoiled, destroyed } = await balance();
    expect(received).toBe(onHand! + used! + spoiled! + destroyed!);
    expect(await refusal(`DELETE FROM blank WHERE serial = 'HLJ000002'`)).toBe('a blank is never forgotten');
    expect(await refusal(`UPDATE blank SET state = 'on-hand', certificate_id = NULL WHERE state = 'used'`)).toBe(
      'a blank cannot go from used to on-hand',
    );
    expect(await refusal(`UPDATE blank SET serial = 'HLJ777777' WHERE serial = 'HLJ000002'`)).toMatch(/cannot go/);
    expect(await refusal('UPDATE blank_balance SET on_hand = on_hand + 1')).toBe('blank_balance_adds_up_check');
    const insert = `INSERT INTO blank (id, serial, request_id, organisation_id, jurisdiction, state)
      SELECT gen_random_uuid(), $1, request_id, organisation_id, jurisdiction, $2 FROM blank LIMIT 1`;
    expect(await refusal(insert, ['HLJ555555', 'used'])).toBe('a blank begins as granted');
    expect(await refusal(insert, ['Y000023000001263000001', 'granted'])).toBe('blank_serial_check');
    const [counted] = await issuance.dataSource.query(
      `SELECT count(*) FILTER (WHERE state = 'on-hand')::int AS "onHand", count(*) FILTER (WHERE state = 'used')::int AS used,
         count(*) FILTER (WHERE state <> 'granted')::int AS received FROM blank`,
    );
    expect(counted).toEqual({ onHand, used, received });
  });

  it('a body that filed nothing gets no blanks; a city sees its bodies’ stock and touches none', async () => {
    expect(codeOf(await post('/blank-requests', craftClerk, { quantity: 1 }))).toEqual([422, 'blank-stock/not-filed']);
    expect((await get('/blank-balances', craftClerk)).body.items).toEqual([]);
    expect((await get('/blank-balances', city)).body.items).toHaveLength(1);
    expect(codeOf(await post(`/certificates/${certificates[20]}/blank`, craftClerk))).toEqual([
      403,
      'access/foreign-organisation',
    ]);
  });
});
