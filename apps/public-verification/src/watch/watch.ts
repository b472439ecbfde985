import type { Verdict } from '@app/credential';
import { DomainError } from '@app/kernel';

export const WATCHES_PER_ORGANISATION_MAX = 200_000;
/** Why an organisation wants to be told: a class, never a text, so that nobody's name gets into it. */
export const WATCH_PURPOSES = ['recruitment', 'bidding', 'pay', 'contract-staff', 'other'] as const;
export type WatchPurpose = (typeof WATCH_PURPOSES)[number];

export interface Watch {
  id: string;
  organisationId: string;
  certificateId: string;
  purpose: string;
  askedBy: string;
  askedAt: Date;
  /** YYYY-MM-DD, China: the last day. */
  expiresOn: string;
  /** When the newest fact was recorded of which the organisation knows. */
  knownAsOf: Date;
}

export interface Webhook {
  id: string;
  organisationId: string;
  url: string;
  secretSealed: string;
  setBy: string;
  setAt: Date;
}

export type DeliveryState = 'waiting' | 'delivered' | 'failed';

/** One change told to one organisation; its id is the `webhook-id`, the same at every attempt. */
export interface Delivery {
  id: string;
  watchId: string;
  organisationId: string;
  certificateId: string;
  verdict: Verdict;
  /** YYYY-MM-DD, China. */
  changedOn: string;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Date;
  /** `''`, `status 500`, `timeout`, … */
  lastFailure: string;
  madeAt: Date;
  settledAt: Date | null;
}

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000];
/** After the first attempt, the second, …: two days in all. */
const PAUSES_MS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR] as const;
export const DELIVERY_ATTEMPTS_MAX = PAUSES_MS.length + 1;
/** Longer than an attempt may take: whoever took a delivery and died gives it up by then. */
export const ATTEMPT_LEASE_MS = 30 * SECOND;

export type AttemptResult = { ok: true } | { ok: false; failure: string; isFinal: boolean };

/** What became of a delivery by the attempt that is already counted in it. */
export function settled(sent: Delivery, result: AttemptResult, now: Date): Delivery {
  if (result.ok) return { ...sent, state: 'delivered', lastFailure: '', settledAt: now };
  const pause = PAUSES_MS[sent.attempts - 1];
  if (result.isFinal || pause === undefined) {
    return { ...sent, state: 'failed', lastFailure: result.failure, settledAt: now };
  }
  return { ...sent, lastFailure: result.failure, nextAttemptAt: new Date(now.getTime() + pause) };
}

/** @throws DomainError `watch/not-failed` */
export function sentAgain(found: Delivery, now: Date): Delivery {
  if (found.state !== 'failed') throw new DomainError('watch/not-failed', { state: found.state });
  return { ...found, state: 'waiting', attempts: 0, nextAttemptAt: now, settledAt: null };
}

/** Names nobody: who may know whose certificate it is knows it already. */
export function payloadOf({ watchId, certificateId, verdict, changedOn, madeAt }: Delivery): string {
  const data = { watchId, certificateId, verdict, changedOn };
  return JSON.stringify({ type: 'certificate.status_changed', timestamp: madeAt.toISOString(), data });
}
