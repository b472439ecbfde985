import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CorrectionField, CorrectionRequest, CorrectionState } from './correction-request.js';

@Entity('correction_request')
@Index('correction_request_subject', ['subject', 'id'])
@Index('correction_request_document', ['documentIndex'])
export class CorrectionRequestEntity implements CorrectionRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'correction_request_pk' })
  id!: string;

  @Column('text')
  subject!: string;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('uuid', { name: 'certificate_id' })
  certificateId!: string;

  @Column('text')
  field!: CorrectionField;

  @Column('text', { name: 'wish_sealed' })
  wishSealed!: string;

  @Column('text')
  state!: CorrectionState;

  @Column('text', { nullable: true })
  refusal!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
