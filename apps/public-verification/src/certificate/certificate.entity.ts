import type { LevelDigit } from '@app/standards';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Certificate, CertificateStatus } from './certificate.js';

@Entity('certificate')
@Unique('certificate_number_unique', ['certificateNumber', 'version'])
@Unique('certificate_token_unique', ['tokenSha256'])
@Index('certificate_person', ['documentIndex', 'nameIndex'])
@Index('certificate_recorded', ['recordedAt'])
export class CertificateEntity implements Omit<Certificate, 'tokenSha256'> {
  @PrimaryColumn('uuid', { name: 'certificate_id', primaryKeyConstraintName: 'certificate_pk' })
  certificateId!: string;

  @Column('text', { name: 'certificate_number' })
  certificateNumber!: string;

  @Column('text', { name: 'name_index' })
  nameIndex!: string;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('bytea', { name: 'token_sha256' })
  tokenSha256!: Buffer;

  @Column('text', { name: 'name_masked' })
  nameMasked!: string;

  @Column('text', { name: 'document_masked' })
  documentMasked!: string;

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

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text', { name: 'site_code' })
  siteCode!: string;

  @Column('date', { name: 'issued_on' })
  issuedOn!: string;

  @Column('text')
  status!: CertificateStatus;

  @Column('int')
  version!: number;

  @Column('text')
  basis!: string;

  @Column('date', { name: 'status_on', nullable: true })
  statusOn!: string | null;

  @Column('text', { name: 'status_reason' })
  statusReason!: string;

  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy!: string | null;

  @Column('int', { name: 'status_list' })
  statusList!: number;

  @Column('int', { name: 'status_index' })
  statusIndex!: number;

  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId!: string | null;

  /** When the issuing service recorded the fact: how old this row's knowledge is. */
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
