import type { LevelDigit, Warning } from '@app/standards';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CellRepair, ElementPoint, ElementRange, ElementTable, ElementTableState } from './element-table.js';

@Entity('element_table')
@Index('element_table_one_approved', ['occupationCode', 'specialty', 'levelDigit'], {
  unique: true,
  where: `state = 'approved'`,
})
export class ElementTableEntity implements ElementTable {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'element_table_pk' })
  id!: string;

  @Column('text')
  state!: ElementTableState;

  @Column('text', { name: 'occupation_code' })
  occupationCode!: string;

  @Column('text', { name: 'occupation_edition' })
  occupationEdition!: string;

  @Column('text', { name: 'occupation_name' })
  occupationName!: string;

  @Column('text')
  specialty!: string;

  @Column('text', { name: 'level_digit' })
  levelDigit!: LevelDigit;

  @Column('text')
  method!: string;

  @Column('int', { name: 'point_count' })
  pointCount!: number;

  @Column('jsonb')
  ranges!: ElementRange[];

  @Column('jsonb')
  points!: ElementPoint[];

  @Column('jsonb')
  repairs!: CellRepair[];

  @Column('jsonb')
  warnings!: Warning[];

  @Column('text', { name: 'imported_by' })
  importedBy!: string;

  @Column('timestamptz', { name: 'imported_at' })
  importedAt!: Date;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
