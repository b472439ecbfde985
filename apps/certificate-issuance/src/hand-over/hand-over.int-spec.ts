import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import * as XLSX from '@e965/xlsx';
import { codeOf, fetchPackage, issueRoll, sendPackage, workbookOf } from '../../test/hand-over-setting.js';
import { city, craftClerk, northClerk, otherCity, province, province2, Reporter } from '../../test/reporter.js';
import type { ReportedPerson } from '../../test/reporter.js';
import { service } from '../service-definition.js';

const MAP = '2026-1';
const DECEMBER = { from: '2026-12-01', until: '2026-12-31' };
const HEADER = ['证书编号', '审核结果', '退回原因'];

function sheetOf(bytes: Buffer): { names: string[]; rows: (string | null)[][]; text: string } {
  const book = XLSX.read(bytes, { type: 'buffer', cellNF: true });
  const [sheet] = Object.values(book.Sheets);
  return {
    names: book.SheetNames,
    rows: XLSX.utils.sheet_to_json<(string | null)[]>(sheet ?? {}, { header: 1, defval: null }),
    text: JSON.stringify(Object.values(sheet ?? {}).map((cell: XLSX.CellObject) => [cell.t, cell.z])),
  };
}

describe('hand-over on real parts', () => {
  let issuance: TestService;
  let reporter: Reporter;
  let people: ReportedPerson[];

  beforeAll(async () => {
    issuance = await startTestService(service);
    issuance.setNow('2026-12-01T02:00:00Z');
    reporter = await Reporter.withFiling(issuance);
    people = await issueRoll(issuance, reporter, 3);
    await issueRoll(issuance, reporter, 2);
    issuance.setNow('2026-12-31T02:00:00Z');
  });
  afterAll(async () => {
    await issuance.stop();
  });

  const post = (path: string, as: object, json: unknown = {}, key?: string) =>
    issuance.request('POST', path, { as, json, ...(key ? { key } : {}) });
  const get = (path: string, as: object = province) => issuance.request('GET', path, { as });
  const draft = (json: object, as: object = province, key?: string) => post('/hand-over-packages', as, json, key);
  const upload = (id: string, path: string, rows: unknown[][], key?: string) =>
    issuance.request('POST', `/hand-over-packages/${id}/${path}`, {
      as: province,
      file: workbookOf(rows),
      ...(key ? { key } : {}),
    });
  const numbersOf = async (id: string): Promise<string[]> => {
    const rows = await issuance.dataSource.query<{ number: string }[]>(
      'SELECT number FROM hand_over_line WHERE package_id = $1 ORDER BY position',
      [id],
    );
    return rows.map(({ number }) => number);
  };

  it('the issue list: body × occupation × level × quantity, to print and as a workbook with places to sign', async () => {
    const { body } = await get('/issue-lists?from=2026-12-01&until=2026-12-31', northClerk);
    expect(body).toMatchObject({
      from: '2026-12-01',
      until: '2026-12-31',
      quantity: 5,
      lines: [
        {
          organisationId: 'org-north',
          agencyName: '哈尔滨北方焊接装备有限公司',
          occupationCode: '6-18-02-04',
          levelName: '三级/高级工',
          quantity: 5,
        },
      ],
    });
    expect(body.signatures.map(({ zh }: { zh: string }) => zh)).toEqual(['信息管理员', '单位负责人']);
    const file = await get('/issue-lists/workbook?from=2026-12-01&until=2026-12-31', northClerk);
    const { names, rows } = sheetOf(file.body as Buffer);
    expect([names, rows.length, rows.at(3)?.at(6), rows.at(-3)?.[0], rows.at(-2)?.[0]]).toEqual([
      ['上报汇总'],
      9,
      '5',
      '信息管理员（签字）：',
      '单位负责人（签字）：',
    ]);
    expect((await get('/issue-lists?from=2026-12-01&until=2026-12-31', craftClerk)).body.lines).toEqual([]);
  });

  it('statistics of officers: the whole period, or a line per month; a city sees its own', async () => {
    issuance.setNow('2027-01-04T02:00:00Z');
    await issueRoll(issuance, reporter, 1);
    const query = 'from=2026-01-01&until=2027-12-31';
    const months = async (as: object) =>
      (await get(`/certificate-statistics?${query}&months=true`, as)).body.lines.map(
        ({ month, quantity }: { month: string; quantity: number }) => [month, quantity],
      );
    expect(await months(province)).toEqual([
      ['2026-12', 5],
      ['2027-01', 1],
    ]);
    expect([await months(city), await months(otherCity)]).toEqual([await months(province), []]);
    const { body } = await get(`/certificate-statistics?${query}&organisationId=org-north`);
    expect(body.lines.map(({ month, quantity }: Record<string, unknown>) => [month, quantity])).toEqual([
      [undefined, 6],
    ]);
    expect((await get('/certificate-statistics')).body).toMatchObject({ from: '2027-01-01', until: '2027-01-04' });
    expect(codeOf(await get('/certificate-statistics', northClerk))).toEqual([403, 'access/role']);
    expect(codeOf(await get('/issue-lists?from=2027-02-01&until=2027-01-01'))).toEqual([422, 'hand-over/bad-period']);
  });

  it('two-packages-drafted-at-once: every certificate in one, none in two; the same key makes none', async () => {
    const answers = await Promise.all([draft(DECEMBER), draft(DECEMBER, province2)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContainEqual([409, 'hand-over/nothing-left']);
    const made = answers.find(({ status }) => status === 201)!.body;
    expect(made).toMatchObject({ state: 'drafted', quantity: 5, left: 0, mapVersion: MAP });
    const january = { from: '2027-01-01', until: '2027-01-04' };
    const [first, again] = [await draft(january, province, 'january'), await draft(january, province, 'january')];
    expect([first.body.quantity, again.body]).toEqual([1, first.body]);
    expect(codeOf(await draft({ from: '2027-01-05', until: '2027-01-05' }))).toEqual([422, 'hand-over/bad-period']);
    expect((await get('/hand-over-packages')).body.items).toHaveLength(2);
  });

  it('the workbook: agreed to by a second officer, the map’s columns exactly, whole documents, texts alone, its digest kept', async () => {
    const { id } = (await get('/hand-over-packages')).body.items[1];
    const bytes = await fetchPackage(issuance, id, MAP);
    const { names, rows, text } = sheetOf(bytes);
    const manifest = (await get(`/hand-over-packages/${id}`)).body;
    expect(names).toHaveLength(1);
    expect(rows[0]).toEqual(manifest.columns.map(({ header }: { header: string }) => header));
    expect(rows).toHaveLength(6);
    expect(rows[1]!.slice(0, 3)).toEqual([people[0]!.name, '居民身份证', people[0]!.documentNumber]);
    expect(rows[1]!.slice(6, 14)).toEqual([
      '焊工',
      '6-18-02-04',
      '--',
      '三级/高级工',
      (await numbersOf(id))[0],
      '哈尔滨北方焊接装备有限公司',
      'Y000023000001',
      '2026-12-01',
    ]);
    expect([rows[1]![15], rows[1]![16], rows[1]![18]]).toEqual(['60', '88', '有效']);
    expect(text).not.toContain('"n"');
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(manifest.files.map(({ sha256, rows }: Record<string, unknown>) => [sha256, rows])).toEqual([[digest, 5]]);
    const [looked] = await issuance.dataSource.query(
      `SELECT count(DISTINCT p)::int AS n FROM audit, jsonb_array_elements_text(content -> 'persons') AS p
       WHERE content ->> 'kind' = 'export'`,
    );
    expect(looked.n).toBe(5);
  });

  it('the watermark goes around the sheet: into the printed header and footer and the properties', async () => {
    const { id } = (await get('/hand-over-packages')).body.items[1];
    const zip = XLSX.CFB.read(await fetchPackage(issuance, id, MAP), { type: 'buffer' });
    const partOf = (name: RegExp) =>
      Buffer.from(
        zip.FileIndex[zip.FullPaths.findIndex((path: string) => name.test(path))]!.content as Uint8Array,
      ).toString('utf8');
    const sheet = partOf(/sheet1[.]xml$/);
    expect(sheet).toMatch(/<oddHeader>[^<]*officer[.]province/);
    expect(sheet).toContain('ySplit="1"');
    expect(sheet).not.toContain('mergeCell');
    expect(partOf(/core[.]xml$/)).toContain('officer.province');
  });

  it('without whole documents: masked, and no file that could be sent; another version’s kind is refused', async () => {
    const { id } = (await get('/hand-over-packages')).body.items[1];
    const before = (await get(`/hand-over-packages/${id}`)).body.files.length;
    const wish = { kind: `hand-over-${MAP}`, filter: { packageId: id }, format: 'xlsx', purpose: '核对份数' };
    const { body } = await post('/exports', province, wish);
    expect([body.state, body.rows]).toEqual(['ready', 5]);
    const { rows } = sheetOf((await get(`/exports/${body.id}/file`)).body as Buffer);
    expect([rows[1]![0], rows[1]![2]]).toEqual([expect.stringMatching(/^王\*/), expect.stringMatching(/^230\*+/)]);
    expect((await get(`/hand-over-packages/${id}`)).body.files).toHaveLength(before);
    expect(codeOf(await post('/exports', city, wish))).toEqual([403, 'access/role']);
    await issuance.dataSource.query(`UPDATE hand_over_package SET map_version = '2020-1' WHERE id = $1`, [id]);
    expect(codeOf(await post('/exports', province, wish))).toEqual([422, 'hand-over/other-map']);
    await issuance.dataSource.query('UPDATE hand_over_package SET map_version = $2 WHERE id = $1', [id, MAP]);
  });

  it('sent once, as a file that was made of it', async () => {
    const { id } = (await get('/hand-over-packages')).body.items[1];
    const send = (sha256: string, as: object = province) => post(`/hand-over-packages/${id}/send`, as, { sha256 });
    const { files } = (await get(`/hand-over-packages/${id}`)).body;
    expect(codeOf(await send('0'.repeat(64)))).toEqual([422, 'hand-over/unknown-file']);
    expect(codeOf(await upload(id, 'acknowledgements', [HEADER]))).toEqual([409, 'hand-over/illegal-transition']);
    const [one, two] = await Promise.all([send(files[0].sha256), send(files[0].sha256, province2)]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    expect((await get(`/hand-over-packages/${id}`)).body).toMatchObject({ state: 'sent', sentSha256: files[0].sha256 });
  });

  it('the answer: previewed, kept once, and the same file again changes nothing; what contradicts it is listed', async () => {
    const { id } = (await get('/hand-over-packages')).body.items[1];
    const numbers = await numbersOf(id);
    const rows = [
      ['反馈表'],
      ['序号', ...HEADER],
      [1, ` ${numbers[0]!.toLowerCase()} `, '接收', null],
      [2, numbers[1], '退回', '证件号与公安库不符'],
      [3, numbers[2], '退回', ''],
      [4, 'Y000023000001263000999', '接收', null],
      [5, '', '接收', null],
    ];
    const preview = await upload(id, 'acknowledgement-preview', rows);
    expect([preview.status, preview.body.counts]).toEqual([
      200,
      { matched: 2, repeated: 0, mismatched: 0, unmatched: 1, bad: 2, missing: 3 },
    ]);
    expect(preview.body.bad.map(({ row, rule }: Record<string, unknown>) => [row, rule])).toEqual([
      [5, 'reason'],
      [7, 'empty'],
    ]);
    expect((await get(`/hand-over-packages/${id}`)).body.answers).toEqual({ accepted: 0, refused: 0, unanswered: 5 });
    const kept = await upload(id, 'acknowledgements', rows, 'answers');
    const replayed = await upload(id, 'acknowledgements', rows, 'answers');
    expect([kept.body.package.state, replayed.headers.get('idempotency-replayed')]).toEqual([
      'partly-acknowledged',
      'true',
    ]);
    const again = await upload(id, 'acknowledgements', rows);
    expect(again.body.counts).toEqual({ matched: 0, repeated: 2, mismatched: 0, unmatched: 1, bad: 2, missing: 3 });
    const contrary = await upload(id, 'acknowledgements', [HEADER, [numbers[0], '退回', '改判']]);
    expect([contrary.body.counts.mismatched, contrary.body.rows[0].match]).toEqual([1, 'mismatched']);
    expect((await get(`/hand-over-packages/${id}`)).body.answers).toEqual({ accepted: 1, refused: 1, unanswered: 3 });
    const dump = await issuance.dataSource.query('SELECT l::text FROM hand_over_line AS l');
    expect(JSON.stringify(dump)).not.toContain('公安库');
  });

  it('a refused certificate: its body sees why, it goes again only when somebody says so, and then all is acknowledged', async () => {
    const { id } = (await get('/hand-over-packages')).body.items[1];
    const numbers = await numbersOf(id);
    const refusals = (await get('/hand-over-refusals', northClerk)).body.items;
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({
      packageId: id,
      number: numbers[1],
      reason: '证件号与公安库不符',
      resent: false,
    });
    expect([
      (await get('/hand-over-refusals', craftClerk)).body.items,
      (await get('/hand-over-refusals', otherCity)).body.items,
    ]).toEqual([[], []]);
    expect(codeOf(await draft(DECEMBER))).toEqual([409, 'hand-over/nothing-left']);
    const resent = await draft({ ...DECEMBER, withRefused: true });
    expect(resent.body.quantity).toBe(1);
    expect((await get('/hand-over-refusals')).body.items[0].resent).toBe(true);
    await sendPackage(issuance, resent.body.id, MAP);
    const answered = await upload(resent.body.id, 'acknowledgements', [HEADER, [numbers[1], '通过', null]]);
    expect(answered.body.package.state).toBe('acknowledged');
    const rest = await upload(id, 'acknowledgements', [
      HEADER,
      ...numbers.slice(2).map((number) => [number, '通过', null]),
    ]);
    expect([rest.body.package.state, rest.body.counts.matched]).toEqual(['partly-acknowledged', 3]);
  });

  it('two-answers-at-once, and one bad row among 1,000: every line has one answer', async () => {
    issuance.setNow('2027-01-05T02:00:00Z');
    for (const _part of [1, 2]) await issueRoll(issuance, reporter, 500);
    const { body } = await draft({ from: '2027-01-05', until: '2027-01-05' });
    expect(body.quantity).toBe(1000);
    await sendPackage(issuance, body.id, MAP);
    const numbers = await numbersOf(body.id);
    const rows: unknown[][] = numbers.map((number) => [number, '接收', null]);
    rows[499] = ['坏行', '接收', null];
    const answers = await Promise.all([
      upload(body.id, 'acknowledgements', [HEADER, ...rows]),
      upload(body.id, 'acknowledgements', [HEADER, ...rows]),
    ]);
    expect(answers.map(({ body }) => [body.counts.matched + body.counts.repeated, body.bad.length])).toEqual([
      [999, 1],
      [999, 1],
    ]);
    expect(answers[0].body.counts.matched + answers[1].body.counts.matched).toBe(999);
    expect(answers[0].body.bad[0].row).toBe(501);
    const last = await upload(body.id, 'acknowledgements', [HEADER, [numbers[499], '接收', null]]);
    expect(last.body.package.state).toBe('acknowledged');
  });

  it('the event of an issue tells subsidy offices until when to claim: twelve months from the day of issue', async () => {
    const told = await issuance.told('certificate-issuance.certificate-batch.issued.v1');
    expect([told[0]!.data['issuedOn'], told[0]!.data['subsidyUntil']]).toEqual(['2026-12-01', '2027-12-01']);
    expect(told.every(({ data }) => data['subsidyUntil'] !== '')).toBe(true);
  });
});
