import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Blueprint, BlueprintSection } from './blueprint.js';

@Entity('blueprint')
export class BlueprintEntity implements Blueprint {
  @PrimaryColumn('uuid', { name: 'element_table_id', primaryKeyConstraintName: 'blueprint_pk' })
  elementTableId!: string;

  @Column('int', { name: 'duration_minutes' })
  durationMinutes!: number;

  @Column('jsonb')
  sections!: BlueprintSection[];

  @Column('text', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}
