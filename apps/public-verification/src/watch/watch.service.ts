import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import {
  assertOwn,
  CLOCK,
  CONFIG,
  cursorId,
  inTransaction,
  pageOf,
  readAs,
  visibleTo,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { StatusChange } from '../certificate/certificate.js';
import { CertificateService } from '../certificate/certificate.service.js';
import type { InquiryInput } from '../certificate/inquiry.js';
import { verdictOf } from '../certificate/verdict.js';
import { VerificationConfig } from '../verification.config.js';
import { WATCHES_PER_ORGANISATION_MAX, type Watch } from './watch.js';
import { countWatches, getWatch, keepWatches, listWatches, removeWatch, tellWatches } from './watch.repository.js';
import { keepDeliveries } from './webhook.repository.js';

const MS_PER_DAY = 86_400_000;

/** Who asks to be told, and why. */
export interface Watcher {
  organisationId: string;
  askedBy: string;
  purpose: string;
}

@Injectable()
export class WatchService implements OnModuleInit {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: VerificationConfig,
    @Inject(CertificateService) private readonly certificates: CertificateService,
  ) {}

  onModuleInit(): void {
    this.certificates.onStatusChange((tx, change, recordedAt) => this.tell(tx, change, recordedAt));
  }

  /**
   * For an organisation that names two facts of a certificate, as in any inquiry.
   * @throws DomainError `watch/not-found`, `watch/too-many`; those of an inquiry
   */
  async ask(principal: Principal, inquiry: InquiryInput, purpose: string): Promise<Watch[]> {
    assertOwn(principal, principal);
    const { certificates } = await this.certificates.verify(inquiry);
    if (certificates.length === 0) throw new DomainError('watch/not-found');
    const watcher = { organisationId: principal.organisationId, askedBy: principal.subject, purpose };
    const ids = certificates.map(({ certificateId }) => certificateId);
    return inTransaction(this.dataSource, principal, (tx) => this.watchMany(tx, watcher, ids));
  }

  /**
   * In the transaction of whoever answered about these certificates, as a batch does; unknown ids are left out.
   * @throws DomainError `watch/too-many`
   */
  async watchMany(tx: EntityManager, watcher: Watcher, certificateIds: readonly string[]): Promise<Watch[]> {
    const now = this.clock.now();
    const expiresOn = chinaDate(new Date(now.getTime() + this.config.WATCH_DAYS * MS_PER_DAY));
    const watches = [...new Set(certificateIds)].map((certificateId) => ({
      ...watcher,
      id: newId(),
      certificateId,
      askedAt: now,
      expiresOn,
    }));
    const kept = await keepWatches(tx, watches);
    if ((await countWatches(tx, watcher.organisationId)) > WATCHES_PER_ORGANISATION_MAX) {
      throw new DomainError('watch/too-many', { limit: WATCHES_PER_ORGANISATION_MAX });
    }
    return kept;
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<Watch>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listWatches(tx, visibleTo(principal), cursorId(query.after), query.limit), query.limit),
    );
  }

  /** Ends it, with what was told of it. */
  async end(principal: Principal, id: string): Promise<void> {
    await inTransaction(this.dataSource, principal, async (tx) => {
      assertOwn(principal, await getWatch(tx, id));
      await removeWatch(tx, id);
    });
  }

  /** In the transaction in which the change is heard: what has to be told is kept with it, or neither is. */
  private async tell(tx: EntityManager, change: StatusChange, recordedAt: Date): Promise<void> {
    const now = this.clock.now();
    const { certificateId, status, on: changedOn } = change;
    const told = await tellWatches(tx, { certificateId, recordedAt, today: chinaDate(now) });
    const deliveries = told.map(({ id: watchId, organisationId }) => ({
      id: newId(),
      watchId,
      organisationId,
      certificateId,
      verdict: verdictOf([{ status }]),
      changedOn,
      state: 'waiting' as const,
      attempts: 0,
      nextAttemptAt: now,
      lastFailure: '',
      madeAt: now,
      settledAt: null,
    }));
    if (deliveries.length > 0) await keepDeliveries(tx, deliveries);
  }
}
