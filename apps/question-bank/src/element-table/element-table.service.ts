import { DomainError, newId, type Clock } from '@app/kernel';
import {
  CLOCK,
  cursorId,
  inTransaction,
  pageOf,
  type Page,
  type PageQuery,
  type Principal,
  readAs,
} from '@app/platform';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSheets } from '../sheet/sheet.workbook.js';
import { readElementSheet } from './element-sheet.js';
import { approveTable, draftTable, retireTable, type Actor, type ElementTable } from './element-table.js';
import {
  changeElementTable,
  findApprovedTable,
  getElementTable,
  insertElementTable,
  listElementTables,
  lockSubject,
  type ElementTableHead,
} from './element-table.repository.js';

@Injectable()
export class ElementTableService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The table is on the first sheet of the workbook. */
  async import(principal: Principal, bytes: Buffer): Promise<ElementTable> {
    const [sheet] = readSheets(bytes);
    if (!sheet) throw new DomainError('workbook/unreadable');
    const table = draftTable(newId(), readElementSheet(sheet), this.actor(principal));
    return inTransaction(this.dataSource, principal, async (tx) => {
      await insertElementTable(tx, table);
      return table;
    });
  }

  /** The table that was approved before for the same subject retires in the same transaction. */
  async approve(principal: Principal, id: string): Promise<ElementTable> {
    const actor = this.actor(principal);
    return inTransaction(this.dataSource, principal, async (tx) => {
      const subject = await getElementTable(tx, id);
      await lockSubject(tx, subject);
      const older = await findApprovedTable(tx, subject);
      if (older && older.id !== id) await changeElementTable(tx, older.id, (table) => retireTable(table, actor));
      return changeElementTable(tx, id, (table) => approveTable(table, actor));
    });
  }

  get(principal: Principal, id: string): Promise<ElementTable> {
    return readAs(this.dataSource, principal, (tx) => getElementTable(tx, id));
  }

  async list(principal: Principal, query: PageQuery): Promise<Page<ElementTableHead>> {
    return readAs(this.dataSource, principal, async (tx) =>
      pageOf(await listElementTables(tx, cursorId(query.after), query.limit), query.limit),
    );
  }

  private actor(principal: Principal): Actor {
    return { subject: principal.subject, now: this.clock.now() };
  }
}
