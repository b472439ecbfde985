import { randomBytes } from 'node:crypto';
import { DomainError, newId, type Clock } from '@app/kernel';
import {
  assertOwn,
  CLOCK,
  CONFIG,
  cursorId,
  inTransaction,
  pageOf,
  PersonalDataVault,
  readAs,
  visibleTo,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { isIP } from 'node:net';
import { DataSource } from 'typeorm';
import { VerificationConfig } from '../verification.config.js';
import { sentAgain, type Delivery, type Webhook } from './watch.js';
import { isLoopback, isPublicAddress } from './webhook.address.js';
import { SECRET_PREFIX } from './webhook.post.js';
import {
  changeDelivery,
  getWebhook,
  listDeliveries,
  listWebhooks,
  putWebhook,
  removeWebhook,
} from './webhook.repository.js';

const SECRET_BYTES = 32;

@Injectable()
export class WebhookService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: VerificationConfig,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /**
   * The organisation's one address, with a new secret that is told this once.
   * @throws DomainError `watch/webhook-url`
   */
  async put(principal: Principal, url: string): Promise<{ webhook: Webhook; secret: string }> {
    assertOwn(principal, principal);
    assertPostable(url, this.config.mayLoop);
    const secret = `${SECRET_PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
    const wished = {
      id: newId(),
      organisationId: principal.organisationId,
      url,
      secretSealed: this.vault.seal('secret', secret),
      setBy: principal.subject,
      setAt: this.clock.now(),
    };
    const webhook = await inTransaction(this.dataSource, principal, (tx) => putWebhook(tx, wished));
    return { webhook, secret };
  }

  async list(principal: Principal): Promise<Webhook[]> {
    return readAs(this.dataSource, principal, (tx) => listWebhooks(tx, visibleTo(principal)));
  }

  /** What is still to be told waits for the next address. */
  async remove(principal: Principal, id: string): Promise<void> {
    await inTransaction(this.dataSource, principal, async (tx) => {
      assertOwn(principal, await getWebhook(tx, id));
      await removeWebhook(tx, id);
    });
  }

  async deliveries(principal: Principal, query: PageQuery, state?: Delivery['state']): Promise<Page<Delivery>> {
    const { organisationId = '' } = visibleTo(principal);
    const filter = { organisationId, ...(state === undefined ? {} : { state }) };
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listDeliveries(tx, filter, cursorId(query.after), query.limit), query.limit),
    );
  }

  /** @throws DomainError `watch/not-failed` */
  async resend(principal: Principal, id: string): Promise<Delivery> {
    return inTransaction(this.dataSource, principal, (tx) =>
      changeDelivery(tx, id, (found) => {
        assertOwn(principal, found);
        return sentAgain(found, this.clock.now());
      }),
    );
  }
}

/** The form alone: whose address a name has is looked up at each attempt, because it may change. */
function assertPostable(url: string, mayLoop: boolean): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const host = parsed?.hostname.replaceAll(/[[\]]/g, '') ?? '';
  const isOurs = mayLoop && isLoopback(host);
  const isSecure = parsed?.protocol === 'https:' || (isOurs && parsed?.protocol === 'http:');
  const isPlain = parsed?.username === '' && parsed.password === '' && parsed.hash === '';
  if (!isSecure || !isPlain || (isIP(host) !== 0 && !isOurs && !isPublicAddress(host))) {
    throw new DomainError('watch/webhook-url');
  }
}
