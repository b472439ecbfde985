import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@app/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { openPlace, type Place } from '../test/place.js';
import { doors, openDoors, room } from '../test/room.js';
import type { RunningService } from './bootstrap.js';

const author = { subject: 'author', roles: ['item-author'] as const };
const EVENTS = 300;

interface Books {
  told: number;
  unpublished: number;
  heard: number;
  heardOnce: number;
  failed: number;
}

describe('a service that is stopped in the middle of its work', () => {
  let place: Place;

  beforeAll(async () => {
    place = await openPlace(room);
  });
  afterEach(openDoors);
  afterAll(async () => {
    await place.close();
  });

  const note = async (service: RunningService, events: number): Promise<number> => {
    const token = await place.issuer.tokenFor(author);
    const response = await fetch(`${service.url}/notes`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify({ text: 'a', events }),
    });
    await response.text();
    return response.status;
  };

  /** Read by a connection of its own: the service's may be closed. */
  async function books(): Promise<Books> {
    const dataSource = new DataSource({
      type: 'postgres',
      url: place.database.url,
      extra: { options: '-c search_path=question_bank' },
    });
    await dataSource.initialize();
    try {
      const [row] = await dataSource.query<Books[]>(`SELECT
        (SELECT count(*)::int FROM outbox) AS told,
        (SELECT count(*)::int FROM outbox WHERE published_at IS NULL) AS unpublished,
        (SELECT count(*)::int FROM heard) AS heard,
        (SELECT count(DISTINCT paper_id)::int FROM heard) AS "heardOnce",
        (SELECT count(*)::int FROM event_failure) AS failed`);
      if (!row) throw new Error('no books');
      return row;
    } finally {
      await dataSource.destroy();
    }
  }

  it('answers the request in hand, loses and doubles no event, and tells the rest after the next start', async () => {
    const first = await place.start();
    doors.whileHearing = () => pause(20);
    expect(await note(first, EVENTS)).toBe(201);
    await eventually(async () => (await books()).heard > 0, 'events being handled');

    let open = (): void => undefined;
    let arrived = false;
    doors.beforeCommit = () => {
      arrived = true;
      return new Promise((resolve) => {
        open = resolve;
      });
    };
    const inFlight = note(first, 5);
    await eventually(() => Promise.resolve(arrived), 'a request in flight');
    const stopped = first.stop();
    // Long enough for the relay and the readers to be gone before the request commits its events.
    const early = await Promise.race([stopped.then(() => 'stopped'), pause(3_000, 'still answering')]);
    open();
    expect(early).toBe('still answering');
    expect(await inFlight).toBe(201);
    await stopped;
    await expect(fetch(`${first.url}/health/live`)).rejects.toThrow();

    const between = await books();
    expect(between).toMatchObject({ told: EVENTS + 5, failed: 0, heardOnce: between.heard });
    expect(between.heard).toBeLessThan(EVENTS + 5);
    expect(between.unpublished).toBeGreaterThanOrEqual(5);
    await pause(300);
    expect(await books()).toEqual(between);

    openDoors();
    const second = await place.start();
    await eventually(async () => (await books()).heard >= EVENTS + 5, 'the rest to be heard');
    await pause(500);
    expect(await books()).toEqual({
      told: EVENTS + 5,
      unpublished: 0,
      heard: EVENTS + 5,
      heardOnce: EVENTS + 5,
      failed: 0,
    });
    await second.stop();
  });

  it('stops while the broker is away, and tells what it could not after the next start', async () => {
    const first = await place.start();
    const before = await books();
    expect(await note(first, 1)).toBe(201);
    await eventually(async () => (await books()).heard === before.heard + 1, 'a connected broker');
    await place.broker.cut();
    expect(await note(first, 5)).toBe(201);
    const begun = Date.now();
    await first.stop();
    expect(Date.now() - begun).toBeLessThan(10_000);
    expect(await books()).toMatchObject({ told: before.told + 6, unpublished: 5, heard: before.heard + 1 });

    await place.broker.mend();
    const second = await place.start();
    await eventually(async () => (await books()).heard === before.heard + 6, 'the rest to be heard');
    expect(await books()).toMatchObject({ unpublished: 0, heardOnce: before.heard + 6, failed: 0 });
    await second.stop();
  });
});
