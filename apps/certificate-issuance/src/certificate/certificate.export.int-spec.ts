import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestAnswer, type TestService } from '@app/testing';
import * as XLSX from '@e965/xlsx';
import { city, craftClerk, northClerk, otherCity, province, province2, Reporter } from '../../test/reporter.js';
import { service } from '../service-definition.js';

/** Three rows are free, so that a roll of four asks for a second person. */
const EXPORT_LIMITS = JSON.stringify([
  { from: '2026-01-01', freeRows: 3, hardRows: 50, expiryHours: 24, downloads: 3 },
]);
const IN_DECEMBER = { from: '2026-12-01', until: '2026-12-31' };

describe('exports of certificates on real parts', () => {
  let issuance: TestService;
  let roll: string;

  beforeAll(async () => {
    issuance = await startTestService(service, 'both', { EXPORT_LIMITS });
    issuance.setNow('2026-12-01T02:00:00Z');
    const reporter = await Reporter.withFiling(issuance);
    const planned = await reporter.plannedRoll();
    await reporter.report(planned, 1, reporter.people(4));
    await issuance.request('POST', `/rolls/${planned.rollId}/issue`, { as: province, json: {} });
    roll = planned.rollId;
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const post = (path: string, as: object, json: unknown = {}): Promise<TestAnswer> =>
    issuance.request('POST', path, { as, json });
  const get = (path: string, as: object): Promise<TestAnswer> => issuance.request('GET', path, { as });
  const ask = (as: object, filter: object, more: object = {}): Promise<TestAnswer> =>
    post('/exports', as, { kind: 'certificates', filter, format: 'xlsx', purpose: '上报年度统计', ...more });
  const code = ({ status, body }: TestAnswer): [number, string] => [
    status,
    String(body.type).replace('urn:jiangzheng:problem:', ''),
  ];
  const rowsOf = (bytes: Buffer): unknown[][] => {
    const [sheet] = Object.values(XLSX.read(bytes, { type: 'buffer' }).Sheets);
    return XLSX.utils.sheet_to_json<unknown[]>(sheet ?? {}, { header: 1, defval: null }).slice(2);
  };

  it('of a roll: number, masked name and document, occupation, level, day and body', async () => {
    const { body } = await ask(northClerk, { rollId: roll });
    expect([body.state, body.rows]).toEqual(['awaiting-approval', 4]);
    await post(`/exports/${body.id}/approve`, { ...northClerk, subject: 'admin.north', roles: ['agency-admin'] });
    const rows = rowsOf((await get(`/exports/${body.id}/file`, northClerk)).body);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual([
      expect.stringMatching(/^Y\d{21}$/),
      expect.stringMatching(/^王\*/),
      expect.stringMatching(/^230\*{11}\d{3}X$/),
      '焊工',
      '三级/高级工',
      '2026-12-01',
      '哈尔滨北方焊接装备有限公司',
    ]);
  });

  it('of a period: everyone’s own, and nobody else’s', async () => {
    const counts: Record<string, unknown> = {};
    for (const as of [northClerk, city, province]) {
      const { body } = await ask(as, IN_DECEMBER);
      counts[as.subject] = [body.rows, body.jurisdiction];
    }
    expect(counts).toEqual({
      'clerk.north': [4, '230100'],
      'officer.harbin': [4, '230100'],
      'officer.province': [4, '230000'],
    });
    expect(code(await ask(craftClerk, IN_DECEMBER))).toEqual([409, 'export/empty']);
    expect(code(await ask(otherCity, IN_DECEMBER))).toEqual([409, 'export/empty']);
    expect(code(await ask(northClerk, { from: '2027-01-01', until: '2027-12-31' }))).toEqual([409, 'export/empty']);
    expect(code(await ask(craftClerk, { rollId: roll }))).toEqual([403, 'access/foreign-organisation']);
    expect(code(await ask(otherCity, { rollId: roll }))).toEqual([403, 'access/foreign-jurisdiction']);
  });

  it('an officer’s export is decided by another officer of the province, and by no agency', async () => {
    const { body } = await ask(city, IN_DECEMBER);
    const agency = { ...northClerk, subject: 'admin.north', roles: ['agency-admin'] };
    expect(code(await post(`/exports/${body.id}/approve`, agency))).toEqual([403, 'access/foreign-organisation']);
    expect(code(await post(`/exports/${body.id}/approve`, { ...city, subject: 'officer2.harbin' }))[1]).toBe(
      'access/role',
    );
    expect((await post(`/exports/${body.id}/approve`, province)).body.decidedBy).toBe('officer.province');
    expect(rowsOf((await get(`/exports/${body.id}/file`, city)).body)).toHaveLength(4);
    const own = await ask(province, IN_DECEMBER);
    expect(code(await post(`/exports/${own.body.id}/approve`, province))).toEqual([403, 'access/same-person']);
    expect((await post(`/exports/${own.body.id}/approve`, province2)).body.state).toBe('ready');
    const ofAgency = await ask(northClerk, IN_DECEMBER);
    expect(code(await post(`/exports/${ofAgency.body.id}/approve`, province))).toEqual([409, 'export/other-side']);
  });

  it('whole document numbers are for nobody, and a filter is a roll or a period', async () => {
    const admin = { ...northClerk, roles: ['agency-admin'] };
    expect(code(await ask(admin, { rollId: roll }, { fullDocuments: true }))).toEqual([403, 'access/role']);
    const wrong = async (filter: object): Promise<string[]> =>
      (await ask(northClerk, filter)).body.errors.map(({ field }: { field: string }) => field);
    expect(await wrong({})).toEqual(['/filter/rollId', '/filter/from', '/filter/until']);
    expect(await wrong({ from: '2026-12-01', until: '2026-02-30' })).toEqual(['/filter/until']);
  });
});
