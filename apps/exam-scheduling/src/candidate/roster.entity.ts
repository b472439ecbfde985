import type { FieldFault } from '@app/kernel';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { RosterColumn, RowVerdict } from './roster.js';

/** One upload of a workbook. */
@Entity('roster_import')
@Index('roster_import_plan', ['planId'])
export class RosterImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roster_import_pk' })
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text', { name: 'uploaded_by' })
  uploadedBy!: string;

  @Column('timestamptz', { name: 'uploaded_at' })
  uploadedAt!: Date;
}

/** One line of an upload as the clerk wrote it, with its verdict: the marked workbook is made of these. */
@Entity('roster_row')
export class RosterRowEntity {
  @PrimaryColumn('uuid', { name: 'import_id', primaryKeyConstraintName: 'roster_row_pk' })
  importId!: string;

  @PrimaryColumn('int', { name: 'row_number', primaryKeyConstraintName: 'roster_row_pk' })
  rowNumber!: number;

  @Column('text')
  verdict!: RowVerdict;

  @Column('jsonb')
  repaired!: RosterColumn[];

  @Column('jsonb')
  faults!: FieldFault[];

  /** JSON of the cells. */
  @Column('text', { name: 'cells_sealed' })
  cellsSealed!: string;
}
