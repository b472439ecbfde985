import { encodeBitstringStatusList, encodeTokenStatusList, issuerIdOf, type StatusLists } from '@app/credential';
import { DomainError, type Clock } from '@app/kernel';
// Not the platform's: reading a list may log its epoch, and is no change by the reader.
import { inTransaction } from '@app/messaging';
import { CLOCK, CONFIG, LOGGER, readAs, SERVICE, type PlatformConfig } from '@app/platform';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import type { Signer } from '../signing-key/key-holders.service.js';
import { SigningKeyService } from '../signing-key/signing-key.service.js';
import { STATUS_ISSUER, statusAddress, type StatusForm } from './status-address.js';
import { advanceEpochs, currentLists } from './status.epochs.js';
import { findList, hasDirtyLists } from './status-list.repository.js';

/** A change reaches the lists within this and the time of one signature. */
const PAUSE_MS = 300;
/** A signed list is made anew after this long even when nothing changed. */
const KEPT_MS = 60 * 60_000;
const VALID_MS = 24 * 60 * 60_000;
/** How long a reader may go without asking again, in seconds. */
const TTL_S = 300;
/** Signed lists in memory: three forms of each, about 20 kB apiece; ten million certificates have 77 lists. */
const CACHE_MAX = 512;
const MS_PER_S = 1_000;

interface Signed {
  epoch: number;
  madeAt: number;
  token: string;
}

/** Status lists, signed when asked for and kept until their epoch passes. */
@Injectable()
export class StatusListService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly cache = new Map<string, Signed>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SigningKeyService) private readonly keys: SigningKeyService,
    @Inject(CONFIG) private readonly config: PlatformConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => this.beat(), PAUSE_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  /**
   * The list as a compact JWS.
   * @throws DomainError `status-list/not-found`
   */
  async signed(list: number, form: StatusForm): Promise<string> {
    const now = this.clock.now();
    const head = await readAs(this.dataSource, SERVICE, (tx) => findList(tx, list));
    if (!head) throw new DomainError('status-list/not-found');
    const signer = await this.keys.signerFor(STATUS_ISSUER);
    const key = `${signer.kid}/${form}/${list}`;
    const known = this.cache.get(key);
    const isFresh = known && known.epoch === head.epoch && Math.abs(now.getTime() - known.madeAt) < KEPT_MS;
    if (isFresh && !head.dirty) return known.token;
    const current = await inTransaction(this.dataSource, SERVICE, (tx) => currentLists(tx, list, now));
    if (!current) throw new DomainError('status-list/not-found');
    const token = await this.sign(signer, { list, form }, current.lists, now);
    if (this.cache.size >= CACHE_MAX) this.cache.clear();
    this.cache.set(key, { epoch: current.epoch, madeAt: now.getTime(), token });
    return token;
  }

  private sign(
    { kid, sign }: Signer,
    { list, form }: { list: number; form: StatusForm },
    lists: StatusLists,
    now: Date,
  ): Promise<string> {
    const url = statusAddress(this.config.PUBLIC_URL, list, form);
    const issuer = issuerIdOf(STATUS_ISSUER);
    const until = new Date(now.getTime() + VALID_MS);
    if (form === 'token') {
      const issuedAt = Math.floor(now.getTime() / MS_PER_S);
      const expiresAt = Math.floor(until.getTime() / MS_PER_S);
      return encodeTokenStatusList({ uri: url, issuer, kid, issuedAt, expiresAt, ttl: TTL_S }, lists.token, sign);
    }
    const facts = { url, issuer, purpose: form, validFrom: now.toISOString(), validUntil: until.toISOString(), kid };
    return encodeBitstringStatusList(facts, lists[form], sign);
  }

  private beat(): void {
    this.running = this.advance().finally(() => {
      if (this.timer) this.timer = setTimeout(() => this.beat(), PAUSE_MS);
    });
  }

  private async advance(): Promise<void> {
    try {
      if (!(await readAs(this.dataSource, SERVICE, hasDirtyLists))) return;
      await inTransaction(this.dataSource, SERVICE, (tx) => advanceEpochs(tx, this.clock.now()));
    } catch (error) {
      this.logger.error(`status lists are not brought up to date: ${(error as Error).message}`);
    }
  }
}
