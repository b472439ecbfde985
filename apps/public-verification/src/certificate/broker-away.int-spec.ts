import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { eventually, startTestService, testNatsUrl, type TestService } from '@app/testing';
import { service } from '../service-definition.js';

const facts = { name: '张三丰', documentNumber: '23010219900307004X' };

describe('certificate while the broker is away', () => {
  const sockets = new Set<Socket>();
  const brokerUrl = new URL(testNatsUrl());
  let cut = false;
  let line: Server;
  let verification: TestService;

  beforeAll(async () => {
    line = createServer((near) => {
      if (cut) return void near.destroy();
      const far = createConnection(Number(brokerUrl.port), brokerUrl.hostname);
      for (const socket of [near, far]) sockets.add(socket.on('error', () => socket.destroy()));
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
    const url = new URL(brokerUrl);
    url.port = String((line.address() as AddressInfo).port);
    process.env['TEST_NATS_URL'] = url.href;
    verification = await startTestService(service);
  });
  afterAll(async () => {
    await verification.stop();
    process.env['TEST_NATS_URL'] = brokerUrl.href;
    line.close();
  });

  const source = async (): Promise<string> =>
    (await verification.request('POST', '/verify', { json: facts })).body.source;

  it('still-answers, and says that newer facts cannot arrive', async () => {
    await eventually(async () => (await source()) === 'live', 'the broker');
    cut = true;
    for (const socket of sockets) socket.destroy();
    await eventually(async () => (await source()) === 'stale', 'the cut to be noticed');
    cut = false;
    await eventually(async () => (await source()) === 'live', 'the broker again');
  });
});
