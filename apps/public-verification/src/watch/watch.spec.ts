import { describe, expect, it } from '@jest/globals';
import { DELIVERY_ATTEMPTS_MAX, payloadOf, sentAgain, settled, type Delivery } from './watch.js';
import { isPublicAddress } from './webhook.address.js';
import { signatureOf } from './webhook.post.js';

const now = new Date('2026-11-28T02:00:00Z');
const delivery: Delivery = {
  id: 'd',
  watchId: 'w',
  organisationId: 'org-employer',
  certificateId: 'c',
  verdict: 'REVOKED',
  changedOn: '2026-11-27',
  state: 'waiting',
  attempts: 1,
  nextAttemptAt: now,
  lastFailure: '',
  madeAt: now,
  settledAt: null,
};

describe('what becomes of a delivery', () => {
  it('pauses grow from attempt to attempt, and after the last it has failed', () => {
    const pauses: unknown[] = [];
    for (let attempts = 1; attempts <= DELIVERY_ATTEMPTS_MAX; attempts += 1) {
      const after = settled({ ...delivery, attempts }, { ok: false, failure: 'status 500', isFinal: false }, now);
      pauses.push(after.state === 'waiting' ? (after.nextAttemptAt.getTime() - now.getTime()) / 1000 : after.state);
    }
    expect(pauses).toEqual([5, 30, 120, 600, 3600, 14_400, 43_200, 86_400, 'failed']);
  });

  it('a receiver that is gone is not asked again, and one that took it neither', () => {
    expect(settled(delivery, { ok: false, failure: 'status 410', isFinal: true }, now).state).toBe('failed');
    expect(settled(delivery, { ok: true }, now)).toMatchObject({ state: 'delivered', settledAt: now });
  });

  it('only what failed is sent again, with all its attempts', () => {
    const failed: Delivery = { ...delivery, state: 'failed', attempts: DELIVERY_ATTEMPTS_MAX, settledAt: now };
    expect(sentAgain(failed, now)).toMatchObject({ id: 'd', state: 'waiting', attempts: 0, settledAt: null });
    expect(() => sentAgain(delivery, now)).toThrow('watch/not-failed');
  });
});

describe('a message', () => {
  it('is signed as Standard Webhooks says: the example of its reference libraries', () => {
    const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1_614_265_330, body: '{"test": 2432232314}' };
    expect(signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', message)).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  it('says which certificate and what became of it, and nothing of a person or an organisation', () => {
    expect(JSON.parse(payloadOf(delivery))).toEqual({
      type: 'certificate.status_changed',
      timestamp: '2026-11-28T02:00:00.000Z',
      data: { watchId: 'w', certificateId: 'c', verdict: 'REVOKED', changedOn: '2026-11-27' },
    });
  });
});

describe('where a message may go', () => {
  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111', '240e::1'])('%s: yes', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '127.9.9.9',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fc00::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%j: no', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
