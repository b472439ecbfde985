import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ExportFormat, ExportRequest, ExportSide, ExportState } from './export.js';

@Entity('export_request')
@Index('export_request_organisation', ['organisationId', 'id'])
@Index('export_request_jurisdiction', ['jurisdiction', 'id'])
export class ExportRequestEntity implements ExportRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'export_request_pk' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('jsonb')
  filter!: Record<string, string>;

  @Column('text')
  format!: ExportFormat;

  @Column('boolean', { name: 'full_documents' })
  fullDocuments!: boolean;

  @Column('text')
  purpose!: string;

  @Column('text')
  side!: ExportSide;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text')
  state!: ExportState;

  @Column('int')
  rows!: number;

  @Column('int', { name: 'rows_max' })
  rowsMax!: number;

  @Column('int', { name: 'downloads_max' })
  downloadsMax!: number;

  @Column('int')
  downloads!: number;

  @Column('int', { name: 'expiry_hours' })
  expiryHours!: number;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'refusal_reason', nullable: true })
  refusalReason!: string | null;
}
