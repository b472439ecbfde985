import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { holdersOf, messyRows, messyWorkbook, sheetsOf } from '../../test/messy-list.js';
import { DECLARED, employer, issueAll, reached, upload } from '../../test/register.js';
import { service } from '../service-definition.js';

const ROWS = 150;
const holders = holdersOf(300);
const rows = messyRows(holders, ROWS);

describe('a batch on real parts', () => {
  let verification: TestService;

  beforeAll(async () => {
    verification = await startTestService(service);
    verification.setNow('2026-11-23T02:00:00Z');
    await issueAll(verification, holders);
  });
  afterAll(async () => {
    await verification.stop();
  });

  const get = (path: string, as = employer) => verification.request('GET', path, { as });

  it('every-row-gets-the-verdict-that-it-deserves, whatever Excel and the clerk made of it', async () => {
    const asked = await upload(verification, messyWorkbook(rows));
    expect([asked.status, asked.body.rows, asked.body.skippedSheets]).toEqual([201, ROWS, [1]]);
    const done = await reached(verification, asked.body.id, 'finished');
    expect([done.answered, done.charged]).toEqual([ROWS, rows.filter(({ isFree }) => !isFree).length]);
    const { body } = await get(`/batches/${asked.body.id}/rows?limit=200`);
    const wrong = rows.filter(
      ({ verdict, conclusion }, at) =>
        body.items[at].verdict !== verdict || (conclusion !== undefined && body.items[at].conclusion.zh !== conclusion),
    );
    expect(wrong).toEqual([]);
    expect(JSON.stringify(body)).not.toContain(holders[0]?.name);
    expect(body.items.find(({ verdict }: { verdict: string }) => verdict === 'NOT_FOUND').explanation.zh).toMatch(
      /错字/,
    );
    expect(body.items[5].explanation.zh).toContain('科学计数法');
  });

  it('gives the workbook back with the answers at the right end, and nothing in it calculates', async () => {
    const asked = await upload(verification, messyWorkbook(rows, 'biff8'));
    await reached(verification, asked.body.id, 'finished');
    const { body, headers } = await get(`/batches/${asked.body.id}/workbook`);
    expect(headers.get('content-disposition')).toContain('.xlsx');
    const [first = [], second = [], about = []] = sheetsOf(body);
    expect(first[1]?.slice(1, 8)).toEqual([
      '姓 名*',
      '身份证号码（必填）',
      '证书编号',
      '技能等级',
      '结论 Conclusion',
      '代码 Code',
      '证书编号 Number',
    ]);
    expect([first.length - 2, second.length - 2]).toEqual([ROWS / 2, ROWS / 2]);
    expect(first[2]?.slice(5, 7)).toEqual(['有效', 'VALID']);
    const texts = first.flat();
    expect(texts.filter((text) => text.startsWith('='))).toEqual([]);
    expect(texts.filter((text) => text.startsWith(`'=HYPERLINK`)).length).toBeGreaterThan(0);
    expect(about.flat().join('\n')).toContain('某某工程投标人员核查');
  });

  it('takes CSV as Excel saves it in Chinese Windows', async () => {
    const [holder] = holders;
    const text = Buffer.from(`Name,CID\r\nx,1\r\n"Zhang, San",${holder?.documentNumber}\r\n`);
    const asked = await upload(verification, text);
    const done = await reached(verification, asked.body.id, 'finished');
    expect(done.verdicts.map(({ verdict, count }: { verdict: string; count: number }) => [verdict, count])).toEqual([
      ['MISMATCH', 1],
      ['NOT_FOUND', 1],
    ]);
    // 姓名,身份证号 of GB 18030.
    const gb = Buffer.concat([
      Buffer.from('d0d5c3fb2cc9edb7ddd6a4bac50a', 'hex'),
      Buffer.from(`A,${holder?.documentNumber}`),
    ]);
    expect((await upload(verification, gb)).status).toBe(201);
  });

  it('who wants to be told of later changes follows the certificates of the answers, and no others', async () => {
    const [holder] = holders;
    const text = `姓名,证书编号\n${holder?.name},${holder?.certificateNumber}\n查无此人,${holder?.certificateNumber}\n`;
    const asked = await upload(verification, Buffer.from(text), { fields: { watch: 'true' } });
    await reached(verification, asked.body.id, 'finished');
    const { body } = await verification.request('GET', '/watches', { as: employer });
    expect(body.items.map(({ purpose }: { purpose: string }) => purpose)).toEqual([DECLARED.purpose]);
  });

  it('a repeated upload is one batch and one charge', async () => {
    const bytes = messyWorkbook(rows.slice(0, 15));
    const first = await upload(verification, bytes, { key: 'once' });
    const again = await upload(verification, bytes, { key: 'once' });
    expect([again.status, again.headers.get('idempotency-replayed'), again.body.id]).toEqual([
      201,
      'true',
      first.body.id,
    ]);
    const other = await upload(verification, bytes, { key: 'once', fields: { purposeText: '另一个用途' } });
    expect([other.status, other.body.type]).toEqual([422, 'urn:jiangzheng:problem:idempotency/key-reused']);
    const done = await reached(verification, first.body.id, 'finished');
    const [ledger] = await verification.dataSource.query(
      'SELECT coalesce(sum(rows), 0)::int AS charged FROM quota_entry WHERE batch_id = $1',
      [first.body.id],
    );
    expect(ledger.charged).toBe(done.charged);
  });

  it('says what is wrong with a file or a declaration, and what to do', async () => {
    const wrong = async (bytes: Uint8Array, fields?: Record<string, string>) => {
      const { status, body } = await upload(verification, bytes, fields ? { fields } : {});
      return [
        status,
        body.type.replace('urn:jiangzheng:problem:', ''),
        ...(body.errors ?? []).map(({ field }: { field: string }) => field),
      ];
    };
    const good = messyWorkbook(rows.slice(0, 2));
    expect(await wrong(good, { purpose: 'curiosity', purposeText: '?', consent: 'yes' })).toEqual([
      400,
      'batch/declaration',
      '/purpose',
      '/purposeText',
      '/consent',
    ]);
    expect(await wrong(Buffer.from('a,b\n1,2'))).toEqual([422, 'batch/no-header']);
    expect(await wrong(Buffer.from('姓名,身份证号\n'))).toEqual([422, 'batch/empty']);
    expect(await wrong(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]))).toEqual([422, 'batch/unreadable']);
    expect(await wrong(Buffer.from([1, 0, 2]))).toEqual([422, 'batch/unreadable']);
    expect(await wrong(Buffer.from(`姓名,身份证号\n${'甲,1\n'.repeat(10_001)}`))).toEqual([422, 'batch/too-many-rows']);
  });

  it('is for its own organisation, and for an officer’s own jurisdiction', async () => {
    const { body } = await upload(verification, messyWorkbook(rows.slice(0, 15)));
    const stranger = { ...employer, organisationId: 'org-other' };
    const officer = {
      subject: 'officer',
      roles: ['city-officer' as const],
      organisationId: 'org-city',
      jurisdiction: '230100',
    };
    expect((await get(`/batches/${body.id}`, stranger)).body.type).toContain('access/foreign-organisation');
    expect((await get(`/batches/${body.id}/rows`, stranger)).status).toBe(403);
    expect((await get(`/batches/${body.id}`, officer)).body.type).toContain('access/foreign-jurisdiction');
    expect((await get('/batches', stranger)).body.items).toEqual([]);
    expect((await upload(verification, messyWorkbook(rows.slice(0, 15)), { as: officer })).status).toBe(201);
    expect((await get('/batches', officer)).body.items).toHaveLength(1);
  });

  it('each look at a certificate is in the audit trail, by whom and for which batch', async () => {
    const { body } = await upload(verification, messyWorkbook(rows.slice(0, 15)));
    await reached(verification, body.id, 'finished');
    const looks = await verification.dataSource.query<{ content: { persons: string[]; actor: string } }[]>(
      `SELECT content FROM audit WHERE content ->> 'action' = 'batch.answer' AND content ->> 'object' = $1`,
      [`batch/${body.id}`],
    );
    expect(looks.map(({ content }) => [content.actor, content.persons.length])).toEqual([['employer.qian', 8]]);
  });

  it('tells its progress as it goes, and ends the stream at the end', async () => {
    const { body } = await upload(verification, messyWorkbook(rows));
    const token = await verification.issuer.tokenFor(employer);
    const stream = await fetch(`${verification.url}/batches/${body.id}/events`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const told = (await stream.text())
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => JSON.parse(line.slice(6)));
    expect(told.at(-1)).toMatchObject({ state: 'finished', answered: ROWS });
  });

  it('what was uploaded goes after its days, and the answers stay', async () => {
    const { body } = await upload(verification, messyWorkbook(rows.slice(0, 15)));
    await reached(verification, body.id, 'finished');
    verification.setNow('2026-12-25T02:00:00Z');
    try {
      await reachedErased(body.id);
      expect((await get(`/batches/${body.id}/workbook`)).body.type).toContain('batch/erased');
      expect((await get(`/batches/${body.id}/rows`)).body.items).toHaveLength(15);
      const [left] = await verification.dataSource.query(
        'SELECT count(content_sealed)::int AS sealed FROM batch_row WHERE batch_id = $1',
        [body.id],
      );
      expect(left.sealed).toBe(0);
    } finally {
      verification.setNow('2026-11-23T02:00:00Z');
    }
  });

  const reachedErased = async (id: string): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await get(`/batches/${id}`)).body.erasedAt) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('nothing was erased');
  };

  it('an entry of the ledger and an answer are written once: the database refuses a second time', async () => {
    await expect(verification.dataSource.query('UPDATE quota_entry SET rows = rows + 1')).rejects.toThrow('ledger');
    await expect(
      verification.dataSource.query(`UPDATE batch_row SET verdict = 'VALID' WHERE verdict IS NOT NULL`),
    ).rejects.toThrow('once');
  });
});
