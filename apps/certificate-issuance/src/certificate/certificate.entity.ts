import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Certificate, CertificateStatus, EarlierParts } from './certificate.js';

@Entity('certificate')
@Unique('certificate_number_unique', ['number', 'version'])
@Index('certificate_organisation', ['organisationId', 'id'])
@Index('certificate_jurisdiction', ['jurisdiction', 'id'])
@Index('certificate_roll', ['rollId', 'id'])
@Index('certificate_document', ['documentIndex'])
export class CertificateEntity implements Certificate, EarlierParts {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certificate_pk' })
  id!: string;

  @Column('text')
  number!: string;

  @Column('text')
  basis!: string;

  @Column('uuid', { name: 'roll_id', nullable: true })
  rollId!: string | null;

  @Column('uuid', { name: 'plan_id', nullable: true })
  planId!: string | null;

  @Column('uuid', { name: 'award_id', nullable: true })
  awardId!: string | null;

  @Column('uuid', { name: 'filing_id' })
  filingId!: string;

  @Column('text', { name: 'candidate_id' })
  candidateId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text', { name: 'site_code' })
  siteCode!: string;

  @Column('text', { name: 'occupation_code' })
  occupationCode!: string;

  @Column('text', { name: 'occupation_edition' })
  occupationEdition!: string;

  @Column('text', { name: 'occupation_name' })
  occupationName!: string;

  @Column('text')
  specialty!: string;

  @Column('text', { name: 'level_digit' })
  levelDigit!: string;

  @Column('date', { name: 'issued_on' })
  issuedOn!: string;

  @Column('text', { name: 'holder_sealed' })
  holderSealed!: string;

  @Column('text', { name: 'name_index' })
  nameIndex!: string;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('text', { name: 'name_masked' })
  nameMasked!: string;

  @Column('text', { name: 'document_masked' })
  documentMasked!: string;

  @Column('int')
  version!: number;

  @Column('uuid', { nullable: true })
  replaces!: string | null;

  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy!: string | null;

  @Column('text')
  status!: CertificateStatus;

  @Column('text', { name: 'status_reason' })
  statusReason!: string;

  @Column('date', { name: 'status_on', nullable: true })
  statusOn!: string | null;

  @Column('int', { name: 'status_list' })
  statusList!: number;

  @Column('int', { name: 'status_index' })
  statusIndex!: number;

  @Column('text', { name: 'signing_kid' })
  signingKid!: string;

  @Column('text', { name: 'paper_sealed', nullable: true })
  paperSealed!: string;

  @Column('uuid', { name: 'batch_id', nullable: true })
  batchId!: string;

  @Column('int', { name: 'batch_offset' })
  batchOffset!: number;

  @Column('text', { name: 'token_sealed', nullable: true })
  tokenSealed!: string | null;

  @Column('text', { name: 'token_sha256' })
  tokenSha256!: string;
}
