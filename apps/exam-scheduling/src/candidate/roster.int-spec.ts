import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import {
  city,
  clerk,
  ExamDesk,
  filed,
  fixture,
  otherCity,
  planContent,
  PLANNING,
  problemOf,
  readBack,
  secondClerk,
  stranger,
  workbook,
} from '../../test/setting.js';
import { service } from '../service-definition.js';

interface Expected {
  totals: Record<string, number>;
  rows: { row: number; expected: string; rule: string | null; repaired: string[] }[];
}
interface RowAnswer {
  row: number;
  verdict: string;
  repaired: string[];
  faults: { rule: string }[];
}
const expectedOf = (name: string): Expected => JSON.parse(fixture(`${name}.expected.json`).toString()) as Expected;

const CHECKS = '10X98765432';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
function madeUpId(order: number): string {
  const day = String(1 + (order % 28)).padStart(2, '0');
  const first17 = `2301${String(2 + Math.floor(order / 28_000)).padStart(2, '0')}1980${String(1 + (Math.floor(order / 28) % 12)).padStart(2, '0')}${day}${String(Math.floor(order / 336) * 2 + 1).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return first17 + CHECKS.charAt(sum % 11);
}

/** On a machine that others use too. */
const TEN_THOUSAND_ROWS_MS = 240_000;

describe('roster on real parts', () => {
  let running: TestService;
  let desk: ExamDesk;

  beforeAll(async () => {
    running = await startTestService(service);
    desk = new ExamDesk(running);
    running.setNow(PLANNING);
    await running.deliver(filed());
  });
  afterAll(async () => {
    await running.stop();
  });

  it('the-roster-of-the-fixture: every row gets the verdict, rule and repairs that are expected', async () => {
    const id = await desk.draft();
    for (const name of ['roster-welder-3', 'roster-welder-3.second']) {
      const expected = expectedOf(name);
      const { status, body } = await desk.upload(id, fixture(`${name}.xls`));
      expect(status).toBe(201);
      expect({ replaced: 0, 'accepted-repaired': 0, refused: 0, ...expected.totals }).toEqual(body.totals);
      const got = (body.rows as RowAnswer[]).map(({ row, verdict, repaired, faults }) => ({
        row,
        expected: verdict,
        rule: faults.map(({ rule }) => rule).join(' ') || null,
        repaired,
      }));
      expect(got).toEqual(
        expected.rows.map(({ row, expected, rule, repaired }) => ({ row, expected, rule, repaired })),
      );
    }
    expect((await desk.get(`/plans/${id}`, clerk)).body.candidates).toBe(23);
  });

  it('the-marked-workbook-comes-back: all cells as they were, reasons at the right end, and it may be sent again', async () => {
    const id = await desk.draft();
    const original = fixture('roster-welder-3.xls');
    const { body } = await desk.upload(id, original);
    const path = `/plans/${id}/roster-imports/${body.importId}/marked`;
    const marked = await desk.get(path, clerk);
    expect(marked.headers.get('content-type')).toBe('application/vnd.ms-excel');
    expect(marked.headers.get('content-disposition')).toBe(`attachment; filename="roster-${body.importId}.xls"`);
    const before = readBack(original);
    const after = readBack(marked.body);
    expect(after.map((row) => row.slice(0, 33))).toEqual(before);
    expect(after[0]?.[33]).toBe('错误原因');
    const marks = after.slice(1).map((row) => row[33] as string | null);
    expect(marks[0]).toBeNull();
    expect(marks[2]).toBe('已收入；系统已更正：姓名');
    expect(marks[22]).toBe('文化程度：文化程度不在可选值中,应填“大学本科”');
    const again = await desk.upload(id, marked.body);
    expect(again.body.totals).toEqual({ ...body.totals, replaced: 20 });
    expect(problemOf(await desk.get(path, stranger))).toEqual([403, 'access/foreign-organisation']);
    const otherPlan = await desk.draft();
    const astray = await desk.get(`/plans/${otherPlan}/roster-imports/${body.importId}/marked`, clerk);
    expect(problemOf(astray)).toEqual([404, 'roster/import-not-found']);
  });

  it('two-clerks-upload-the-same-roster-at-once: both are answered, everyone is registered once', async () => {
    const id = await desk.draft();
    const bytes = fixture('roster-welder-3.xls');
    const answers = await Promise.all([desk.upload(id, bytes), desk.upload(id, bytes, secondClerk)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers.map(({ body }) => body.totals.replaced as number).sort((a, b) => a - b)).toEqual([0, 20]);
    expect(await desk.candidates(id)).toHaveLength(20);
  });

  it('the-same-request-twice: the first answer comes again and no second import is made', async () => {
    const id = await desk.draft();
    const request = {
      as: clerk,
      key: 'roster-1',
      file: { name: 'r.xls', bytes: fixture('roster-welder-3.second.xls') },
    };
    const first = await running.request('POST', `/plans/${id}/roster`, request);
    const second = await running.request('POST', `/plans/${id}/roster`, request);
    expect(second.body).toEqual(first.body);
    const imports: unknown[] = await running.dataSource.query('SELECT 1 FROM roster_import WHERE plan_id = $1', [id]);
    expect(imports).toHaveLength(1);
  });

  it('files-that-cannot-be-taken: named refusals, and nobody is registered', async () => {
    const id = await desk.draft();
    const header = readBack(fixture('roster-welder-3.second.xls'))[0] ?? [];
    const bad = await desk.upload(id, fixture('roster-bad-header.xls'));
    expect(problemOf(bad)).toEqual([422, 'roster/header']);
    expect(bad.body.errors.slice(0, 3).map((fault: { field: string; zh: string }) => fault.zh)).toEqual([
      'F列应为“证件号码”，文件中是“姓名”',
      'G列应为“姓名”，文件中是“证件号码”',
      'P列应为“考生来源”，文件中是“所在单位”',
    ]);
    const noHeader = await desk.upload(id, workbook(readBack(fixture('roster-welder-3.second.xls')).slice(1)));
    expect(problemOf(noHeader)).toEqual([422, 'roster/header']);
    expect(JSON.stringify(noHeader.body)).not.toMatch(/金承浩|231002/);
    const tooMany = [header, ...Array.from({ length: 10_001 }, (_, index) => [index])];
    const rest = [
      workbook(tooMany),
      workbook([header]),
      Buffer.from('序号,职业工种名称'),
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    ];
    const answers: string[] = [];
    for (const bytes of rest) answers.push(problemOf(await desk.upload(id, bytes))[1]);
    expect(answers).toEqual(['roster/too-many-rows', 'roster/empty', 'roster/unreadable', 'roster/unreadable']);
    const large = await desk.upload(id, new Uint8Array(10 * 1024 * 1024 + 1));
    expect(large.status).toBe(413);
    expect(await desk.candidates(id)).toEqual([]);
  });

  it('foreign-eyes: other organisations and cities see nobody, officers masked names, nobody a whole document', async () => {
    const id = await desk.draft();
    expect(problemOf(await desk.upload(id, fixture('roster-welder-3.xls'), stranger))).toEqual([
      403,
      'access/foreign-organisation',
    ]);
    await desk.upload(id, fixture('roster-welder-3.second.xls'));
    expect(problemOf(await desk.get(`/plans/${id}/candidates`, stranger))[1]).toBe('access/foreign-organisation');
    expect(problemOf(await desk.get(`/plans/${id}/candidates`, otherCity))[1]).toBe('access/foreign-jurisdiction');
    const own = await desk.candidates(id);
    const officers = await desk.candidates(id, city);
    expect(own.map(({ name }) => name).sort()).toEqual(['金承浩', '陶博文', '魏淑芬']);
    expect(officers.map(({ name }) => name).sort()).toEqual(['金*浩', '陶*文', '魏*芬']);
    expect(own.every(({ documentMasked }) => /^23\d\*{11}\w{4}$/.test(documentMasked))).toBe(true);
    const stored = JSON.stringify(await running.dataSource.query('SELECT * FROM candidate, roster_row'));
    expect(stored).not.toMatch(/金承浩|23100219810713/);
  });

  it('a-roster-after-seating: refused', async () => {
    const { id } = await desk.seated(fixture('roster-welder-3.second.xls'));
    expect(problemOf(await desk.upload(id, fixture('roster-welder-3.xls')))).toEqual([409, 'plan/roster-closed']);
  });

  it(
    'ten-thousand-rows: all go in, and other requests are never kept waiting for long',
    async () => {
      const [header = [], row = []] = readBack(fixture('roster-welder-3.second.xls'));
      const rows = Array.from({ length: 10_000 }, (_, index) =>
        row.map((cell, at) => (at === 5 ? madeUpId(index) : cell)),
      );
      for (const cells of rows) cells[7] = cells[8] = null;
      const bytes = workbook([header, ...rows]);
      const id = await desk.draft({ ...planContent, rooms: [{ name: '体育馆', seats: 1000 }] });
      const delay = monitorEventLoopDelay({ resolution: 5 });
      const began = performance.now();
      delay.enable();
      const { body } = await desk.upload(id, bytes);
      delay.disable();
      const tookMs = performance.now() - began;
      expect(body.totals).toMatchObject({ rows: 10_000, accepted: 10_000 });
      // Read without a thread of its own, the file alone holds everyone up for a third of the time.
      expect(delay.max / 1e6).toBeLessThan(tookMs / 5);
      const oneMore = [
        header,
        row.map((cell, at) => (at === 5 ? madeUpId(10_000) : at === 7 || at === 8 ? null : cell)),
      ];
      expect(problemOf(await desk.upload(id, workbook(oneMore)))).toEqual([422, 'roster/plan-full']);
    },
    TEN_THOUSAND_ROWS_MS,
  );
});
