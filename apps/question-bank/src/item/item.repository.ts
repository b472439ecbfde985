import { DomainError } from '@app/kernel';
import { In, type EntityManager } from 'typeorm';
import type { ItemFacts } from './item.js';
import { ItemEntity, ItemImportEntity } from './item.entity.js';

export type NewItem = Pick<
  ItemEntity,
  'id' | 'elementTableId' | 'importId' | 'pointPath' | 'type' | 'difficulty' | 'source' | 'stemIndex' | 'contentSealed'
>;
export type ItemImport = Pick<ItemImportEntity, keyof ItemImportEntity>;

/** Inserts what the table does not have yet. @returns ids of those that went in */
export async function insertItems(tx: EntityManager, items: readonly NewItem[]): Promise<Set<string>> {
  const inserted = await tx.query<{ id: string }[]>(
    `INSERT INTO item (id, element_table_id, import_id, point_path, type, difficulty, source, stem_index, content_sealed)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::text[],
       $8::text[], $9::text[])
     ON CONFLICT ON CONSTRAINT item_stem_unique DO NOTHING RETURNING id`,
    [
      items.map((item) => item.id),
      items.map((item) => item.elementTableId),
      items.map((item) => item.importId),
      items.map((item) => item.pointPath),
      items.map((item) => item.type),
      items.map((item) => item.difficulty),
      items.map((item) => item.source),
      items.map((item) => item.stemIndex),
      items.map((item) => item.contentSealed),
    ],
  );
  return new Set(inserted.map((row) => row.id));
}

/** @throws DomainError `item/bank-full` */
export async function assertRoom(tx: EntityManager, elementTableId: string, limit: number): Promise<void> {
  const held = await tx.countBy(ItemEntity, { elementTableId });
  if (held > limit) throw new DomainError('item/bank-full', { limit });
}

export async function insertItemImport(tx: EntityManager, record: ItemImport): Promise<void> {
  await tx.insert(ItemImportEntity, record);
}

/** @throws DomainError `item-import/not-found` */
export async function getItemImport(tx: EntityManager, id: string): Promise<ItemImport> {
  const found = await tx.findOneBy(ItemImportEntity, { id });
  if (!found) throw new DomainError('item-import/not-found');
  return found;
}

/** Every item of a table in the order of their ids, without content. */
export async function listItemFacts(tx: EntityManager, elementTableId: string): Promise<ItemFacts[]> {
  return tx.find(ItemEntity, {
    select: { id: true, pointPath: true, type: true, difficulty: true },
    where: { elementTableId },
    order: { id: 'ASC' },
  });
}

/** Sealed contents by item id. */
export async function sealedContents(tx: EntityManager, ids: readonly string[]): Promise<Map<string, string>> {
  const items = await tx.find(ItemEntity, { select: { id: true, contentSealed: true }, where: { id: In([...ids]) } });
  return new Map(items.map((item) => [item.id, item.contentSealed]));
}
