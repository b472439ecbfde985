import { assertTransition, DomainError, type Transitions } from '@app/kernel';
import type { Change } from '../change/change.js';

export const REQUEST_STATES = ['asked', 'accepted', 'refused'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Accepted rests on a proposal; when the second person refuses that one, the request is refused after all. */
export const TRANSITIONS: Transitions<RequestState> = {
  asked: ['accepted', 'refused'],
  accepted: ['refused'],
  refused: [],
};

/** Classes of reasons, the only part of a refusal that leaves the house. */
export const REFUSALS = {
  'evidence-missing': { zh: '材料不足，请携原件到发证机构办理', en: 'the papers do not show it; bring the originals' },
  'record-right': { zh: '经核对，登记信息无误', en: 'it was checked, and the record is right' },
  'not-correctable': { zh: '此项不能更正，须另行申请', en: 'this cannot be corrected; another procedure is needed' },
  'change-refused': { zh: '更正提请未获批准', en: 'the proposed change was not approved' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type Refusal = keyof typeof REFUSALS;

export interface CorrectionRequest {
  id: string;
  certificateId: string;
  organisationId: string;
  jurisdiction: string;
  documentIndex: string;
  /** Class of what is wrong. */
  field: string;
  /** JSON {rightValue, note}, in the holder's words. */
  wishSealed: string;
  state: RequestState;
  changeId: string | null;
  refusal: Refusal | null;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
}

interface Actor {
  subject: string;
  now: Date;
}

/**
 * The answer rests on a change that is under way or done: never on a word alone.
 * @throws DomainError `correction-request/illegal-transition`; `correction-request/change` for a change of another
 *   certificate, of another kind, or one that came to nothing
 */
export function accept(request: CorrectionRequest, change: Change, actor: Actor): CorrectionRequest {
  assertTransition('correction-request', TRANSITIONS, request.state, 'accepted');
  const isForIt = change.kind === 'correct' && change.certificateIds.includes(request.certificateId);
  if (!isForIt || (change.state !== 'proposed' && change.state !== 'done'))
    throw new DomainError('correction-request/change');
  return { ...request, state: 'accepted', changeId: change.id, decidedBy: actor.subject, decidedAt: actor.now };
}

/** @throws DomainError `correction-request/illegal-transition` */
export function refuse(request: CorrectionRequest, refusal: Refusal, actor: Actor): CorrectionRequest {
  assertTransition('correction-request', TRANSITIONS, request.state, 'refused');
  return { ...request, state: 'refused', refusal, decidedBy: actor.subject, decidedAt: actor.now };
}
