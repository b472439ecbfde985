import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readAs } from '@app/messaging';
import { eventually, startTestService, type TestService } from '@app/testing';
import { DataSource } from 'typeorm';
import { room } from '../../test/room.js';
import { readAuditChain, verifyAuditChain, type AuditVerdict } from '../index.js';

const author = { subject: 'author.bank', organisationId: 'org-bank', roles: ['item-author'] } as const;
const auditor = { subject: 'auditor.sun', roles: ['auditor'], jurisdiction: '230000' } as const;
const clerk = { subject: 'clerk.north', organisationId: 'org-north', roles: ['agency-clerk'] } as const;

describe('the audit trail on real parts', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(room);
  });
  afterAll(async () => {
    await service.stop();
  });

  const linked = (count: number): Promise<unknown> =>
    eventually(async () => {
      const [row] = await service.dataSource.query<{ rows: number }[]>(
        'SELECT count(*)::int AS rows FROM audit WHERE position > 0',
      );
      return (row?.rows ?? 0) >= count;
    }, `${count} linked audit rows`);
  const note = (text: string) => service.request('POST', '/notes', { as: author, json: { text } });
  const verdict = (): Promise<AuditVerdict> => verifyAuditChain(readAuditChain(service.dataSource.manager));
  const list = async (query = '') => (await service.request('GET', `/audit${query}`, { as: auditor })).body;

  it('a-change-and-its-row-commit-together, and a refusal is there too', async () => {
    const made = await note('一条');
    await service.request('POST', '/notes', { as: clerk, json: { text: '不该有' } });
    await linked(2);
    const { items, head } = await list();
    expect(
      items
        .map(({ kind, action, actor, object, outcome, rule }: Record<string, unknown>) => ({
          kind,
          action,
          actor,
          object,
          outcome,
          rule,
        }))
        .toReversed(),
    ).toEqual([
      { kind: 'change', action: 'note.note', actor: 'author.bank', object: `note/${made.body.id}`, outcome: 'done' },
      {
        kind: 'refusal',
        action: 'POST /notes',
        actor: 'clerk.north',
        object: '',
        outcome: 'refused',
        rule: 'access/role',
      },
    ]);
    expect(head).toMatchObject({ position: 2, sha256: items[0].sha256 });
  });

  it('a-rolled-back-change leaves no row', async () => {
    const before = (await list()).items.length;
    await service.request('POST', '/notes', { as: author, json: { text: 'x', events: 0 } });
    expect((await list()).items.length).toBe(before);
  });

  it('found by who acted, what it was about and what kind it was; paged', async () => {
    const made = await note('再一条');
    await linked(3);
    expect((await list(`?object=note/${made.body.id}`)).items).toHaveLength(1);
    expect((await list('?actor=clerk.north')).items).toHaveLength(1);
    expect((await list('?kind=refusal')).items).toHaveLength(1);
    const first = await list('?limit=1');
    expect((await list(`?limit=1&before=${first.next}`)).items[0].position).toBe(first.items[0].position - 1);
  });

  it('the-service’s-own-role cannot change, remove, back-date or link a row, nor read one without standing', async () => {
    const running = service.get<DataSource>(DataSource);
    const refused = (sql: string) => expect(running.query(sql)).rejects.toThrow(/permission denied/);
    await refused(`UPDATE audit SET content = '{}'`);
    await refused('DELETE FROM audit');
    await refused('TRUNCATE audit');
    await refused(`INSERT INTO audit (id, content, position, sha256) VALUES (gen_random_uuid(), '{}', 99, 'x')`);
    await refused('UPDATE audit_head SET position = 0');
    expect(await running.query('SELECT * FROM audit')).toEqual([]);
    expect(
      await readAs(running, { ...auditor, organisationId: '' }, (tx) => tx.query('SELECT 1 FROM audit LIMIT 1')),
    ).toHaveLength(1);
  });

  it('rows written by many at once are each linked once, without a gap', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => note(`第 ${index} 条`)));
    await linked(43);
    expect(await verdict()).toMatchObject({ ok: true });
  });

  it('altering-one-row, deleting-one and reordering-two: the verifier names each', async () => {
    const { dataSource } = service;
    const touched = async (...sql: string[]): Promise<AuditVerdict> => {
      const runner = dataSource.createQueryRunner();
      await runner.startTransaction();
      try {
        for (const each of sql) await runner.query(each);
        return await verifyAuditChain(readAuditChain(runner.manager));
      } finally {
        await runner.rollbackTransaction();
        await runner.release();
      }
    };
    expect(
      await touched(`UPDATE audit SET content = jsonb_set(content, '{actor}', '"nobody"') WHERE position = 7`),
    ).toMatchObject({
      ok: false,
      fault: 'altered',
      position: 7,
    });
    expect(await touched('DELETE FROM audit WHERE position = 9')).toMatchObject({
      ok: false,
      fault: 'missing',
      position: 9,
    });
    expect(
      await touched(
        'UPDATE audit SET position = -1 WHERE position = 11',
        'UPDATE audit SET position = 11 WHERE position = 12',
        'UPDATE audit SET position = 12 WHERE position = -1',
      ),
    ).toMatchObject({ ok: false, fault: 'altered', position: 11 });
    expect(await verdict()).toMatchObject({ ok: true });
  });
});
