import { PageQuery } from '@app/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { InquiryDto } from '../certificate/certificate.dto.js';
import {
  WATCH_PURPOSES,
  type Delivery,
  type DeliveryState,
  type Watch,
  type WatchPurpose,
  type Webhook,
} from './watch.js';

const URL_LENGTH_MAX = 500;
const DELIVERY_STATES: readonly DeliveryState[] = ['waiting', 'delivered', 'failed'];

export class WatchDto extends InquiryDto {
  /** Why the organisation has to know: recruitment, bidding, pay, contract-staff or other. */
  @IsIn(WATCH_PURPOSES)
  purpose!: WatchPurpose;
}

export class WatchView {
  id!: string;
  certificateId!: string;
  purpose!: string;
  /** RFC 3339. */
  askedAt!: string;
  /** YYYY-MM-DD, China: the last day. */
  expiresOn!: string;
}

export class WatchedView {
  items!: WatchView[];
}

export class WatchPage {
  items!: WatchView[];
  next?: string;
}

export class WebhookDto {
  /** https, a public name or address, at most 500 characters. */
  @IsString()
  @MaxLength(URL_LENGTH_MAX)
  url!: string;
}

export class WebhookView {
  id!: string;
  url!: string;
  setAt!: string;
}

export class NewWebhookView extends WebhookView {
  /** `whsec_…`, of Standard Webhooks; shown this once. */
  secret!: string;
}

export class WebhookList {
  items!: WebhookView[];
}

export class DeliveryQuery extends PageQuery {
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;
}

export class DeliveryView {
  /** The `webhook-id` of every attempt. */
  id!: string;
  watchId!: string;
  certificateId!: string;
  /** REVOKED, CANCELLED or REPLACED. */
  verdict!: string;
  /** YYYY-MM-DD, China. */
  changedOn!: string;
  state!: DeliveryState;
  attempts!: number;
  /** RFC 3339; absent when nothing more is tried. */
  nextAttemptAt?: string;
  /** `status 500`, `timeout`, `address not public` …; absent before the first failure. */
  lastFailure?: string;
}

export class DeliveryPage {
  items!: DeliveryView[];
  next?: string;
}

export function watchView({ id, certificateId, purpose, askedAt, expiresOn }: Watch): WatchView {
  return { id, certificateId, purpose, askedAt: askedAt.toISOString(), expiresOn };
}

export function webhookView({ id, url, setAt }: Webhook): WebhookView {
  return { id, url, setAt: setAt.toISOString() };
}

export function deliveryView(delivery: Delivery): DeliveryView {
  const { id, watchId, certificateId, verdict, changedOn, state, attempts, nextAttemptAt, lastFailure } = delivery;
  return {
    id,
    watchId,
    certificateId,
    verdict,
    changedOn,
    state,
    attempts,
    ...(state === 'waiting' ? { nextAttemptAt: nextAttemptAt.toISOString() } : {}),
    ...(lastFailure === '' ? {} : { lastFailure }),
  };
}
