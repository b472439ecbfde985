import { DomainError } from '@app/kernel';
import { LessThan, type EntityManager } from 'typeorm';
import { assertInUse, type BankSubject, type ElementTable } from './element-table.js';
import { ElementTableEntity } from './element-table.entity.js';

/** A table without its content, as lists show it. */
export type ElementTableHead = Omit<ElementTable, 'ranges' | 'points' | 'repairs' | 'warnings'>;

const HEAD_COLUMNS = {
  id: true,
  state: true,
  occupationCode: true,
  occupationEdition: true,
  occupationName: true,
  specialty: true,
  levelDigit: true,
  method: true,
  pointCount: true,
  importedBy: true,
  importedAt: true,
  approvedBy: true,
  approvedAt: true,
  retiredAt: true,
} as const satisfies Record<keyof ElementTableHead, true>;

export async function insertElementTable(tx: EntityManager, table: ElementTable): Promise<void> {
  await tx.insert(ElementTableEntity, table);
}

/** @throws DomainError `element-table/not-found` */
export async function getElementTable(tx: EntityManager, id: string): Promise<ElementTable> {
  const table = await tx.findOneBy(ElementTableEntity, { id });
  if (!table) throw new DomainError('element-table/not-found');
  return table;
}

/** Locks the row, applies `decide` and saves what it gives: the only way to change a table. */
export async function changeElementTable(
  tx: EntityManager,
  id: string,
  decide: (table: ElementTable) => ElementTable,
): Promise<ElementTable> {
  const table = await tx.findOne(ElementTableEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!table) throw new DomainError('element-table/not-found');
  const changed = decide(table);
  await tx.save(ElementTableEntity, changed);
  return changed;
}

/**
 * Keeps a table from being retired until the transaction ends.
 * @throws DomainError `element-table/not-found`, `element-table/retired`
 */
export async function holdElementTable(tx: EntityManager, id: string): Promise<void> {
  const table = await tx.findOne(ElementTableEntity, {
    where: { id },
    select: { id: true, state: true },
    lock: { mode: 'pessimistic_read' },
  });
  if (!table) throw new DomainError('element-table/not-found');
  assertInUse(table);
}

/** Approvals of one subject wait for each other, so that each sees the table the other approved. */
export async function lockSubject(tx: EntityManager, subject: BankSubject): Promise<void> {
  const key = `element-table/${subject.occupationCode}/${subject.specialty}/${subject.levelDigit}`;
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
}

export async function findApprovedTable(tx: EntityManager, subject: BankSubject): Promise<ElementTable | undefined> {
  const { occupationCode, specialty, levelDigit } = subject;
  const where = { occupationCode, specialty, levelDigit, state: 'approved' as const };
  return (await tx.findOneBy(ElementTableEntity, where)) ?? undefined;
}

/** Newest first, one row more than `limit` so that the caller knows whether another page follows. */
export async function listElementTables(
  tx: EntityManager,
  before: string | undefined,
  limit: number,
): Promise<ElementTableHead[]> {
  return tx.find(ElementTableEntity, {
    select: HEAD_COLUMNS,
    where: before ? { id: LessThan(before) } : {},
    order: { id: 'DESC' },
    take: limit + 1,
  });
}
