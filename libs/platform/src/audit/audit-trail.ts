import { DomainError } from '@app/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { auditRow, auditRowsOf, type TimedEntry, type AuditEntry } from './audit-entry.js';

/** Entries that may wait to be written; beyond it the database does not keep up and requests are refused. */
const WAITING_MAX = 10_000;
/** Entries one statement writes. */
const WRITE_MAX = 1_000;

const APPEND = `INSERT INTO audit (id, content) SELECT i, c FROM unnest($1::uuid[], $2::jsonb[]) AS x(i, c)`;

interface Waiting {
  timed: TimedEntry;
  written: () => void;
  failed: (error: unknown) => void;
}

/** Records in the caller's transaction: the entry is there if, and only if, what it tells of is. */
export async function appendAudit(tx: EntityManager, entries: readonly AuditEntry[]): Promise<void> {
  const at = new Date();
  await write(
    tx,
    entries.map((entry) => ({ at, entry })),
  );
}

async function write(tx: EntityManager, entries: readonly TimedEntry[]): Promise<void> {
  const rows = entries.map((each) => auditRow(each));
  if (rows.length > 0) await tx.query(APPEND, [rows.map((row) => row.id), rows.map((row) => row.content)]);
}

/**
 * Records what has no transaction of its own: looks, refusals. Entries that come together are written together, so a look
 * costs a share of a statement.
 */
@Injectable()
export class AuditTrail {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /**
   * Resolves when the entry is kept. Whoever shows a person waits for it: no look without its record.
   * @throws DomainError `service/unavailable` when too many wait; the database's error when it cannot be written
   */
  note(entry: AuditEntry): Promise<void> {
    if (this.waiting.length >= WAITING_MAX) return Promise.reject(new DomainError('service/unavailable'));
    return new Promise((written, failed) => {
      this.waiting.push({ timed: { at: new Date(), entry }, written, failed });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    // Let the requests of this turn of the loop join.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, WRITE_MAX);
      try {
        await write(this.dataSource.manager, auditRowsOf(batch.map(({ timed }) => timed)));
        for (const { written } of batch) written();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.writing = false;
  }
}
