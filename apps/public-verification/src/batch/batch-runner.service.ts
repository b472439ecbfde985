import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import {
  actorOf,
  appendAudit,
  CLOCK,
  CONFIG,
  inTransaction,
  LOGGER,
  readAs,
  RepeatedWork,
  SERVICE,
  type AuditEntry,
} from '@app/platform';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource, type EntityManager } from 'typeorm';
import { WatchService } from '../watch/watch.service.js';
import type { VerificationConfig } from '../verification.config.js';
import { isErasable, resume, settle, wait, type Batch } from './batch.js';
import { BatchAnswers } from './batch-answers.service.js';
import { BatchFiles } from './batch-files.service.js';
import type { Note } from './batch-row.js';
import { eraseFacts, hasOpenRows, keepAnswers, takeOpenRows, type NewAnswer } from './batch-row.repository.js';
import {
  changeBatch,
  chargeQuota,
  erasableBatches,
  holdBatch,
  lockQuota,
  openBatches,
  quotaUse,
} from './batch.repository.js';
import { firstOfMonth, leftOf, nextDayWithQuota, quotaOn } from './quota.js';

const INTERVAL_MS = 500;
/** Rows of one transaction: what a kill loses, and what another worker cannot take meanwhile. */
export const CHUNK_ROWS = 500;
/** Of one audit entry. */
const PERSONS_MAX = 1_000;

/**
 * Answers batches chunk by chunk. Rows that a worker has in hand are passed over by the others, so any number of
 * processes share the work; a chunk, its charge and its audit row commit together, so a kill at any time charges nothing twice.
 */
@Injectable()
export class BatchRunner implements OnModuleInit, OnModuleDestroy {
  private readonly rounds = new RepeatedWork(
    INTERVAL_MS,
    () => this.work(),
    (error) => this.logger.warn({ err: error }, 'batches have to wait'),
  );

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: VerificationConfig,
    @Inject(BatchAnswers) private readonly answers: BatchAnswers,
    @Inject(BatchFiles) private readonly files: BatchFiles,
    @Inject(WatchService) private readonly watches: WatchService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onModuleInit(): void {
    this.rounds.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.rounds.stop();
  }

  /** Something is to be done: begins at once, unless it is at work. */
  workSoon(): void {
    this.rounds.soon();
  }

  /** One chunk of each in turn, so that a long one keeps nobody waiting. */
  private async work(): Promise<void> {
    for (let moved = true; moved && !this.rounds.isStopping;) {
      moved = false;
      for (const batch of await readAs(this.dataSource, SERVICE, openBatches)) {
        if (this.rounds.isStopping) return;
        moved = (await this.advance(batch)) || moved;
      }
    }
    this.answers.forget();
    const today = this.today();
    for (const { id } of await readAs(this.dataSource, SERVICE, (tx) => erasableBatches(tx, today))) {
      await this.change(id, async (batch, tx) => {
        if (!isErasable(batch, today)) return batch;
        await eraseFacts(tx, id);
        return { ...batch, erasedAt: this.clock.now() };
      });
    }
  }

  /** Whether there may be more to do at once. */
  private async advance({ id, state, waitsUntil }: Batch): Promise<boolean> {
    if (state === 'answered') return this.files.finish(id);
    if (state === 'waiting') {
      if (waitsUntil === null || waitsUntil > this.today()) return false;
      await this.change(id, (batch) => (batch.state === 'waiting' ? resume(batch) : batch));
    }
    const done = await inTransaction(this.dataSource, SERVICE, (tx) => this.chunk(tx, id));
    if (done === 'more') return true;
    const changed = await this.change(id, async (batch, tx) => {
      if (batch.state !== 'running') return batch;
      if (done !== 'none') return wait(batch, done.until);
      return (await hasOpenRows(tx, id)) ? batch : settle(batch);
    });
    return changed.state === 'answered';
  }

  private async chunk(tx: EntityManager, id: string): Promise<'more' | 'none' | { until: string }> {
    const batch = await holdBatch(tx, id);
    const rows = batch?.state === 'running' ? await takeOpenRows(tx, id, CHUNK_ROWS) : [];
    if (!batch || rows.length === 0) return 'none';
    const { at, today, answers } = await this.answers.to(id, rows);
    const { organisationId } = batch;
    await lockQuota(tx, organisationId);
    const quota = quotaOn(this.config.BATCH_QUOTAS, organisationId, today);
    const used = await quotaUse(tx, organisationId, { today, month: firstOfMonth(today) });
    const kept = withinQuota(answers, leftOf(quota, used));
    if (kept.length === 0) return { until: nextDayWithQuota(quota, used, today) };
    if (kept.length === CHUNK_ROWS) this.answers.lookAhead(id, rows, CHUNK_ROWS);
    if (batch.watch) await this.follow(tx, batch, kept);
    await keepAnswers(tx, id, kept, at);
    const charged = kept.filter(({ chargedOn }) => chargedOn !== null).length;
    if (charged > 0)
      await chargeQuota(tx, { id: newId(), organisationId, batchId: id, chargedOn: today, rows: charged });
    await appendAudit(tx, looksOf(batch, kept));
    return 'more';
  }

  /** Later changes are told to who asked for it; a line about whose certificates nothing more can be told says so. */
  private async follow(
    tx: EntityManager,
    { organisationId, askedBy, purpose }: Batch,
    kept: NewAnswer[],
  ): Promise<void> {
    const ids = kept.flatMap(({ answer }) => answer.certificates.map(({ certificateId }) => certificateId));
    try {
      await tx.transaction((part) => this.watches.watchMany(part, { organisationId, askedBy, purpose }, ids));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'watch/too-many') throw error;
      for (const { answer } of kept) if (answer.certificates.length > 0) answer.notes.push(NOT_FOLLOWED);
    }
  }

  private change(id: string, decide: (batch: Batch, tx: EntityManager) => Batch | Promise<Batch>): Promise<Batch> {
    return inTransaction(this.dataSource, SERVICE, (tx) => changeBatch(tx, id, (batch) => decide(batch, tx)));
  }

  private today(): string {
    return chinaDate(this.clock.now());
  }
}

/** From the first on, as many as may still be charged. */
function withinQuota(answers: readonly NewAnswer[], left: number): NewAnswer[] {
  let rest = left;
  const at = answers.findIndex(({ chargedOn }) => chargedOn !== null && (rest -= 1) < 0);
  return at < 0 ? [...answers] : answers.slice(0, at);
}

/** Who was looked at, on behalf of whom: every certificate that an answer rests on, in entries of as many as one may name. */
function looksOf({ id, askedBy, organisationId, jurisdiction }: Batch, kept: readonly NewAnswer[]): AuditEntry[] {
  const shown = kept.flatMap(({ answer }) =>
    answer.certificates.map(({ certificateId }) => `certificate/${certificateId}`),
  );
  const persons = [...new Set(shown)];
  const entry = {
    ...actorOf({ subject: askedBy, organisationId, jurisdiction, roles: [] }),
    kind: 'look' as const,
    action: 'batch.answer',
    object: `batch/${id}`,
    outcome: 'done' as const,
  };
  const parts = Math.max(1, Math.ceil(persons.length / PERSONS_MAX));
  return Array.from({ length: parts }, (_, at) => ({
    ...entry,
    persons: persons.slice(at * PERSONS_MAX, (at + 1) * PERSONS_MAX),
  }));
}

const NOT_FOLLOWED: Note = {
  zh: '本单位的后续通知名额已满，此证书日后的变更不会通知，请先结束不再需要的通知',
  en: 'no more certificates can be followed for your organisation, so changes of this one are not told; end some that are not needed',
};
