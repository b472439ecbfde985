import { chinaDate, newId, DomainError, type Clock } from '@app/kernel';
import { assertOwn, CLOCK, inTransaction, PersonalDataVault, readAs, type Principal } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { assertRosterOpen, type Plan } from '../plan/plan.js';
import { changePlan, getPlan } from '../plan/plan.repository.js';
import { CANDIDATES_MAX } from './candidate.js';
import { countCandidates } from './candidate.repository.js';
import { checkRow } from './roster-row.js';
import type { Cell } from './roster-cell.js';
import { assertHeader, MARK_COLUMN, ROSTER_COLUMNS, type CheckedRow, type RawRow } from './roster.js';
import {
  assertImportOf,
  insertImport,
  listRosterRows,
  registerCandidates,
  type SealedRegistration,
  type SealedRow,
} from './roster.repository.js';
import { CHUNK_ROWS, readRoster, writeRoster } from './roster.workbook.js';

export interface RosterImport {
  importId: string;
  rows: readonly Omit<CheckedRow, 'registration'>[];
  /** Rows that took the place of an earlier registration of the same person. */
  replaced: number;
}

interface PreparedRoster {
  rows: SealedRow[];
  people: SealedRegistration[];
}

@Injectable()
export class RosterService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Good rows go in, bad rows come back. Reading, checking and sealing happen before the transaction. */
  async importRoster(principal: Principal, planId: string, bytes: Uint8Array): Promise<RosterImport> {
    const plan = await readAs(this.dataSource, principal, (tx) => getPlan(tx, planId));
    assertOwn(principal, plan);
    assertRosterOpen(plan);
    const now = this.clock.now();
    const prepared = await this.prepare(plan, bytes, chinaDate(now));
    const importId = newId();
    const upload = { id: importId, planId, uploadedBy: principal.subject, uploadedAt: now };
    const replaced = await inTransaction(this.dataSource, principal, async (tx) => {
      await changePlan(tx, planId, (current) => {
        assertRosterOpen(current);
        return current;
      });
      await insertImport(tx, upload, prepared.rows);
      const before = await registerCandidates(tx, planId, importId, prepared.people);
      const total = (await countCandidates(tx, [planId])).get(planId) ?? 0;
      if (total > CANDIDATES_MAX) throw new DomainError('roster/plan-full', { limit: CANDIDATES_MAX });
      return before;
    });
    return { importId, rows: prepared.rows, replaced };
  }

  /** The workbook as it was uploaded, with the verdict of every row in one more column at the right end. */
  async marked(principal: Principal, planId: string, importId: string): Promise<Buffer> {
    return readAs(this.dataSource, principal, async (tx) => {
      assertOwn(principal, await getPlan(tx, planId));
      await assertImportOf(tx, planId, importId);
      return writeRoster(this.markedRows(tx, importId));
    });
  }

  private async prepare(plan: Plan, bytes: Uint8Array, today: string): Promise<PreparedRoster> {
    const { occupationCode, occupationName, specialty, levelDigit, examOn } = plan;
    const rosterPlan = { occupationCode, occupationName, specialty, levelDigit, examOn, today };
    const seen = new Set<string>();
    const prepared: PreparedRoster = { rows: [], people: [] };
    await readRoster(bytes, assertHeader, (chunk) => {
      for (const raw of chunk) this.seal(raw, checkRow(raw, rosterPlan, seen), prepared);
    });
    return prepared;
  }

  private seal(raw: RawRow, checked: CheckedRow, into: PreparedRoster): void {
    const { registration, row, verdict, repaired, faults } = checked;
    const cellsSealed = this.vault.seal('person', JSON.stringify(raw.cells));
    into.rows.push({ row, verdict, repaired, faults, cellsSealed });
    if (!registration) return;
    const { person, phone, values } = registration;
    into.people.push({
      id: newId(),
      documentIndex: this.vault.index('document', person.documentNumber),
      nameIndex: this.vault.index('name', person.name),
      personSealed: this.vault.seal('person', JSON.stringify(person)),
      phoneSealed: this.vault.seal('phone', phone),
      rowSealed: this.vault.seal('person', JSON.stringify(values)),
    });
  }

  private async *markedRows(tx: EntityManager, importId: string): AsyncGenerator<Cell[][]> {
    yield [[...ROSTER_COLUMNS, MARK_COLUMN]];
    for (let after = 0; ;) {
      const rows = await listRosterRows(tx, importId, after, CHUNK_ROWS);
      const last = rows.at(-1);
      if (!last) return;
      after = last.rowNumber;
      yield rows.map((row) => {
        const cells = JSON.parse(this.vault.open('person', row.cellsSealed)) as Cell[];
        return [...ROSTER_COLUMNS.map((_, index) => cells[index] ?? null), markOf(row)];
      });
    }
  }
}

/** Excel rows without shared strings hold no longer text. */
const MARK_LENGTH_MAX = 250;

function markOf({ faults, repaired }: Pick<CheckedRow, 'faults' | 'repaired'>): string {
  const lines = faults.map(({ field, zh }) => `${field}：${zh}`);
  if (faults.length === 0 && repaired.length > 0) lines.push(`已收入；系统已更正：${repaired.join('、')}`);
  const mark = lines.join('；');
  return mark.length > MARK_LENGTH_MAX ? `${mark.slice(0, MARK_LENGTH_MAX - 1)}…` : mark;
}
