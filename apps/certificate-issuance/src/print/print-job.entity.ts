import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PrintJob, PrintState } from './print-job.js';

/** PostgreSQL gives a bigint as text; no file comes near 2^53 bytes. */
const BYTES = { to: (value: number) => value, from: (value: string | null) => Number(value) };

@Entity('print_job')
@Index('print_job_organisation', ['organisationId', 'id'])
@Index('print_job_jurisdiction', ['jurisdiction', 'id'])
@Index('print_job_open', ['id'], { where: `state IN ('queued', 'running')` })
export class PrintJobEntity implements PrintJob {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'print_job_pk' })
  id!: string;

  @Column('uuid', { name: 'roll_id' })
  rollId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text')
  state!: PrintState;

  @Column('int')
  total!: number;

  @Column('int')
  done!: number;

  @Column('uuid', { name: 'last_certificate_id', nullable: true })
  lastCertificateId!: string | null;

  @Column('int')
  pieces!: number;

  @Column('int')
  objects!: number;

  @Column('bigint', { transformer: BYTES })
  bytes!: number;

  @Column('text', { nullable: true })
  worker!: string | null;

  @Column('timestamptz', { name: 'lease_until', nullable: true })
  leaseUntil!: Date | null;

  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;
}

/** A piece of a print file; in their order they are the file. */
@Entity('print_piece')
export class PrintPieceEntity {
  @PrimaryColumn('uuid', { name: 'job_id', primaryKeyConstraintName: 'print_piece_pk' })
  jobId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'print_piece_pk' })
  piece!: number;

  /** Base64, sealed: pages name persons in full. */
  @Column('text', { name: 'bytes_sealed' })
  bytesSealed!: string;

  /** Where the objects of the piece begin in the file. */
  @Column('bigint', { array: true })
  offsets!: string[];

  /** Numbers of its page objects. */
  @Column('int', { array: true })
  pages!: number[];
}
