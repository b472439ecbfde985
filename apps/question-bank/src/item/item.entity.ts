import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { RowCounts } from './item-sheet.js';
import type { Difficulty, ItemFacts, ItemSource, ItemType } from './item.js';

@Entity('item')
@Unique('item_stem_unique', ['elementTableId', 'stemIndex'])
export class ItemEntity implements ItemFacts {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'item_pk' })
  id!: string;

  @Column('uuid', { name: 'element_table_id' })
  elementTableId!: string;

  @Column('uuid', { name: 'import_id' })
  importId!: string;

  @Column('text', { name: 'point_path' })
  pointPath!: string;

  @Column('text')
  type!: ItemType;

  @Column('smallint')
  difficulty!: Difficulty;

  @Column('text')
  source!: ItemSource;

  /** Blind index of the normalised stem. */
  @Column('text', { name: 'stem_index' })
  stemIndex!: string;

  /** Sealed JSON of `ItemContent`. */
  @Column('text', { name: 'content_sealed' })
  contentSealed!: string;
}

@Entity('item_import')
export class ItemImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'item_import_pk' })
  id!: string;

  @Column('uuid', { name: 'element_table_id' })
  elementTableId!: string;

  @Column('text', { name: 'imported_by' })
  importedBy!: string;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt!: Date;

  @Column('jsonb')
  counts!: RowCounts;

  /** Sealed JSON of the workbook as it came and the remark on each row: both hold questions and answers. */
  @Column('text', { name: 'file_sealed' })
  fileSealed!: string;
}
