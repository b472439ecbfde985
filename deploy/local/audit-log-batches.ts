import type { Client } from 'pg';
import type * as credential from '../../libs/credential/src/index.ts';
import { fileFinding, type Findings } from './audit-log-finding.ts';

/** Leaves of the largest batch: so far back the first leaf of a bundle may have its batch's head. */
const BATCH_LEAVES_MAX = 1_000;

interface BatchRow {
  id: string;
  firstIndex: number;
  leaves: number;
  entries: Buffer;
}

/** Holds the rows that the log is published from against what was published. */
export class LogRows {
  private readonly client: Client;
  private readonly lib: typeof credential;
  private readonly findings: Findings;
  /** Rows that are named; a row may reach over several bundles. */
  private readonly named = new Set<string>();
  /** Whether the leaf before was missing: a stretch is named once. */
  private isMissing = false;

  constructor(client: Client, lib: typeof credential, findings: Findings) {
    this.client = client;
    this.lib = lib;
    this.findings = findings;
  }

  /** @param leaves of the log from `start` on that are old enough to have their row */
  async compare(start: number, leaves: readonly Uint8Array[]): Promise<void> {
    if (leaves.length === 0) return;
    const { rows } = await this.client.query<BatchRow>(
      `SELECT id::text, first_index::float8 AS "firstIndex", leaves, entries FROM log_batch
       WHERE first_index > $1 AND first_index < $2 ORDER BY first_index`,
      [start - BATCH_LEAVES_MAX, start + leaves.length],
    );
    const kept: (Uint8Array | undefined)[] = leaves.map(() => undefined);
    const owners: (string | undefined)[] = leaves.map(() => undefined);
    for (const row of rows) this.spread(row, { start, kept, owners });
    for (const [at, leaf] of leaves.entries()) {
      const [entry, owner] = [kept[at], owners[at]];
      if (owner === undefined) {
        if (!this.isMissing)
          this.findings.add(fileFinding('log-row-missing', `log ${start + at}`, { index: start + at }));
        this.isMissing = true;
        continue;
      }
      this.isMissing = false;
      if (!entry || Buffer.compare(entry, leaf) !== 0) this.name(owner, start + at);
    }
  }

  /** Puts the entries of a row where it says they are. */
  private spread(
    { id, firstIndex, leaves, entries }: BatchRow,
    { start, kept, owners }: { start: number; kept: (Uint8Array | undefined)[]; owners: (string | undefined)[] },
  ): void {
    let parsed: Uint8Array[] = [];
    try {
      parsed = this.lib.parseEntryBundle(entries, leaves);
    } catch {
      this.name(id, firstIndex);
    }
    for (let at = Math.max(0, firstIndex - start); at < Math.min(kept.length, firstIndex + leaves - start); at += 1) {
      if (owners[at] !== undefined) this.name(id, start + at);
      owners[at] = id;
      kept[at] = parsed[start + at - firstIndex];
    }
  }

  private name(id: string, index: number): void {
    if (this.named.has(id)) return;
    this.named.add(id);
    this.findings.add(fileFinding('log-row-altered', `log_batch ${id}`, { index }));
  }
}
