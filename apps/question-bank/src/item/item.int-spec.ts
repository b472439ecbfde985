import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonalDataVault } from '@app/platform';
import { startTestService, type TestService } from '@app/testing';
import { service } from '../service-definition.js';
import { readSheets } from '../sheet/sheet.workbook.js';

const fixture = (name: string) => ({
  name,
  bytes: readFileSync(new URL(`../../../../test/fixtures/${name}`, import.meta.url)),
});
const table = fixture('element-table-welder-3.xlsx');
const items = fixture('items-welder-3.xlsx');
const author = { subject: 'author.bank', roles: ['item-author'] } as const;
const colleague = { subject: 'author2.bank', roles: ['item-author'] } as const;
const reviewer = { subject: 'reviewer.bank', roles: ['item-reviewer'] } as const;
const clerk = { subject: 'clerk.north', organisationId: 'org-north', roles: ['agency-clerk'] } as const;
const problem = (code: string) => `urn:jiangzheng:problem:${code}`;
const FIXTURE_COUNTS = { accepted: 164, repaired: 1, unmatched: 5, refused: 3 };

describe('items on real parts', () => {
  let bank: TestService;

  beforeAll(async () => {
    bank = await startTestService(service);
  });
  afterAll(async () => {
    await bank.stop();
  });

  const importTable = async (): Promise<string> => {
    const { body } = await bank.request('POST', '/element-tables', { as: author, file: table });
    return body.id as string;
  };
  const importItems = (id: string, as: object = author) =>
    bank.request('POST', `/element-tables/${id}/items`, { as, file: items });
  const countItems = async (id: string): Promise<number> => {
    const [row] = await bank.dataSource.query('SELECT count(*)::int AS n FROM item WHERE element_table_id = $1', [id]);
    return row.n as number;
  };

  it('good-rows-go-in, bad rows come back with Excel row and rule', async () => {
    const id = await importTable();
    const { status, body } = await importItems(id);
    expect([status, body.counts]).toEqual([201, FIXTURE_COUNTS]);
    expect(await countItems(id)).toBe(165);
    const row = (number: number) => body.rows.find((each: { row: number }) => each.row === number);
    expect(row(59)).toMatchObject({ outcome: 'refused', rules: [{ rule: 'no-answer' }] });
    expect(row(105)).toMatchObject({ outcome: 'refused', rules: [{ rule: 'duplicate-stem' }] });
    expect(row(43)).toMatchObject({ outcome: 'unmatched', rules: [{ rule: 'unmatched' }] });
    expect(row(14)).toMatchObject({ outcome: 'repaired', repairs: [{ column: '答案', from: 'Ａ', to: 'A' }] });
    expect(row(121)).toMatchObject({ outcome: 'accepted', match: 'contains', rules: [] });
    expect(row(2)).toBeUndefined();
  });

  it('nothing-of-an-item-is-readable-in-the-database', async () => {
    const id = await importTable();
    await importItems(id);
    const rows = await bank.dataSource.query(
      `SELECT i::text AS item, f::text AS import, i.content_sealed AS sealed, i.source FROM item i
       JOIN item_import f ON f.id = i.import_id WHERE i.element_table_id = $1 LIMIT 20`,
      [id],
    );
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      const content = JSON.parse(bank.get<PersonalDataVault>(PersonalDataVault).open('paper', row.sealed));
      expect(content.stem.length).toBeGreaterThan(5);
      expect(row.item + row.import).not.toContain(content.stem);
      expect(row.source).toBe('province');
    }
  });

  it('the-same-workbook-again-brings-nothing-in', async () => {
    const id = await importTable();
    await importItems(id);
    const { body } = await importItems(id, colleague);
    expect(body.counts).toEqual({ accepted: 0, repaired: 0, unmatched: 5, refused: 168 });
    expect(await countItems(id)).toBe(165);
  });

  it('two-imports-at-once: every item goes in once', async () => {
    const id = await importTable();
    const answers = await Promise.all([importItems(id), importItems(id, colleague)]);
    const taken = answers.map(({ body }) => (body.counts.accepted as number) + (body.counts.repaired as number));
    expect((taken[0] ?? 0) + (taken[1] ?? 0)).toBe(165);
    expect(await countItems(id)).toBe(165);
  });

  it('the-marked-workbook-tells-each-row-what-was-wrong, to its sender only', async () => {
    const id = await importTable();
    const { body } = await importItems(id);
    const answer = await bank.request('GET', `/item-imports/${body.id}/marked`, { as: author });
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    expect(answer.headers.get('content-disposition')).toContain(`items-marked-${body.id}.xlsx`);
    const [sheet] = readSheets(answer.body);
    expect([sheet?.rows[0]?.[20]?.text, sheet?.rows[58]?.[20]?.text]).toEqual(['导入结果', '答案为空（no-answer）']);
    expect(sheet?.rows).toHaveLength(174);
    const foreign = await bank.request('GET', `/item-imports/${body.id}/marked`, { as: colleague });
    expect([foreign.status, foreign.body.type]).toEqual([403, problem('item-import/not-yours')]);
    const reading = await bank.request('GET', `/item-imports/${body.id}/marked`, { as: reviewer });
    expect([reading.status, reading.body.type]).toEqual([403, problem('access/role')]);
  });

  it('a-retired-table-takes-no-items, and an agency imports none', async () => {
    const [older, newer] = [await importTable(), await importTable()];
    for (const id of [older, newer]) await bank.request('POST', `/element-tables/${id}/approve`, { as: reviewer });
    expect((await importItems(older)).body.type).toBe(problem('element-table/retired'));
    expect((await importItems(newer, clerk)).body.type).toBe(problem('access/role'));
    expect(await countItems(older)).toBe(0);
  });

  it('a-file-that-is-no-item-workbook-leaves-nothing-behind', async () => {
    const id = await importTable();
    const answer = await bank.request('POST', `/element-tables/${id}/items`, { as: author, file: table });
    expect([answer.status, answer.body.type]).toEqual([422, problem('item/header')]);
    const kept = await bank.dataSource.query('SELECT 1 FROM item_import WHERE element_table_id = $1', [id]);
    expect(kept).toHaveLength(0);
  });
});
