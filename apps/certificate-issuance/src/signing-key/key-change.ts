import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const KEY_CHANGE_KINDS = ['rotation', 'compromise'] as const;
export type KeyChangeKind = (typeof KEY_CHANGE_KINDS)[number];

export const KEY_CHANGE_STATES = ['proposed', 'confirmed', 'refused'] as const;
export type KeyChangeState = (typeof KEY_CHANGE_STATES)[number];

export const CHANGE_TRANSITIONS: Transitions<KeyChangeState> = {
  proposed: ['confirmed', 'refused'],
  confirmed: [],
  refused: [],
};

/** One officer wants a key changed; another decides. */
export interface KeyChange {
  id: string;
  kind: KeyChangeKind;
  organisationId: string;
  /** The key to retire or to give up. */
  kid: string;
  reason: string;
  state: KeyChangeState;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  refusalReason: string | null;
}

export interface Officer {
  subject: string;
  now: Date;
}

export function propose(
  wish: Pick<KeyChange, 'id' | 'kind' | 'organisationId' | 'kid' | 'reason'>,
  { subject, now }: Officer,
): KeyChange {
  return {
    ...wish,
    state: 'proposed',
    proposedBy: subject,
    proposedAt: now,
    decidedBy: null,
    decidedAt: null,
    refusalReason: null,
  };
}

/** @throws DomainError `access/same-person`; `key-change/illegal-transition` for the second of two who decide */
export function confirm(change: KeyChange, { subject, now }: Officer): KeyChange {
  if (change.proposedBy === subject) throw new DomainError('access/same-person');
  assertTransition('key-change', CHANGE_TRANSITIONS, change.state, 'confirmed');
  return { ...change, state: 'confirmed', decidedBy: subject, decidedAt: now };
}

/** By a second officer, or taken back by the first: it needs no second person to leave things as they are. */
export function refuse(change: KeyChange, { subject, now }: Officer, reason: string): KeyChange {
  assertTransition('key-change', CHANGE_TRANSITIONS, change.state, 'refused');
  return { ...change, state: 'refused', decidedBy: subject, decidedAt: now, refusalReason: reason };
}
