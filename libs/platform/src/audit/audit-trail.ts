import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { arrayParameter } from '../array-parameter.js';
import { gather } from '../gather.js';
import { prepared } from '../prepared.js';
import { auditRow, auditRowsOf, type TimedEntry, type AuditEntry } from './audit-entry.js';

/** Entries one statement writes. */
const WRITE_MAX = 1_000;

const APPEND = `INSERT INTO audit (id, content) SELECT unnest($1::uuid[]), unnest($2::jsonb[])`;

/** Records in the caller's transaction: the entry is there if, and only if, what it tells of is. */
export async function appendAudit(tx: EntityManager, entries: readonly AuditEntry[]): Promise<void> {
  const at = new Date();
  await write(
    tx,
    entries.map((entry) => ({ at, entry })),
  );
}

async function write(tx: EntityManager, entries: readonly TimedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((each) => auditRow(each));
  await prepared(tx, APPEND, [
    arrayParameter(
      'uuid',
      rows.map((row) => row.id),
    ),
    arrayParameter(
      'jsonb',
      rows.map((row) => row.content),
    ),
  ]);
}

/**
 * Records what has no transaction of its own: looks, refusals. Entries that come together are written together, so a look
 * costs a share of a statement.
 */
@Injectable()
export class AuditTrail {
  private readonly keep: (timed: TimedEntry) => Promise<void>;

  constructor(@Inject(DataSource) dataSource: DataSource) {
    this.keep = gather(WRITE_MAX, async (timed) => {
      await write(dataSource.manager, auditRowsOf(timed));
      return timed.map(() => undefined);
    });
  }

  /**
   * Resolves when the entry is kept. Whoever shows a person waits for it: no look without its record.
   * @throws DomainError `service/unavailable` when too many wait; the database's error when it cannot be written
   */
  note(entry: AuditEntry): Promise<void> {
    return this.keep({ at: new Date(), entry });
  }
}
