import { createHash } from 'node:crypto';
import { chinaDate, DomainError, newId, type Clock } from '@app/kernel';
import {
  assertMayRead,
  assertOwn,
  CLOCK,
  CONFIG,
  cursorId,
  hasRole,
  inTransaction,
  pageOf,
  PersonalDataVault,
  readAs,
  visibleTo,
  type Page,
  type PageQuery,
  type Principal,
} from '@app/platform';
import { normaliseCode, plusDays } from '@app/standards';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { VerificationConfig } from '../verification.config.js';
import * as decisions from './batch.js';
import type { Batch } from './batch.js';
import { maskedFacts, readRow } from './batch-row.js';
import {
  answeredRows,
  countsOf,
  fileOf,
  insertRows,
  type AnsweredRow,
  type BatchCounts,
  type NewRow,
} from './batch-row.repository.js';
import { BatchRunner } from './batch-runner.service.js';
import { changeBatch, countOpen, getBatch, insertBatch, listBatches, quotaUse } from './batch.repository.js';
import { readPeople } from './batch.workbook.js';
import type { Declaration } from './declaration.js';
import { firstOfMonth, leftOf, quotaOn, type BatchQuota, type QuotaUse } from './quota.js';
import type { PeopleSheet } from './sheet-header.js';

/** Of one organisation that are not at their end. */
const OPEN_BATCHES_MAX = 20;
const NONE: BatchCounts = { answered: 0, charged: 0, verdicts: {} };

export type CountedBatch = Batch & { counts: BatchCounts };

export interface Terms {
  quota: BatchQuota;
  used: QuotaUse;
  left: number;
  factsDays: number;
}

