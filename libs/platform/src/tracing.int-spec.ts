import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { streamOf, type Broker } from '@app/messaging';
import { eventually, startTestService, type TestService } from '@app/testing';
import { randomBytes } from 'node:crypto';
import { room } from '../test/room.js';
import { BrokerLink } from './broker-link.js';

const author = { subject: 'author', roles: ['item-author'] as const };

interface Followed {
  outbox: string[];
  wire: string[];
  heard: string[];
}

describe('one trace', () => {
  let service: TestService;
  let broker: Broker;

  beforeAll(async () => {
    service = await startTestService(room);
    broker = await service.get<BrokerLink>(BrokerLink).broker();
  });
  afterAll(async () => {
    await service.stop();
  });

  const traceIdOf = (traceparent: string | undefined): string => traceparent?.split('-')[1] ?? 'none';

  /** Sends a request and follows its event: trace ids in the outbox, in the broker and in the handler. */
  async function follow(route: string, body: string, headers: Record<string, string>): Promise<Followed> {
    await service.dataSource.query('TRUNCATE outbox, outbox_head, heard');
    const token = await service.issuer.tokenFor(author);
    const response = await fetch(`${service.url}${route}`, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
      body,
    });
    expect(response.status).toBe(201);
    const heard = await eventually(async () => {
      const rows = await service.dataSource.query<{ trace_id: string }[]>('SELECT trace_id FROM heard');
      return rows.length > 0 && rows;
    }, 'the event to be heard');
    const told = await service.dataSource.query<{ trace: { traceparent?: string }; stream_sequence: string }[]>(
      'SELECT trace, stream_sequence FROM outbox',
    );
    const wire: string[] = [];
    for (const { stream_sequence: sequence } of told) {
      const message = await broker.manager.streams.getMessage(streamOf(broker, room.name), { seq: Number(sequence) });
      wire.push(traceIdOf(message?.header.get('traceparent')));
    }
    return {
      outbox: told.map(({ trace }) => traceIdOf(trace.traceparent)),
      wire,
      heard: (heard || []).map((row) => row.trace_id),
    };
  }

  // A body of many chunks arrives in callbacks of the socket, which belong to no request.
  it.each([10, 100_000, 1_000_000])(
    'follows a request with a body of %i bytes into the outbox, the broker and the handler of its event',
    async (length) => {
      const traceId = randomBytes(16).toString('hex');
      const headers = { 'content-type': 'application/json', traceparent: `00-${traceId}-${'1'.repeat(16)}-01` };
      const followed = await follow('/notes', JSON.stringify({ text: 'a'.repeat(length) }), headers);
      expect(followed).toEqual({ outbox: [traceId], wire: [traceId], heard: [traceId] });
    },
  );

  it('begins at the first service that is asked, and differs from request to request', async () => {
    const headers = { 'content-type': 'application/json' };
    const first = await follow('/notes', '{"text":"a"}', headers);
    const second = await follow('/notes', '{"text":"a"}', headers);
    for (const { outbox, wire, heard } of [first, second]) {
      expect(outbox[0]).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
      expect([wire, heard]).toEqual([outbox, outbox]);
    }
    expect(first.outbox).not.toEqual(second.outbox);
  });

  it('is not continued from a header that is no trace', async () => {
    const headers = { 'content-type': 'application/json', traceparent: '00-230103199001011234-x-01' };
    const { outbox } = await follow('/notes', '{"text":"a"}', headers);
    expect(outbox[0]).toMatch(/^(?!0+$)[0-9a-f]{32}$/);
    expect(outbox[0]).not.toContain('230103');
  });
});
