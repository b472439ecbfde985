import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Batch, BatchPurpose, BatchState, LogPosition } from './batch.js';

@Entity('batch')
export class BatchEntity implements Batch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'batch_pk' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'organisation_name' })
  organisationName!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text')
  state!: BatchState;

  @Column('text')
  purpose!: BatchPurpose;

  @Column('text', { name: 'purpose_text' })
  purposeText!: string;

  @Column('text', { name: 'consent_edition' })
  consentEdition!: string;

  @Column('boolean')
  watch!: boolean;

  @Column('int')
  rows!: number;

  @Column('int', { name: 'skipped_sheets', array: true })
  skippedSheets!: number[];

  @Column('text', { name: 'input_sha256' })
  inputSha256!: string;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('text', { name: 'asked_by_name' })
  askedByName!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('date', { name: 'waits_until', nullable: true })
  waitsUntil!: string | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('text', { name: 'output_sha256', nullable: true })
  outputSha256!: string | null;

  @Column('text', { name: 'proof_code', nullable: true })
  proofCode!: string | null;

  @Column('jsonb', { name: 'log_position', nullable: true })
  logPosition!: LogPosition | null;

  @Column('date', { name: 'facts_until' })
  factsUntil!: string;

  @Column('timestamptz', { name: 'erased_at', nullable: true })
  erasedAt!: Date | null;
}