@Injectable()
export class BatchService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CONFIG) private readonly config: VerificationConfig,
    @Inject(BatchRunner) private readonly runner: BatchRunner,
  ) {}

  /**
   * Takes the workbook in whole: after this answer it is worked off, whatever dies.
   * @throws DomainError `batch/unreadable`, `batch/empty`, `batch/no-header`, `batch/too-many-rows`,
   *   `batch/too-many-open`, `batch/busy`, `access/foreign-organisation`
   */
  async ask(principal: Principal, declaration: Declaration, bytes: Buffer): Promise<CountedBatch> {
    const { organisationId } = principal;
    // An officer acts for the own jurisdiction, everyone else for an organisation.
    if (!hasRole(principal, 'city-officer', 'province-officer')) assertOwn(principal, { organisationId });
    const now = this.clock.now();
    const today = chinaDate(now);
    const { rowsPerBatch } = quotaOn(this.config.BATCH_QUOTAS, organisationId, today);
    const { sheets, skipped, rows } = await readPeople(bytes, rowsPerBatch);
    const batch: Batch = {
      ...declaration,
      id: newId(),
      organisationId,
      organisationName: principal.organisationName ?? '',
      jurisdiction: principal.jurisdiction,
      state: 'running',
      rows,
      skippedSheets: skipped,
      inputSha256: createHash('sha256').update(bytes).digest('hex'),
      askedBy: principal.subject,
      askedByName: principal.name ?? '',
      askedAt: now,
      waitsUntil: null,
      finishedAt: null,
      outputSha256: null,
      proofCode: null,
      logPosition: null,
      factsUntil: plusDays(today, this.config.BATCH_FACTS_DAYS),
      erasedAt: null,
    };
    const lines = this.sealedRows(sheets);
    const heads = sheets.map(({ sheet, name, head }) => ({
      sheet,
      headSealed: this.vault.seal('answer', JSON.stringify({ name, head })),
    }));
    await inTransaction(this.dataSource, principal, async (tx) => {
      if ((await countOpen(tx, organisationId)) >= OPEN_BATCHES_MAX)
        throw new DomainError('batch/too-many-open', { limit: OPEN_BATCHES_MAX });
      await insertBatch(tx, batch);
      await insertRows(tx, batch.id, lines, heads);
      return batch;
    });
    this.runner.workSoon();
    return { ...batch, counts: NONE };
  }

  async terms(principal: Principal): Promise<Terms> {
    const today = chinaDate(this.clock.now());
    const quota = quotaOn(this.config.BATCH_QUOTAS, principal.organisationId, today);
    const used = await readAs(this.dataSource, principal, (tx) =>
      quotaUse(tx, principal.organisationId, { today, month: firstOfMonth(today) }),
    );
    return { quota, used, left: leftOf(quota, used), factsDays: this.config.BATCH_FACTS_DAYS };
  }

  /** @throws DomainError `request/cursor` */
  async list(principal: Principal, { after, limit }: PageQuery): Promise<Page<CountedBatch>> {
    return readAs(this.dataSource, principal, async (tx) => {
      const { items, ...page } = pageOf(await listBatches(tx, visibleTo(principal), cursorId(after), limit), limit);
      const counts = await countsOf(
        tx,
        items.map(({ id }) => id),
      );
      return { ...page, items: items.map((batch) => ({ ...batch, counts: counts.get(batch.id) ?? NONE })) };
    });
  }

  /** @throws DomainError `batch/not-found` */
  async get(principal: Principal, id: string): Promise<CountedBatch> {
    return readAs(this.dataSource, principal, async (tx) => {
      const batch = await this.readable(tx, principal, id);
      return { ...batch, counts: (await countsOf(tx, [id])).get(id) ?? NONE };
    });
  }

  /** @throws DomainError `batch/not-found` */
  async rows(
    principal: Principal,
    id: string,
    { after, limit, verdict }: { after: number; limit: number; verdict?: string | undefined },
  ): Promise<{ items: AnsweredRow[]; next?: number }> {
    const rows = await readAs(this.dataSource, principal, async (tx) => {
      await this.readable(tx, principal, id);
      return answeredRows(tx, id, { after, limit: limit + 1, verdict });
    });
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    return rows.length > limit && last ? { items, next: last.position } : { items };
  }

  /** @throws DomainError `batch/illegal-transition`, as the two that follow */
  stop(principal: Principal, id: string): Promise<CountedBatch> {
    return this.move(principal, id, decisions.stop);
  }

  async resume(principal: Principal, id: string): Promise<CountedBatch> {
    const batch = await this.move(principal, id, decisions.resume);
    this.runner.workSoon();
    return batch;
  }

  cancel(principal: Principal, id: string): Promise<CountedBatch> {
    return this.move(principal, id, decisions.cancel);
  }

  /** @throws DomainError `batch/not-finished`, `batch/erased` */
  async workbook(principal: Principal, id: string): Promise<Buffer> {
    const sealed = await readAs(this.dataSource, principal, async (tx) => {
      decisions.assertFinished(await this.readable(tx, principal, id));
      return fileOf(tx, id);
    });
    if (sealed === undefined) throw new DomainError('batch/erased');
    return Buffer.from(this.vault.open('person', sealed), 'base64');
  }

  /** @throws DomainError `batch/not-found`; `access/foreign-organisation`, `access/foreign-jurisdiction` */
  async readable(tx: EntityManager, principal: Principal, id: string): Promise<Batch> {
    const batch = await getBatch(tx, id);
    assertMayRead(principal, batch);
    return batch;
  }

  private async move(principal: Principal, id: string, decide: (batch: Batch) => Batch): Promise<CountedBatch> {
    return inTransaction(this.dataSource, principal, async (tx) => {
      const batch = await changeBatch(tx, id, (found) => {
        assertMayRead(principal, found);
        return decide(found);
      });
      return { ...batch, counts: (await countsOf(tx, [id])).get(id) ?? NONE };
    });
  }

  private sealedRows(sheets: readonly PeopleSheet[]): NewRow[] {
    return sheets
      .flatMap(({ sheet, header, rows }) =>
        rows.map(({ row, cells }) => ({ sheet, row, cells, facts: readRow(cells, header) })),
      )
      .map(({ sheet, row, cells, facts }, at) => {
        const documentNumber = normaliseCode(facts.input.documentNumber ?? '');
        return {
          position: at + 1,
          sheet,
          row,
          contentSealed: this.vault.seal('person', JSON.stringify({ cells, facts })),
          ...maskedFacts(facts.input),
          documentIndex: documentNumber === '' ? null : this.vault.index('document', documentNumber),
        };
      });
  }
}
