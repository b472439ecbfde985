import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Binding } from './binding.js';

@Entity('holder_binding')
@Index('holder_binding_document', ['documentIndex'])
export class BindingEntity implements Binding {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'holder_binding_pk' })
  id!: string;

  @Column('text')
  subject!: string;

  @Column('uuid', { name: 'certificate_id' })
  certificateId!: string;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('text', { name: 'name_index' })
  nameIndex!: string;

  @Column('text', { name: 'name_sealed' })
  nameSealed!: string;

  @Column('timestamptz', { name: 'bound_at' })
  boundAt!: Date;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;
}
