import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const BLANK_STATES = ['granted', 'on-hand', 'used', 'spoiled', 'destroyed'] as const;
export type BlankState = (typeof BLANK_STATES)[number];

/** The database has the same table: no statement, whoever sends it, moves a blank otherwise. */
export const TRANSITIONS: Transitions<BlankState> = {
  granted: ['on-hand'],
  'on-hand': ['used', 'spoiled', 'destroyed'],
  used: ['spoiled'],
  spoiled: ['destroyed'],
  destroyed: [],
};

export const SPOIL_REASONS = ['misprint', 'damaged', 'lost', 'returned', 'other'] as const;
export type SpoilReason = (typeof SPOIL_REASONS)[number];

/** 空白证书: one printed form with its 印制流水码. */
export interface Blank {
  id: string;
  serial: string;
  requestId: string;
  organisationId: string;
  jurisdiction: string;
  state: BlankState;
  /** The certificate that was printed on it; stays when the print is spoiled. */
  certificateId: string | null;
  usedBy: string | null;
  usedAt: Date | null;
  spoilReason: SpoilReason | null;
  spoilNote: string;
  spoiledBy: string | null;
  spoiledAt: Date | null;
  /** The batch that it is to be, or was, destroyed with. */
  destructionId: string | null;
}

interface Actor {
  subject: string;
  now: Date;
}

/** @throws DomainError `blank/promised` when it is in a batch that waits to be destroyed */
function assertFree({ destructionId, state }: Blank): void {
  if (destructionId !== null && state !== 'destroyed') throw new DomainError('blank/promised');
}

/** @throws DomainError `blank/illegal-transition`, `blank/promised` */
export function printOn(blank: Blank, certificateId: string, { subject, now }: Actor): Blank {
  assertFree(blank);
  assertTransition('blank', TRANSITIONS, blank.state, 'used');
  return { ...blank, state: 'used', certificateId, usedBy: subject, usedAt: now };
}

/** @throws DomainError `blank/illegal-transition`, `blank/promised` */
export function spoil(blank: Blank, why: { reason: SpoilReason; note: string }, { subject, now }: Actor): Blank {
  assertFree(blank);
  assertTransition('blank', TRANSITIONS, blank.state, 'spoiled');
  return {
    ...blank,
    state: 'spoiled',
    spoilReason: why.reason,
    spoilNote: why.note,
    spoiledBy: subject,
    spoiledAt: now,
  };
}

/** Why a blank cannot go into a batch that is to be destroyed; null when it can. */
export function destroyFault(blank: Blank | undefined): { rule: string; zh: string; en: string } | null {
  if (!blank) return { rule: 'unknown', zh: '库存中没有这个流水码', en: 'no blank of the stock has this serial' };
  if (blank.state !== 'destroyed' && blank.destructionId !== null) {
    return { rule: 'promised', zh: '已在另一销毁批次中', en: 'it is in another batch' };
  }
  if (TRANSITIONS[blank.state].includes('destroyed')) return null;
  return {
    rule: 'state',
    zh: '只能销毁在库或已作废的空白证书',
    en: 'only a blank on hand or a spoiled one is destroyed',
  };
}
