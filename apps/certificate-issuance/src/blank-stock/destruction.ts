import { assertTransition, DomainError, type Transitions } from '@app/kernel';

export const DESTRUCTION_STATES = ['proposed', 'done', 'refused'] as const;
export type DestructionState = (typeof DESTRUCTION_STATES)[number];

/** 空白/作废证书销毁: one person lists them, another sees them destroyed. */
export const TRANSITIONS: Transitions<DestructionState> = { proposed: ['done', 'refused'], done: [], refused: [] };

/** Blanks of one batch. */
export const DESTRUCTION_BLANKS_MAX = 1_000;

export interface Destruction {
  id: string;
  organisationId: string;
  jurisdiction: string;
  quantity: number;
  state: DestructionState;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  refusalReason: string | null;
}

interface Actor {
  subject: string;
  now: Date;
}

/** @throws DomainError `blank-destruction/illegal-transition`; `access/same-person` */
export function decideDestruction(
  destruction: Destruction,
  decision: { to: 'done' } | { to: 'refused'; reason: string },
  { subject, now }: Actor,
): Destruction {
  assertTransition('blank-destruction', TRANSITIONS, destruction.state, decision.to);
  if (destruction.proposedBy === subject) throw new DomainError('access/same-person');
  const refusalReason = decision.to === 'refused' ? decision.reason : null;
  return { ...destruction, state: decision.to, decidedBy: subject, decidedAt: now, refusalReason };
}
