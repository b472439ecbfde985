import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../instant-column.js';
import type { Change, ChangeDocument, ChangeKind, ChangeReason, ChangeState } from './change.js';

@Entity('certificate_change')
@Index('certificate_change_organisation', ['organisationId', 'id'])
@Index('certificate_change_jurisdiction', ['jurisdiction', 'id'])
export class ChangeEntity implements Change {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certificate_change_pk' })
  id!: string;

  @Column('text')
  kind!: ChangeKind;

  @Column('text')
  state!: ChangeState;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('uuid', { name: 'certificate_ids', array: true })
  certificateIds!: string[];

  @Column('text')
  reason!: ChangeReason;

  @Column('jsonb')
  document!: ChangeDocument;

  @Column('text', { name: 'explanation_sealed' })
  explanationSealed!: string;

  @Column('text', { name: 'correction_sealed', nullable: true })
  correctionSealed!: string | null;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at', transformer: instant })
  proposedAt!: string;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true, transformer: instant })
  decidedAt!: string | null;

  @Column('int', { nullable: true })
  changed!: number | null;
}
