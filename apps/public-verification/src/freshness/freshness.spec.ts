import { describe, expect, it } from '@jest/globals';
import { freshnessOf } from './freshness.js';

const at = new Date('2026-11-23T02:00:00Z');
const earlier = new Date('2026-11-23T01:00:00Z');
const latestFactAt = new Date('2026-11-22T08:00:00Z');

describe('freshness of a source', () => {
  it.each([
    ['nothing waits', { waiting: 0, at }, 0, 'current', at, 0],
    ['events wait', { waiting: 3, at }, 0, 'behind', earlier, 3],
    ['an event failed and is no longer with the broker', { waiting: 0, at }, 1, 'behind', earlier, 1],
    ['the broker is away', null, 0, 'unreachable', earlier, null],
  ])('%s', (_what, standing, failed, state, upToDateAt, waiting) => {
    expect(freshnessOf('agency-filing', { standing, failed, latestFactAt }, earlier)).toEqual({
      name: 'agency-filing',
      state,
      latestFactAt,
      upToDateAt,
      waiting,
    });
  });
});
