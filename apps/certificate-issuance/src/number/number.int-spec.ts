import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { codeOf, fileMinistryBody, issueRoll, MINISTRY_SITE, workbookOf } from '../../test/hand-over-setting.js';
import { city, craftClerk, northClerk, province, province2, Reporter, SITE_CODE } from '../../test/reporter.js';
import { service } from '../service-definition.js';
import { takeImportedNumbers } from './imported-number.repository.js';

const auditor = { subject: 'auditor', roles: ['auditor'], jurisdiction: '230000' } as const;
const imported = (serial: number, level = '3') => `${MINISTRY_SITE}26${level}${String(serial).padStart(6, '0')}`;
const run = (first: number, count: number, level?: string) =>
  Array.from({ length: count }, (_, index) => imported(first + index, level));

describe('numbers on real parts', () => {
  let issuance: TestService;
  let reporter: Reporter;

  beforeAll(async () => {
    issuance = await startTestService(service);
    issuance.setNow('2026-12-01T02:00:00Z');
    reporter = await Reporter.withFiling(issuance);
    await fileMinistryBody(issuance);
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const bring = (numbers: string[], as: object = craftClerk, key?: string) =>
    issuance.request('POST', '/numbers/imports', { as, json: { numbers }, ...(key ? { key } : {}) });
  const bringFile = (rows: unknown[][], as: object = craftClerk) =>
    issuance.request('POST', '/numbers/imports/workbook', { as, file: workbookOf(rows) });
  const voidNumbers = (json: object, as: object = province, key?: string) =>
    issuance.request('POST', '/numbers/voids', { as, json, ...(key ? { key } : {}) });
  const seriesOf = async (siteCode: string, level = '3', as: object = auditor) => {
    const { body } = await issuance.request('GET', `/numbers/series?siteCode=${siteCode}&year=2026`, { as });
    return body.items.find((line: { level: string }) => line.level === level);
  };
  const kept = async (level: string) => {
    const [row] = await issuance.dataSource.query('SELECT count(*)::int AS n FROM imported_number WHERE level = $1', [
      level,
    ]);
    return row.n as number;
  };

  it('one-bad-row-among-1,000: 999 go in, one comes back with its row, field and rule', async () => {
    const rows = run(1, 1000);
    rows[499] = '230102199003070012';
    const { status, body } = await bring(rows);
    expect([status, body.rows, body.kept]).toEqual([200, 1000, 999]);
    expect(body.refused).toEqual([
      { row: 500, field: 'number', rule: 'length', zh: expect.any(String), en: expect.any(String) },
    ]);
    expect(JSON.stringify(body)).not.toContain('230102199003070012');
    expect(await seriesOf(MINISTRY_SITE)).toMatchObject({
      origin: 'imported',
      organisationId: 'org-craft',
      importedFree: 999,
      issued: 0,
      gaps: [],
      strays: [],
    });
  });

  it('a workbook, messy as clerks send it: blank rows are nothing, Excel’s row numbers come back', async () => {
    const { status, body } = await bringFile([
      ['序号', '证书编号'],
      [1, ` ${imported(1, '4').toLowerCase()} `],
      [],
      [2, `'${imported(2, '4')}`],
      [3, '12345678901234567890'],
      [4, imported(2, '4')],
    ]);
    expect([status, body.rows, body.kept]).toEqual([200, 4, 2]);
    expect(body.refused.map(({ row, rule }: { row: number; rule: string }) => [row, rule])).toEqual([
      [5, 'length'],
      [6, 'duplicate-in-file'],
    ]);
    expect(codeOf(await bringFile([['证书编号']]))).toEqual([422, 'workbook/empty']);
    const noFile = { name: 'x.xlsx', bytes: Buffer.from('编号') };
    const bad = await issuance.request('POST', '/numbers/imports/workbook', { as: craftClerk, file: noFile });
    expect(codeOf(bad)).toEqual([422, 'workbook/unreadable']);
  });

  it('the-same-key-again: the first answer, nothing twice; another key: everything was imported before', async () => {
    const numbers = run(1, 3, '5');
    const first = await bring(numbers, craftClerk, 'numbers-5');
    const again = await bring(numbers, craftClerk, 'numbers-5');
    expect([first.body.kept, again.body, again.headers.get('idempotency-replayed')]).toEqual([3, first.body, 'true']);
    const later = await bring(numbers);
    expect([later.body.kept, later.body.refused.map(({ rule }: { rule: string }) => rule)]).toEqual([
      0,
      ['already-imported', 'already-imported', 'already-imported'],
    ]);
    expect(await kept('5')).toBe(3);
  });

  it('two-imports-at-once of overlapping numbers: each number goes in once, and is refused once', async () => {
    const [one, two] = await Promise.all([bring(run(1, 300, '2')), bring(run(101, 300, '2').toReversed(), province)]);
    expect([one.status, two.status, one.body.kept + two.body.kept, await kept('2')]).toEqual([200, 200, 400, 400]);
    expect(one.body.refused.length + two.body.refused.length).toBe(200);
  });

  it('too many rows, a foreign site, a body without numbers of its own, a past year: named', async () => {
    expect(codeOf(await bring(run(1, 10_001)))).toEqual([422, 'workbook/too-many-rows']);
    expect(codeOf(await bring(run(1, 1), northClerk))).toEqual([422, 'number/no-site']);
    const foreign = imported(1).replace(MINISTRY_SITE, 'S012323000002');
    const past = imported(1).replace(`${MINISTRY_SITE}26`, `${MINISTRY_SITE}25`);
    const { body } = await bring([foreign, past]);
    expect(body.refused.map(({ field, rule }: { field: string; rule: string }) => [field, rule])).toEqual([
      ['siteCode', 'foreign-site'],
      ['year', 'year'],
    ]);
  });

  it('voids and issues at once: no serial twice, every void in the log, and no gap', async () => {
    const test = { siteCode: SITE_CODE, level: '3', reason: 'test-run', note: '联调' };
    const [, first, second] = await Promise.all([
      issueRoll(issuance, reporter, 5),
      voidNumbers({ ...test, count: 3 }),
      voidNumbers({ ...test, count: 2 }, province2),
    ]);
    await issueRoll(issuance, reporter, 2);
    expect([first.status, second.status]).toEqual([201, 201]);
    const voided = [...first.body.numbers, ...second.body.numbers] as string[];
    const issued = await issuance.dataSource.query<{ number: string }[]>('SELECT number FROM certificate');
    const serials = [...voided, ...issued.map(({ number }) => number)]
      .map((number) => Number(number.slice(16)))
      .sort((a, b) => a - b);
    expect(serials).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
    expect(await seriesOf(SITE_CODE)).toMatchObject({
      origin: 'drawn',
      lastSerial: 12,
      issued: 7,
      voided: 5,
      gaps: [],
      strays: [],
    });
    const [leaves] = await issuance.dataSource.query<{ n: number }[]>(
      `SELECT sum(leaves)::int AS n FROM log_batch WHERE position('"type":"number-voided"'::bytea IN entries) > 0`,
    );
    expect(leaves?.n).toBe(5);
    const [leaked] = await issuance.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM log_batch WHERE position(convert_to('联调', 'UTF8') IN entries) > 0`,
    );
    expect(leaked?.n).toBe(0);
  });

  it('a void with the same key: one void', async () => {
    const wish = { siteCode: SITE_CODE, level: '4', reason: 'series-damaged' };
    const answers = [await voidNumbers(wish, province, 'void-4'), await voidNumbers(wish, province, 'void-4')];
    expect(answers.map(({ body }) => body.numbers)).toEqual([[`${SITE_CODE}264000001`], [`${SITE_CODE}264000001`]]);
    expect(await seriesOf(SITE_CODE, '4')).toMatchObject({ lastSerial: 1, voided: 1, gaps: [] });
  });

  it('a voided imported number goes to no certificate, is voided once, and never comes back', async () => {
    const number = imported(1, '5');
    const wish = { number, reason: 'ministry-withdrew' };
    const [one, two] = await Promise.all([voidNumbers(wish), voidNumbers(wish, province2)]);
    expect([one.status, two.status].sort()).toEqual([201, 409]);
    expect((await bring([number])).body.refused[0].rule).toBe('voided');
    const ids = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'];
    const series = { siteCode: MINISTRY_SITE, year: 2026, level: '5' };
    const taken = await issuance.dataSource.transaction((tx) => takeImportedNumbers(tx, series, ids));
    expect(taken).toEqual([imported(2, '5'), imported(3, '5')]);
    // They were taken without a certificate that bears them: that is what the report is for.
    expect(await seriesOf(MINISTRY_SITE, '5')).toMatchObject({
      voided: 1,
      importedFree: 0,
      gaps: [{ first: 2, last: 3 }],
    });
    await issuance.dataSource.query(`UPDATE imported_number SET certificate_id = NULL WHERE level = '5'`);
    expect((await seriesOf(MINISTRY_SITE, '5')).gaps).toEqual([]);
  });

  it('nothing is drawn where the body brings its numbers, nor at a site that nobody filed, nor with an ID number as a note', async () => {
    const wish = { level: '3', reason: 'other' };
    expect(codeOf(await voidNumbers({ ...wish, siteCode: MINISTRY_SITE }))).toEqual([422, 'number/brings-own']);
    expect(codeOf(await voidNumbers({ ...wish, siteCode: 'Y000023999999' }))).toEqual([404, 'number/site-not-found']);
    const noted = await voidNumbers({ ...wish, siteCode: SITE_CODE, note: '某人230102199003070012' });
    expect([noted.status, noted.body.errors[0].field]).toEqual([400, '/note']);
    issuance.setNow('2025-12-31T02:00:00Z');
    expect(codeOf(await voidNumbers({ ...wish, siteCode: SITE_CODE }))).toEqual([409, 'number/clock-behind']);
    issuance.setNow('2026-12-01T02:00:00Z');
  });

  it('the report names what an insider did: a void taken away, a number that nobody gave out, a voided number in use', async () => {
    const { dataSource } = issuance;
    const [row] = await dataSource.query<{ number: string; serial: number }[]>(
      `SELECT number, serial FROM number_void WHERE site_code = $1 AND level = '3' ORDER BY serial LIMIT 1`,
      [SITE_CODE],
    );
    await dataSource.query('CREATE TEMP TABLE hidden AS SELECT * FROM number_void WHERE number = $1', [row!.number]);
    await dataSource.query('DELETE FROM number_void WHERE number = $1', [row!.number]);
    expect((await seriesOf(SITE_CODE)).gaps).toEqual([{ first: row!.serial, last: row!.serial }]);
    const forge = (number: string) =>
      dataSource.query(
        `UPDATE certificate SET number = $1 WHERE id = (SELECT id FROM certificate ORDER BY number DESC LIMIT 1) RETURNING id`,
        [number],
      );
    const [before] = await dataSource.query<{ number: string }[]>('SELECT max(number) AS number FROM certificate');
    await dataSource.query(
      `INSERT INTO number_void SELECT $1, site_code, year, level, $2, reason, voided_by, voided_at, organisation_id, supervised_in, note
       FROM number_void WHERE site_code = $3 AND level = '3' LIMIT 1`,
      [before!.number, Number(before!.number.slice(16)), SITE_CODE],
    );
    expect((await seriesOf(SITE_CODE)).strays).toEqual([
      { first: Number(before!.number.slice(16)), last: Number(before!.number.slice(16)) },
    ]);
    await forge(`${SITE_CODE}263000900`);
    expect((await seriesOf(SITE_CODE)).strays).toEqual([{ first: 900, last: 900 }]);
  });

  it('pages go on where the last one ended; a city sees its own; a body sees none', async () => {
    const get = (query: string, as: object) => issuance.request('GET', `/numbers/series?year=2026${query}`, { as });
    const names = ({ body }: { body: { items: { siteCode: string; level: string }[] } }) =>
      body.items.map(({ siteCode, level }) => `${siteCode}/${level}`);
    const all = names(await get('', city));
    const page = await get('&limit=2', province);
    const rest = await get(`&after=${page.body.next}`, province);
    expect([all.length > 3, [...names(page), ...names(rest)]]).toEqual([true, all]);
    expect(codeOf(await get('&after=x', province))).toEqual([400, 'request/cursor']);
    expect(codeOf(await get('', northClerk))).toEqual([403, 'access/role']);
  });
});
