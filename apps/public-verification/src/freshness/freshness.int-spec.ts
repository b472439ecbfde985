import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@app/kernel';
import { eventually, startTestService, type TestService } from '@app/testing';
import { layBrokerLine, type BrokerLine } from '../../test/broker-line.js';
import { holdersOf } from '../../test/messy-list.js';
import { issueAll } from '../../test/register.js';
import { service } from '../service-definition.js';

interface Source {
  name: string;
  state: string;
  latestFactAt?: string;
  upToDateAt?: string;
  waiting?: number;
}

describe('freshness on real parts', () => {
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

  const read = async (): Promise<{ broker: string; checkedAt: string; issuance: Source }> => {
    const { status, body } = await verification.request('GET', '/freshness');
    expect(status).toBe(200);
    const issuance = (body.sources as Source[]).find(({ name }) => name === 'certificate-issuance');
    if (!issuance) throw new Error('no such source');
    return { ...body, issuance };
  };
  const reached = (state: string): Promise<boolean> =>
    eventually(async () => (await read()).issuance.state === state, state);

  it('nothing-told-yet: current, with no fact', async () => {
    await reached('current');
    expect((await read()).issuance).toMatchObject({ waiting: 0 });
    expect((await read()).issuance.latestFactAt).toBeUndefined();
  });

  it('a-certificate-arrives: current, and when the fact was recorded', async () => {
    await issueAll(verification, holdersOf(1));
    await reached('current');
    const { issuance, broker } = await read();
    expect(broker).toBe('connected');
    expect(Date.parse(issuance.latestFactAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('an-event-is-among-the-dead-letters: behind, and since when', async () => {
    const { issuance: before } = await read();
    await verification.dataSource.query(
      `INSERT INTO event_failure (event_id, publisher, subject, aggregate_type, aggregate_id, aggregate_version, envelope,
         state, attempts, reason)
       VALUES ($1, 'certificate-issuance', 's', 't', 'a', 1, '{}', 'dead', 5, 'a fault')`,
      [newId()],
    );
    const { issuance } = await read();
    expect(issuance).toMatchObject({ state: 'behind', waiting: 1 });
    expect(Date.parse(issuance.upToDateAt ?? '')).toBeGreaterThanOrEqual(Date.parse(before.upToDateAt ?? ''));
    await verification.dataSource.query('DELETE FROM event_failure');
    await reached('current');
  });

  it('the-broker-is-away: unreachable, with the last moment at which nothing waited; current when it is back', async () => {
    line.cut();
    await reached('unreachable');
    const { issuance, broker, checkedAt } = await read();
    expect([broker, issuance.waiting]).toEqual(['away', undefined]);
    expect(Date.parse(issuance.upToDateAt ?? '')).toBeLessThan(Date.parse(checkedAt));
    line.mend();
    await reached('current');
  });
});
