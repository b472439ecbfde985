import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Certificate } from './certificate.js';

@Entity('certificate')
@Unique('certificate_number_unique', ['number'])
@Unique('certificate_token_unique', ['tokenSha256'])
@Index('certificate_organisation', ['organisationId', 'id'])
@Index('certificate_jurisdiction', ['jurisdiction', 'id'])
@Index('certificate_roll', ['rollId', 'id'])
@Index('certificate_document', ['documentIndex'])
export class CertificateEntity implements Certificate {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'certificate_pk' })
  id!: string;

  @Column('text')
  number!: string;

  @Column('uuid', { name: 'roll_id' })
  rollId!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

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

  @Column('text', { name: 'credential_sealed' })
  credentialSealed!: string;

  @Column('text', { name: 'credential_sha256' })
  credentialSha256!: string;

  @Column('text', { name: 'token_sealed' })
  tokenSealed!: string;

  @Column('text', { name: 'token_sha256' })
  tokenSha256!: string;
}
