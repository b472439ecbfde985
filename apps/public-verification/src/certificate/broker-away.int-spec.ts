import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { eventually, startTestService, type TestService } from '@app/testing';
import { layBrokerLine, type BrokerLine } from '../../test/broker-line.js';
import { service } from '../service-definition.js';

const facts = { name: '张三丰', documentNumber: '23010219900307004X' };

describe('certificate while the broker is away', () => {
  let line: BrokerLine;
  let verification: TestService;

  beforeAll(async () => {
    line = await layBrokerLine();
    verification = await startTestService(service);
  });
  afterAll(async () => {
    await verification.stop();
    line.close();
  });

  const source = async (): Promise<string> =>
    (await verification.request('POST', '/verify', { json: facts })).body.source;

  it('still-answers, and says that newer facts cannot arrive', async () => {
    await eventually(async () => (await source()) === 'live', 'the broker');
    line.cut();
    await eventually(async () => (await source()) === 'stale', 'the cut to be noticed');
    line.mend();
    await eventually(async () => (await source()) === 'live', 'the broker again');
  });
});
