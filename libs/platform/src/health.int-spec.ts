import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@app/testing';
import { openPlace, type Place } from '../test/place.js';
import { room } from '../test/room.js';
import type { RunningService } from './bootstrap.js';

interface Seen {
  status: number;
  type: string | null;
  body: { status?: string | number; broker?: string; type?: string };
}

async function see(url: string): Promise<Seen> {
  const response = await fetch(url);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: (await response.json()) as Seen['body'],
  };
}

const samplesOf = (metrics: string, name: string): string[] =>
  metrics.split('\n').filter((line) => line.startsWith(`${name}{`));

describe('the health of a service', () => {
  let place: Place;
  let service: RunningService;

  beforeAll(async () => {
    place = await openPlace(room);
    service = await place.start();
  });
  afterAll(async () => {
    await service.stop();
    await place.close();
  });

  const ready = (): Promise<Seen> => see(`${service.url}/health/ready`);
  const readyWithBroker = (state: string): Promise<boolean> =>
    eventually(async () => {
      const { status, body } = await ready();
      return status === 200 && body.broker === state;
    }, `ready with the broker ${state}`);

  it('is ready with database and broker', async () => {
    await readyWithBroker('connected');
  });

  it('is ready without the broker and says so; the broker comes back by itself', async () => {
    await place.broker.cut();
    await readyWithBroker('away');
    await place.broker.mend();
    await readyWithBroker('connected');
  });

  it('is alive and not ready without the database, says so in a problem document, and recovers by itself', async () => {
    await place.database.cut();
    const away = await ready();
    expect([away.status, away.body.type]).toEqual([503, 'urn:jiangzheng:problem:service/unavailable']);
    expect(away.type).toBe('application/problem+json; charset=utf-8');
    expect((await see(`${service.url}/health/live`)).body).toEqual({ status: 'live' });
    const metrics = await fetch(`${service.url}/metrics`);
    expect(metrics.status).toBe(200);
    expect(samplesOf(await metrics.text(), 'outbox_unpublished')).toEqual([]);
    await place.database.mend();
    await readyWithBroker('connected');
  });

  it('is measured: requests by route, events that wait, never an address as it was asked', async () => {
    await ready();
    await fetch(`${service.url}/nowhere/230103199001011234`);
    const text = await (await fetch(`${service.url}/metrics`)).text();
    const requests = samplesOf(text, 'http_request_duration_seconds_count');
    expect(requests).toContainEqual(expect.stringMatching(/route="\/health\/ready",status="200"\} [1-9]/));
    expect(samplesOf(text, 'outbox_unpublished')).toEqual(['outbox_unpublished{service="question-bank"} 0']);
    expect(samplesOf(text, 'dead_letters')).toEqual(['dead_letters{service="question-bank"} 0']);
    expect(text.includes('230103')).toBe(false);
  });
});

describe('a service that starts before its broker', () => {
  let place: Place;

  beforeAll(async () => {
    place = await openPlace(room);
  });
  afterAll(async () => {
    await place.close();
  });

  it('is ready, and can be stopped again while the broker is still away', async () => {
    await place.broker.cut();
    const service = await place.start();
    expect((await see(`${service.url}/health/ready`)).body).toEqual({ status: 'ready', broker: 'away' });
    const begun = Date.now();
    await service.stop();
    expect(Date.now() - begun).toBeLessThan(5_000);
  }, 15_000);
});
