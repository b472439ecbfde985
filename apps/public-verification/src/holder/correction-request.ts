import { assertTransition, DomainError, type FieldFault, type Transitions } from '@app/kernel';

/** What is wrong on the certificate. */
export const CORRECTION_FIELDS = [
  'name',
  'document',
  'occupation',
  'specialty',
  'level',
  'issued-on',
  'agency',
  'other',
] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/** Requests of one account in a day. */
export const CORRECTIONS_A_DAY_MAX = 5;

export const CORRECTION_STATES = ['asked', 'accepted', 'refused'] as const;
export type CorrectionState = (typeof CORRECTION_STATES)[number];

/** Accepted means that a change was proposed; a second person may still say no. */
export const TRANSITIONS: Transitions<CorrectionState> = {
  asked: ['accepted', 'refused'],
  accepted: ['refused'],
  refused: [],
};

export interface CorrectionRequest {
  id: string;
  subject: string;
  documentIndex: string;
  certificateId: string;
  field: CorrectionField;
  /** JSON {rightValue, note}. */
  wishSealed: string;
  state: CorrectionState;
  /** Class of the reason. */
  refusal: string | null;
  askedAt: Date;
  decidedAt: Date | null;
}

export interface CorrectionWish {
  rightValue: string;
  /** What it can be seen from, as 身份证 or 毕业证书. */
  note: string;
}

const fault = (field: string, rule: string, zh: string, en: string): FieldFault => ({ field, rule, zh, en });

/** @throws DomainError `correction-request/not-acceptable` with the fields */
export function readWish(given: CorrectionWish): CorrectionWish {
  const wish = { rightValue: given.rightValue.trim(), note: given.note.trim() };
  const faults: FieldFault[] = [];
  if (wish.rightValue === '')
    faults.push(fault('/rightValue', 'missing', '未填正确的内容', 'what is right is missing'));
  if (wish.note === '')
    faults.push(fault('/note', 'missing', '未说明依据什么材料', 'say what paper it can be seen from'));
  if (faults.length > 0) throw new DomainError('correction-request/not-acceptable', {}, faults);
  return wish;
}

/** What the issuing service answers. proto3 omits defaults, so every text may be ''. */
export interface DecisionFact {
  decision: string;
  refusal: string;
  decidedAt: string;
}

/**
 * What is not newer than the answer that is known was told before.
 * @throws DomainError `correction-request/bad-event`, `correction-request/illegal-transition`
 */
export function applyDecision(request: CorrectionRequest, fact: DecisionFact): CorrectionRequest {
  const state = CORRECTION_STATES.find((each) => each === fact.decision && each !== 'asked');
  if (!state) throw new DomainError('correction-request/bad-event', { field: 'decision' });
  const decidedAt = new Date(fact.decidedAt);
  if (Number.isNaN(decidedAt.getTime())) throw new DomainError('correction-request/bad-event', { field: 'decidedAt' });
  if (state === 'refused' && fact.refusal === '')
    throw new DomainError('correction-request/bad-event', { field: 'refusal' });
  if (request.decidedAt && decidedAt <= request.decidedAt) return request;
  assertTransition('correction-request', TRANSITIONS, request.state, state);
  return { ...request, state, refusal: fact.refusal || null, decidedAt };
}
