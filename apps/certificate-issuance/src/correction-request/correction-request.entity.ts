import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { CorrectionRequest, Refusal, RequestState } from './correction-request.js';

@Entity('correction_request')
@Index('correction_request_organisation', ['organisationId', 'id'])
@Index('correction_request_jurisdiction', ['jurisdiction', 'id'])
@Index('correction_request_document', ['documentIndex'])
export class CorrectionRequestEntity implements CorrectionRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'correction_request_pk' })
  id!: string;

  @Column('uuid', { name: 'certificate_id' })
  certificateId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('text')
  field!: string;

  @Column('text', { name: 'wish_sealed' })
  wishSealed!: string;

  @Column('text')
  state!: RequestState;

  @Column('uuid', { name: 'change_id', nullable: true })
  changeId!: string | null;

  @Column('text', { nullable: true })
  refusal!: Refusal | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
