import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@app/kernel';
import { eventually, startTestService, type TestAnswer, type TestService } from '@app/testing';
import { doors, openDoors, room } from '../test/room.js';

const author = { subject: 'author', roles: ['item-author'] as const };

/** Of a client's key only this is kept. */
const digest = (key: string): string => createHash('sha256').update(key).digest('hex');

describe('a creating request with an Idempotency-Key', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService(room);
  });
  afterEach(openDoors);
  afterAll(async () => {
    await service.stop();
  });

  const note = (key: string, text = 'a', subject = author.subject): Promise<TestAnswer> =>
    service.request('POST', '/notes', { as: { ...author, subject }, key, json: { text, events: 1 } });
  const file = (key: string, bytes: string): Promise<TestAnswer> =>
    service.request('POST', '/files', { as: author, key, file: { name: 'a.xls', bytes: Buffer.from(bytes) } });
  const count = async (): Promise<{ notes: number; told: number }> => {
    const [row] = await service.dataSource.query<{ notes: number; told: number }[]>(
      'SELECT (SELECT count(*)::int FROM note) AS notes, (SELECT count(*)::int FROM outbox) AS told',
    );
    return row ?? { notes: -1, told: -1 };
  };
  const problem = ({ status, body }: TestAnswer): [number, string] => [
    status,
    String((body as { type?: string }).type).replace('urn:jiangzheng:problem:', ''),
  ];

  it('that comes again gets the first answer, marked as a repeat, and has no second effect', async () => {
    const key = newId();
    const before = await count();
    const first = await note(key);
    const again = await note(key);
    expect(first.status).toBe(201);
    expect(first.headers.has('idempotency-replayed')).toBe(false);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(await count()).toEqual({ notes: before.notes + 1, told: before.told + 1 });
  });

  it('that has no answer body is repeated as such', async () => {
    const key = newId();
    const first = await service.request('POST', '/silence', { as: author, key });
    const again = await service.request('POST', '/silence', { as: author, key });
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect([again.status, String(again.body)]).toEqual([first.status, String(first.body)]);
  });

  it('that shows a person is a look each time, also when the kept answer shows them', async () => {
    const key = newId();
    const first = await service.request('POST', '/persons', { as: author, key });
    const again = await service.request('POST', '/persons', { as: author, key });
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    const rows = await service.dataSource.query<{ kind: string; actor: string; action: string }[]>(
      `SELECT content ->> 'kind' AS kind, content ->> 'actor' AS actor, content ->> 'action' AS action
       FROM audit WHERE content -> 'persons' ? $1`,
      [`candidate/${(first.body as { id: string }).id}`],
    );
    const look = { kind: 'look', actor: author.subject, action: 'note.person' };
    expect(rows).toEqual([look, look]);
  });

  it('that comes with another body, or to another address, is refused', async () => {
    const key = newId();
    await note(key);
    expect(problem(await note(key, 'b'))).toEqual([422, 'idempotency/key-reused']);
    expect(problem(await file(key, 'a'))).toEqual([422, 'idempotency/key-reused']);
  });

  it('is told apart by the bytes of its upload, not by its name', async () => {
    const key = newId();
    const before = await count();
    const first = await file(key, 'rows');
    expect(first.body).toMatchObject({ bytes: 4 });
    expect((await file(key, 'rows')).body).toEqual(first.body);
    expect(problem(await file(key, 'other rows'))).toEqual([422, 'idempotency/key-reused']);
    expect((await count()).notes).toBe(before.notes + 1);
  });

  it('of one person is nothing to another person with the same key', async () => {
    const key = newId();
    const [mine, theirs] = [await note(key), await note(key, 'a', 'another')];
    expect(theirs.headers.has('idempotency-replayed')).toBe(false);
    expect((theirs.body as { id: string }).id).not.toBe((mine.body as { id: string }).id);
  });

  it.each([undefined, '', ' ', 'with space', 'a'.repeat(129), 'é'])('is refused with the key %j', async (key) => {
    const before = await count();
    const token = await service.issuer.tokenFor(author);
    const response = await fetch(`${service.url}/notes`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: '{"text":"a"}',
    });
    expect(problem({ status: response.status, headers: response.headers, body: await response.json() })).toEqual([
      400,
      'idempotency/key-required',
    ]);
    expect(await count()).toEqual(before);
  });

  it('that was refused may be tried again with the same key', async () => {
    const key = newId();
    doors.beforeCommit = () => Promise.reject(new Error('no room'));
    expect(problem(await note(key))).toEqual([500, 'service/internal']);
    openDoors();
    const second = await note(key);
    expect([second.status, second.headers.has('idempotency-replayed')]).toEqual([201, false]);
  });

  it('sent twice at once has one effect; the other hears that it is in progress or gets the answer', async () => {
    for (let round = 0; round < 10; round += 1) {
      const key = newId();
      const before = await count();
      const answers = await Promise.all([note(key), note(key), note(key)]);
      const made = answers.filter(({ status }) => status === 201);
      expect(new Set(made.map(({ body }) => (body as { id: string }).id)).size).toBe(1);
      for (const answer of answers.filter(({ status }) => status !== 201)) {
        expect(problem(answer)[0]).toBe(409);
        expect(['idempotency/in-progress', 'idempotency/done']).toContain(problem(answer)[1]);
      }
      expect(await count()).toEqual({ notes: before.notes + 1, told: before.told + 1 });
    }
  });

  it('that is repeated while the first one stands before its commit waits for it and does nothing', async () => {
    const key = newId();
    const before = await count();
    let open = (): void => undefined;
    let arrived = 0;
    doors.beforeCommit = () => {
      arrived += 1;
      return new Promise((resolve) => {
        open = resolve;
      });
    };
    const first = note(key);
    await eventually(() => Promise.resolve(arrived === 1), 'the first request at its door');
    const second = note(key);
    await eventually(async () => {
      const [row] = await service.dataSource.query<{ waiting: number }[]>(
        'SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted',
      );
      return (row?.waiting ?? 0) > 0;
    }, 'the second request to wait for the first');
    open();
    expect((await first).status).toBe(201);
    expect(problem(await second)).toEqual([409, 'idempotency/in-progress']);
    expect(arrived).toBe(1);
    expect(await count()).toEqual({ notes: before.notes + 1, told: before.told + 1 });
  });

  it('whose answer was lost after the commit, in a crash, is not done again: the client is sent to the list', async () => {
    const key = newId();
    doors.afterCommit = () => Promise.reject(new Error('the process dies here'));
    expect((await note(key)).status).toBe(500);
    openDoors();
    const before = await count();
    expect(problem(await note(key))).toEqual([409, 'idempotency/done']);
    expect(problem(await note(key, 'b'))).toEqual([422, 'idempotency/key-reused']);
    expect(await count()).toEqual(before);
  });

  it('whose stored answer is gone is not done again either', async () => {
    const key = newId();
    await note(key);
    await service.dataSource.query('UPDATE idempotency_key SET status = NULL, answer_sealed = NULL WHERE key = $1', [
      digest(key),
    ]);
    const before = await count();
    expect(problem(await note(key))).toEqual([409, 'idempotency/done']);
    expect(await count()).toEqual(before);
  });

  it('keeps its answer sealed, because answers name persons', async () => {
    const key = newId();
    const { body } = await note(key);
    const [kept] = await service.dataSource.query<{ answer_sealed: string }[]>(
      'SELECT answer_sealed FROM idempotency_key WHERE key = $1',
      [digest(key)],
    );
    expect(kept?.answer_sealed).toMatch(/^v1\./);
    expect(kept?.answer_sealed).not.toContain((body as { id: string }).id);
  });
});
