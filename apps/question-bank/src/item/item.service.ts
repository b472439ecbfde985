import { DomainError, newId, type Clock } from '@app/kernel';
import { CLOCK, inTransaction, PersonalDataVault, type Principal, readAs } from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assertInUse } from '../element-table/element-table.js';
import { getElementTable, holdElementTable } from '../element-table/element-table.repository.js';
import { markSheet, readSheets } from '../sheet/sheet.workbook.js';
import { indexPoints } from './item-match.js';
import {
  countOutcomes,
  itemSheet,
  noteOf,
  readItemSheet,
  withBankDuplicates,
  type ItemRow,
  type RowCounts,
} from './item-sheet.js';
import { ITEMS_PER_TABLE_MAX, stemKey } from './item.js';
import { assertRoom, getItemImport, insertItemImport, insertItems, type NewItem } from './item.repository.js';

export interface ItemImportResult {
  id: string;
  counts: RowCounts;
  rows: ItemRow[];
}

/** Sealed with the import: what it takes to hand the workbook back with its remarks. */
interface KeptFile {
  base64: string;
  sheet: string;
  notes: [row: number, note: string][];
}

const REMARK_HEADER = '导入结果';

@Injectable()
export class ItemService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PersonalDataVault) private readonly vault: PersonalDataVault,
  ) {}

  /** Good rows go in; the others come back with their rules. */
  async import(principal: Principal, tableId: string, bytes: Buffer): Promise<ItemImportResult> {
    const table = await readAs(this.dataSource, principal, (tx) => getElementTable(tx, tableId));
    assertInUse(table);
    const sheet = itemSheet(readSheets(bytes), table.levelDigit);
    const read = readItemSheet(sheet, indexPoints(table));
    const id = newId();
    const items = this.sealItems(read, tableId, id);
    return inTransaction(this.dataSource, principal, async (tx) => {
      await holdElementTable(tx, tableId);
      const inserted = await insertItems(tx, [...items.values()]);
      await assertRoom(tx, tableId, ITEMS_PER_TABLE_MAX);
      const duplicates = new Set([...items].filter(([, item]) => !inserted.has(item.id)).map(([row]) => row));
      const rows = withBankDuplicates(read, duplicates);
      const counts = countOutcomes(rows);
      await insertItemImport(tx, {
        id,
        elementTableId: tableId,
        importedBy: principal.subject,
        importedAt: this.clock.now(),
        counts,
        fileSealed: this.sealFile(bytes, sheet.name, rows),
      });
      return { id, counts, rows };
    });
  }

  /** @throws DomainError `item-import/not-yours`: the file holds questions and answers, so it goes back to its sender only */
  async marked(principal: Principal, importId: string): Promise<{ bytes: Buffer; extension: 'xls' | 'xlsx' }> {
    const { importedBy, fileSealed } = await readAs(this.dataSource, principal, (tx) => getItemImport(tx, importId));
    if (importedBy !== principal.subject) throw new DomainError('item-import/not-yours');
    const kept = JSON.parse(this.vault.open('paper', fileSealed)) as KeptFile;
    return markSheet(Buffer.from(kept.base64, 'base64'), kept.sheet, REMARK_HEADER, new Map(kept.notes));
  }

  /** By Excel row. */
  private sealItems(rows: readonly ItemRow[], elementTableId: string, importId: string): Map<number, NewItem> {
    const items = new Map<number, NewItem>();
    for (const { row, item } of rows) {
      if (!item) continue;
      const { pointPath, type, difficulty, content } = item;
      items.set(row, {
        id: newId(),
        elementTableId,
        importId,
        pointPath,
        type,
        difficulty,
        source: 'province',
        stemIndex: this.vault.index('paper', stemKey(content.stem)),
        contentSealed: this.vault.seal('paper', JSON.stringify(content)),
      });
    }
    return items;
  }

  private sealFile(bytes: Buffer, sheet: string, rows: readonly ItemRow[]): string {
    const notes = rows.map((row): [number, string] => [row.row, noteOf(row)]).filter(([, note]) => note !== '');
    const kept: KeptFile = { base64: bytes.toString('base64'), sheet, notes };
    return this.vault.seal('paper', JSON.stringify(kept));
  }
}
