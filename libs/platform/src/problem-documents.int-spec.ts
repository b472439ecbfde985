import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, type TestService } from '@app/testing';
import { room, SECRET } from '../test/room.js';
import { UPLOAD_BYTES_MAX } from './upload.js';

interface Answer {
  status: number;
  type: string | null;
  text: string;
  body: { type: string; title: string; status: number; instance: string; errors?: { field: string; rule: string }[] };
}

const author = { subject: 'author', roles: ['item-author'] as const };

describe('problem documents of a running service', () => {
  let service: TestService;
  let token: string;

  beforeAll(async () => {
    service = await startTestService(room);
    token = await service.issuer.tokenFor(author);
  });
  afterAll(async () => {
    await service.stop();
  });

  const send = async (route: string, init: RequestInit = {}): Promise<Answer> => {
    const authorization = { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() };
    const response = await fetch(`${service.url}${route}`, {
      ...init,
      headers: { ...authorization, ...(init.headers as Record<string, string>) },
    });
    const text = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text,
      body: JSON.parse(text) as Answer['body'],
    };
  };
  const post = (route: string, contentType: string, body: string | Buffer): Promise<Answer> =>
    send(route, { method: 'POST', headers: { 'content-type': contentType }, body: new Uint8Array(Buffer.from(body)) });

  const expectProblem = (answer: Answer, status: number, code: string): void => {
    expect([answer.status, answer.body.type]).toEqual([status, `urn:jiangzheng:problem:${code}`]);
    expect(answer.body.status).toBe(status);
    expect(answer.type).toBe('application/problem+json; charset=utf-8');
    expect(answer.body.instance).toMatch(/^urn:jiangzheng:request:[0-9a-f-]{36}$/);
  };

  it('JSON that is nested without end is refused, and not walked into', async () => {
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    expectProblem(await post('/notes', 'application/json', deep), 400, 'request/malformed');
  });

  it.each(['error', 'text', 'nothing', 'unknown-code', 'framework', 'database/row'])(
    'a fault of ours (%s) is a 500 that keeps its text inside',
    async (kind) => {
      const answer = await send(`/faults/${kind}`);
      expectProblem(answer, 500, 'service/internal');
      for (const part of [SECRET, 'geheim', '230103', 'note/forgotten', 'uuid', 'room.ts', 'at ']) {
        expect(answer.text.replace(answer.body.instance, '')).not.toContain(part);
      }
    },
  );

  it('the title is Chinese, and English for who asks in English', async () => {
    const chinese = await send('/faults/known', { headers: { 'accept-language': 'zh-CN,en;q=0.5' } });
    const english = await send('/faults/known', { headers: { 'accept-language': 'en-GB,en;q=0.9,zh;q=0.1' } });
    expectProblem(chinese, 409, 'note/late');
    expect([chinese.body.title, english.body.title]).toEqual(['迟了 3 天', '3 days late']);
  });

  it('the instance is the id that the gateway gave the request, and nothing else that a client sends', async () => {
    const id = '01900000-0000-7000-8000-00000000abcd';
    const given = await send('/faults/known', { headers: { 'x-request-id': id } });
    expect(given.body.instance).toBe(`urn:jiangzheng:request:${id}`);
    const forged = await send('/faults/known', { headers: { 'x-request-id': '"><script>' } });
    expectProblem(forged, 409, 'note/late');
  });

  it('an address that does not exist, with and without a body', async () => {
    expectProblem(await send('/nowhere'), 404, 'request/not-found');
    expectProblem(await post('/nowhere', 'application/json', '{}'), 404, 'request/not-found');
    expectProblem(await send('/notes', { method: 'DELETE' }), 404, 'request/not-found');
    expectProblem(await send(`/faults/${'a'.repeat(300)}`), 404, 'request/not-found');
    const undecodable = await send('/%zz/geheim');
    expectProblem(undecodable, 400, 'request/malformed');
    expect(undecodable.text).not.toContain('geheim');
  });

  it.each(['{"text":', '', 'text=1', '{"text":"a","__proto__":{"x":1}}'])(
    'a body that is no JSON object we take (%j) cannot be read',
    async (body) => {
      expectProblem(await post('/notes', 'application/json', body), 400, 'request/malformed');
    },
  );

  it.each(['null', '[]', '"text"', '7', '{}', '{"text":1}', '{"text":"a","more":1}'])(
    'a body of another shape (%s) is not valid',
    async (body) => {
      expectProblem(await post('/notes', 'application/json', body), 400, 'request/invalid');
    },
  );

  it('wrong fields are listed by pointer, without their values', async () => {
    const answer = await post('/notes', 'application/json', JSON.stringify({ text: 'a', events: 0, [SECRET]: SECRET }));
    expectProblem(answer, 400, 'request/invalid');
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field: '/events', rule: 'min' }));
  });

  it('a body above 1 MiB is too large, one just below is taken', async () => {
    const json = (bytes: number): string => JSON.stringify({ text: 'a'.repeat(bytes - '{"text":""}'.length) });
    expectProblem(await post('/notes', 'application/json', json(1024 * 1024 + 1)), 413, 'request/too-large');
    expect((await post('/notes', 'application/json', json(1024 * 1024))).status).toBe(201);
  });

  it.each(['text/plain', 'application/xml', 'nonsense'])('a body of type %s is not supported', async (contentType) => {
    expectProblem(await post('/notes', contentType, 'text=a'), 415, 'request/unsupported-media-type');
  });

  describe('of an upload', () => {
    const part = (name: string, body: string | Buffer, end = '\r\n--B--\r\n'): Buffer =>
      Buffer.concat([
        Buffer.from(`--B\r\ncontent-disposition: form-data; name="${name}"; filename="a.xls"\r\n\r\n`),
        Buffer.from(body),
        Buffer.from(end),
      ]);
    const upload = (body: string | Buffer, contentType = 'multipart/form-data; boundary=B'): Promise<Answer> =>
      post('/files', contentType, body);

    it('without a file, in another field, or not as multipart', async () => {
      expectProblem(await upload('--B--\r\n'), 400, 'upload/missing');
      expectProblem(await upload(part('other', 'x')), 400, 'upload/missing');
      expectProblem(await upload('{}', 'application/json'), 400, 'upload/missing');
    });

    it('that is no multipart text at all, has no boundary or breaks off cannot be read', async () => {
      expectProblem(await upload(part('file', 'x'), 'multipart/form-data'), 400, 'request/malformed');
      expectProblem(await upload(part('file', 'x', '')), 400, 'request/malformed');
      expectProblem(await upload('nothing of the kind'), 400, 'request/malformed');
    });

    it('above 10 MiB is too large, one of 10 MiB is taken', async () => {
      const large = await upload(part('file', Buffer.alloc(UPLOAD_BYTES_MAX + 1)));
      expectProblem(large, 413, 'request/too-large');
      expect((await upload(part('file', Buffer.alloc(UPLOAD_BYTES_MAX)))).status).toBe(201);
    });
  });

  it('a cursor that was made up is refused before the database sees it', async () => {
    const made = Buffer.from('-'.repeat(36)).toString('base64url');
    expectProblem(await send(`/notes?after=${made}`), 400, 'request/cursor');
    expectProblem(await send('/notes?limit=many'), 400, 'request/invalid');
    expectProblem(await send('/notes?offset=1'), 400, 'request/invalid');
  });
});
