import { DomainError } from '@app/kernel';
import { hiddenOr, type Visibility } from '@app/platform';
import { LessThan, type EntityManager } from 'typeorm';
import { WebhookDeliveryEntity, WebhookEntity } from './watch.entity.js';
import type { Delivery, Webhook } from './watch.js';

/** In one round, and of one organisation: a slow receiver keeps nobody else waiting. */
const ROUND_MAX = 32;
const ROUND_PER_ORGANISATION_MAX = 4;

export type DueDelivery = Delivery & Pick<Webhook, 'url' | 'secretSealed'>;

/** The one address of an organisation; a new one takes the place, the id stays. */
export async function putWebhook(tx: EntityManager, webhook: Webhook): Promise<Webhook> {
  const before = await tx.findOneBy(WebhookEntity, { organisationId: webhook.organisationId });
  const kept = { ...webhook, id: before?.id ?? webhook.id };
  await tx.save(WebhookEntity, kept);
  return kept;
}

/** @throws DomainError `watch/no-such-webhook` */
export async function getWebhook(tx: EntityManager, id: string): Promise<Webhook> {
  const found = await tx.findOneBy(WebhookEntity, { id });
  if (!found) throw await hiddenOr(tx, 'webhook', id, new DomainError('watch/no-such-webhook'));
  return found;
}

export async function removeWebhook(tx: EntityManager, id: string): Promise<void> {
  await tx.delete(WebhookEntity, { id });
}

export function listWebhooks(tx: EntityManager, { organisationId = '' }: Visibility): Promise<Webhook[]> {
  return tx.findBy(WebhookEntity, { organisationId });
}

export async function keepDeliveries(tx: EntityManager, deliveries: Delivery[]): Promise<void> {
  await tx.insert(WebhookDeliveryEntity, deliveries);
}

/** Newest first, one row more than `limit`. */
export function listDeliveries(
  tx: EntityManager,
  filter: { organisationId: string; state?: Delivery['state'] },
  before: string | undefined,
  limit: number,
): Promise<Delivery[]> {
  const where = { ...filter, ...(before ? { id: LessThan(before) } : {}) };
  return tx.find(WebhookDeliveryEntity, { where, order: { id: 'DESC' }, take: limit + 1 });
}

/**
 * Locks the row, applies `decide` and saves what it gives.
 * @throws DomainError `watch/no-such-delivery`
 */
export async function changeDelivery(
  tx: EntityManager,
  id: string,
  decide: (found: Delivery) => Delivery,
): Promise<Delivery> {
  const found = await tx.findOne(WebhookDeliveryEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!found) throw await hiddenOr(tx, 'webhook_delivery', id, new DomainError('watch/no-such-delivery'));
  const changed = decide(found);
  await tx.save(WebhookDeliveryEntity, changed);
  return changed;
}

/** Takes what is due, each for as long as an attempt may last; what another process took meanwhile is left to it. */
export function takeDue(tx: EntityManager, now: Date, until: Date): Promise<DueDelivery[]> {
  return tx.query<DueDelivery[]>(
    `WITH due AS (
       SELECT d.id, row_number() OVER (PARTITION BY d.organisation_id ORDER BY d.next_attempt_at, d.id) AS place
       FROM webhook_delivery d JOIN webhook w ON w.organisation_id = d.organisation_id
       WHERE d.state = 'waiting' AND d.next_attempt_at <= $1),
     taken AS (
       UPDATE webhook_delivery d SET attempts = d.attempts + 1, next_attempt_at = $2
       WHERE d.id IN (SELECT id FROM due WHERE place <= ${ROUND_PER_ORGANISATION_MAX} ORDER BY place LIMIT ${ROUND_MAX})
         AND d.state = 'waiting' AND d.next_attempt_at <= $1
       RETURNING d.*)
     SELECT t.id, t.watch_id AS "watchId", t.organisation_id AS "organisationId", t.certificate_id AS "certificateId",
       t.verdict, t.changed_on::text AS "changedOn", t.state, t.attempts, t.next_attempt_at AS "nextAttemptAt",
       t.last_failure AS "lastFailure", t.made_at AS "madeAt", t.settled_at AS "settledAt", w.url,
       w.secret_sealed AS "secretSealed"
     FROM taken t JOIN webhook w ON w.organisation_id = t.organisation_id`,
    [now, until],
  );
}
