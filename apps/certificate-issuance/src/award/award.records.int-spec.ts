import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ANYONE, PersonalDataVault, readAs, RecordsDesk, type HeldRecord, type Standing } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { DataSource } from 'typeorm';
import { AwardDesk, done, EMPLOYER_SITE, northAdmin, papersOf, WELDER, type Row } from '../../test/award-setting.js';
import { city, craftClerk, northClerk, otherCity, province } from '../../test/reporter.js';
import { service } from '../service-definition.js';

const LAST_DAY = '2031-12-01';
const AFTER = '2031-12-02';
const TABLES = ['award', 'award_row', 'award_claim', 'post', 'appointment', 'honour'];

describe('persons of applications, appointments and honours', () => {
  let running: TestService;
  let desk: AwardDesk;
  let records: RecordsDesk;
  let holder: Row;
  let kept: Row;
  let withdrawn: Row;
  let appointed: Row;

  const post = (path: string, as: object, json: object = {}) => done(running.request('POST', path, { as, json }));
  const find = (documentNumber: string, withValues = false): Promise<HeldRecord[]> =>
    records.find({ by: 'document', documentNumber }, { withValues, action: 'person.held' });
  const tables = async ({ documentNumber }: Row): Promise<string[]> =>
    (await find(documentNumber)).map(({ place, until }) => `${place.table} ${until ?? place.rule}`);

  beforeAll(async () => {
    running = await startTestService(service);
    desk = await AwardDesk.open(running);
    [holder, kept, withdrawn] = [
      desk.row('direct-recognition'),
      desk.row('apprentice'),
      desk.row('direct-recognition'),
    ];
    appointed = desk.person();
    const dropped = await done(desk.draft(desk.content('direct-recognition', [withdrawn])));
    await post(`/awards/${dropped.body.id}/withdraw`, northClerk);
    const posts = await post('/posts', northClerk, {
      level: 'special-technician',
      filingId: desk.employerFiling,
      siteCode: EMPLOYER_SITE,
      occupationCode: WELDER,
      specialty: '',
      quota: 1,
      planNumber: '岗位〔2026〕1号',
      validFrom: '2026-01-05',
      validUntil: '2028-12-31',
    });
    await post(`/posts/${posts.body.id}/confirm`, northAdmin);
    await post(`/posts/${posts.body.id}/file`, province);
    const facts = { seniorTechnicianSince: '2020-05-01', frontLine: true, evidence: papersOf('appointment') };
    await post('/appointments', northClerk, { ...appointed, ...facts, postId: posts.body.id });
    const honour = { kind: 'enterprise-scheme', jurisdiction: '230100', givenOn: '2025-05-01', decisionNumber: '1号' };
    await post('/honours', northClerk, { ...appointed, ...honour });
    for (const content of [
      desk.content('direct-recognition', [holder]),
      desk.content('apprentice', [kept], { levelDigit: '' }),
    ])
      await post(`/awards/${await desk.ready(content)}/issue`, province);
    const { url } = running.dataSource.options as unknown as { url: string };
    records = await RecordsDesk.open(service, url, running.get<PersonalDataVault>(PersonalDataVault));
  });
  afterAll(async () => {
    await records.close();
    await running.stop();
  });

  it('held: what was granted for good; what is pending until it is decided; what came to nothing to its day', async () => {
    expect(await tables(holder)).toEqual([
      'certificate certificate-base',
      'holding certificate-base',
      'outbox certificate-base',
      'award_row certificate-base',
    ]);
    expect(await tables(kept)).toEqual(['award_row certificate-base', 'award_claim certificate-base']);
    expect(await tables(withdrawn)).toEqual([`award_row ${LAST_DAY}`]);
    expect(await tables(appointed)).toEqual(['appointment open-procedure', 'honour certificate-base']);
  });

  it('values for the person: opened, with the papers, and no blind index', async () => {
    const held = await find(holder.documentNumber, true);
    const row = held.find(({ place }) => place.table === 'award_row');
    expect(row?.values).toMatchObject({
      person: { name: holder.name, documentNumber: holder.documentNumber },
      evidence: { birthDate: '1990-03-07' },
    });
    expect(JSON.stringify(held.map(({ values }) => values))).not.toMatch(/_index|Index|v1\.[0-9a-f]{8}\./);
  });

  it('erase: a withdrawn row goes after its day and not before; the others stay', async () => {
    const all = [holder, kept, withdrawn, appointed];
    const erase = async (day: string) => {
      const erased = [];
      for (const { documentNumber } of all) erased.push(await records.eraseFound(await find(documentNumber), day));
      return erased;
    };
    expect(await erase(LAST_DAY)).toEqual([0, 0, 0, 0]);
    expect(await erase(AFTER)).toEqual([0, 0, 1, 0]);
  });

  it('walls: the database alone shows rows to the own body and its regulators, to strangers only in publicity', async () => {
    const published = await desk.published(desk.content('direct-recognition', [desk.row('direct-recognition')]));
    const source = running.get<DataSource>(DataSource);
    const seenBy = (standing: Partial<Standing>): Promise<number[]> =>
      readAs(source, { ...ANYONE, roles: [], ...standing }, async (tx) => {
        const counts = [];
        for (const table of TABLES) {
          const [row] = await tx.query<{ count: number }[]>(`SELECT count(*)::int FROM ${table}`);
          counts.push(row?.count ?? 0);
        }
        return counts;
      });
    expect(await seenBy(northClerk)).toEqual([4, 3, 0, 1, 1, 1]);
    expect(await seenBy(city)).toEqual([4, 3, 0, 1, 1, 1]);
    expect(await seenBy(province)).toEqual([4, 3, 1, 1, 1, 1]);
    for (const stranger of [craftClerk, otherCity, {}]) expect(await seenBy(stranger)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(await seenBy(ANYONE)).toEqual([1, 1, 0, 0, 0, 0]);
    const auditor = { ...ANYONE, roles: ['auditor'], jurisdiction: '230000' };
    const change = source.transaction(async (tx) => {
      await tx.query(`SELECT set_config('jz.roles', $1, true), set_config('jz.jurisdiction', $2, true)`, [
        'auditor',
        auditor.jurisdiction,
      ]);
      return tx.query(`UPDATE award SET state = 'withdrawn' WHERE id = $1 RETURNING id`, [published]);
    });
    expect(await change).toEqual([[], 0]);
  });
});
