import { assertTransition, DomainError, type Transitions } from '@app/kernel';
import { serialsOf, type SerialRange } from './blank-serial.js';

export const SUPPLY_STATES = ['requested', 'granted', 'received', 'refused'] as const;
export type SupplyState = (typeof SUPPLY_STATES)[number];

/** 证书申领: a body asks, the province gives a range of blanks, the body signs for them (打印签领). */
export const TRANSITIONS: Transitions<SupplyState> = {
  requested: ['granted', 'refused'],
  granted: ['received'],
  received: [],
  refused: [],
};

export interface SupplyRequest {
  id: string;
  organisationId: string;
  agencyName: string;
  jurisdiction: string;
  quantity: number;
  state: SupplyState;
  askedBy: string;
  askedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  refusalReason: string | null;
  firstSerial: string | null;
  lastSerial: string | null;
  receivedBy: string | null;
  receivedAt: Date | null;
}

export interface Actor {
  subject: string;
  now: Date;
}

type Asked = Pick<SupplyRequest, 'id' | 'organisationId' | 'agencyName' | 'jurisdiction' | 'quantity'>;

export function askForBlanks(asked: Asked, { subject, now }: Actor): SupplyRequest {
  return {
    ...asked,
    state: 'requested',
    askedBy: subject,
    askedAt: now,
    decidedBy: null,
    decidedAt: null,
    refusalReason: null,
    firstSerial: null,
    lastSerial: null,
    receivedBy: null,
    receivedAt: null,
  };
}

function decide(request: SupplyRequest, to: SupplyState, { subject, now }: Actor): SupplyRequest {
  assertTransition('blank-request', TRANSITIONS, request.state, to);
  if (request.askedBy === subject) throw new DomainError('access/same-person');
  return { ...request, state: to, decidedBy: subject, decidedAt: now };
}

/**
 * As many blanks as were asked for, or fewer.
 * @throws DomainError `blank-request/illegal-transition`, `blank-stock/bad-serial`, `blank-stock/bad-range`,
 *   `blank-stock/more-than-asked`
 */
export function grantBlanks(
  request: SupplyRequest,
  range: SerialRange,
  day: string,
  actor: Actor,
): { request: SupplyRequest; serials: string[] } {
  const granted = decide(request, 'granted', actor);
  const serials = serialsOf(range, day);
  const { quantity } = request;
  if (serials.length > quantity) {
    throw new DomainError('blank-stock/more-than-asked', { given: serials.length, quantity });
  }
  const [firstSerial = '', lastSerial = serials.at(-1) ?? ''] = [serials[0], serials.at(-1)];
  return { request: { ...granted, firstSerial, lastSerial }, serials };
}

/** @throws DomainError `blank-request/illegal-transition` */
export function refuseBlanks(request: SupplyRequest, refusalReason: string, actor: Actor): SupplyRequest {
  return { ...decide(request, 'refused', actor), refusalReason };
}

/** @throws DomainError `blank-request/illegal-transition` */
export function receiveBlanks(request: SupplyRequest, { subject, now }: Actor): SupplyRequest {
  assertTransition('blank-request', TRANSITIONS, request.state, 'received');
  return { ...request, state: 'received', receivedBy: subject, receivedAt: now };
}
