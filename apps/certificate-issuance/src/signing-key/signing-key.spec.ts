import { describe, expect, it } from '@jest/globals';
import { DomainError, unreachableStates } from '@app/kernel';
import { CHANGE_TRANSITIONS, confirm, propose, refuse } from './key-change.js';
import {
  begin,
  compromise,
  keyEntry,
  KEY_STATES,
  PUBLISHED_AHEAD_MS,
  rotate,
  TRANSITIONS,
  type KeyState,
  type SigningKey,
} from './signing-key.js';

const made = new Date('2026-12-01T02:00:00Z');
const now = new Date(made.getTime() + PUBLISHED_AHEAD_MS);
const key = (kid: string, state: KeyState): SigningKey => ({
  kid,
  organisationId: 'org-north',
  state,
  publicJwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' },
  nationalJwk: null,
  createdAt: made,
  changedAt: made,
  activatedAt: null,
  retiredAt: null,
  compromisedAt: null,
  compromisedFrom: null,
});
const outcome = (decide: () => SigningKey[]): string => {
  try {
    return decide()
      .map(({ kid, state }) => `${kid}:${state}`)
      .join(' ');
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('what may become of a signing key', () => {
  it('the-full-table: no state is out of reach, and none is left by a way that is not listed', () => {
    expect(unreachableStates(TRANSITIONS, 'next')).toEqual([]);
    const table = KEY_STATES.map((state) => [
      state,
      outcome(() => rotate(key('k', state), key('n', 'next'), key('f', 'next'), now)),
      outcome(() => compromise(key('k', state), key('n', 'next'), { fresh: key('f', 'next'), from: 7, now })),
    ]);
    const refused = 'signing-key/illegal-transition';
    expect(table).toEqual([
      ['next', refused, 'k:compromised f:next'],
      ['active', 'k:retired n:active f:next', 'k:compromised n:active f:next'],
      ['retired', refused, 'k:compromised'],
      ['compromised', refused, refused],
    ]);
  });

  it('the-first-keys-of-a-body: one for use, one ahead', () => {
    expect(outcome(() => begin(key('a', 'next'), key('b', 'next'), now))).toBe('a:active b:next');
  });

  it('a-next-key-nobody-may-have-seen: a rotation waits for it, a compromise does not', () => {
    const early = new Date(now.getTime() - 1);
    const fresh = key('f', 'next');
    expect(outcome(() => rotate(key('k', 'active'), key('n', 'next'), fresh, early))).toBe(
      'signing-key/next-too-young',
    );
    expect(outcome(() => compromise(key('k', 'active'), key('n', 'next'), { fresh, from: 7, now: early }))).toBe(
      'k:compromised n:active f:next',
    );
  });

  it('every-change-has-its-day, and the index from which nothing holds stands in key and leaf', () => {
    const [retired, active] = rotate(key('k', 'active'), key('n', 'next'), key('f', 'next'), now);
    expect([retired?.retiredAt, active?.activatedAt, active?.changedAt]).toEqual([now, now, now]);
    const [given] = compromise(key('k', 'active'), key('n', 'next'), { fresh: key('f', 'next'), from: 7, now });
    expect([given?.compromisedAt, given?.compromisedFrom]).toEqual([now, 7]);
    expect(given && keyEntry(given)).toEqual({
      type: 'signing-key',
      organisation: 'org-north',
      kid: 'k',
      state: 'compromised',
      x: 'x',
      y: 'y',
      compromisedFrom: 7,
      at: now.toISOString(),
    });
    expect(retired && 'compromisedFrom' in keyEntry(retired)).toBe(false);
  });
});

describe('a change of keys is decided by two persons', () => {
  const wish = { id: 'c', kind: 'rotation', organisationId: 'org-north', kid: 'k', reason: '例行轮换' } as const;
  const proposed = propose(wish, { subject: 'first', now: made });
  const codeOf = (decide: () => unknown): string => {
    try {
      decide();
      return 'done';
    } catch (error) {
      return (error as DomainError).code;
    }
  };

  it('every-state-and-every-decider', () => {
    expect(unreachableStates(CHANGE_TRANSITIONS, 'proposed')).toEqual([]);
    const second = { subject: 'second', now };
    const first = { subject: 'first', now };
    const confirmed = confirm(proposed, second);
    const refused = refuse(proposed, second, '无需轮换');
    expect([confirmed.state, confirmed.decidedBy, refused.state, refused.refusalReason]).toEqual([
      'confirmed',
      'second',
      'refused',
      '无需轮换',
    ]);
    const decided = [confirmed, refused].flatMap((change) => [
      codeOf(() => confirm(change, { subject: 'third', now })),
      codeOf(() => refuse(change, { subject: 'third', now }, '迟了')),
    ]);
    expect(new Set(decided)).toEqual(new Set(['key-change/illegal-transition']));
    expect(codeOf(() => confirm(proposed, first))).toBe('access/same-person');
    expect(refuse(proposed, first, '撤回').state).toBe('refused');
  });
});
