import type { AwardBasis } from '@app/standards';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AssessedSubject } from '../scope/scope.js';
import type { ObjectionGround, Refusal, RowCourse, RowState } from './award-row.js';
import type { Award, AwardState, AwardStep, SkillNorm } from './award.js';

@Entity('award')
@Index('award_organisation', ['organisationId', 'id'])
@Index('award_jurisdiction', ['jurisdiction', 'id'])
export class AwardEntity implements Award {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'award_pk' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('uuid', { name: 'filing_id' })
  filingId!: string;

  @Column('text', { name: 'site_code' })
  siteCode!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text')
  basis!: AwardBasis;

  @Column('jsonb')
  subject!: AssessedSubject;

  @Column('uuid', { name: 'skill_norm_id', nullable: true })
  skillNormId!: string | null;

  @Column('text')
  state!: AwardState;

  @Column('jsonb')
  history!: AwardStep[];

  @Column('date', { name: 'drafted_on' })
  draftedOn!: string;

  @Column('text', { name: 'accepted_by', nullable: true })
  acceptedBy!: string | null;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column('date', { name: 'publicity_from', nullable: true })
  publicityFrom!: string | null;

  @Column('date', { name: 'publicity_until', nullable: true })
  publicityUntil!: string | null;
}

/** One person of an application. */
@Entity('award_row')
@Unique('award_row_position_unique', ['awardId', 'position'])
@Unique('award_row_person_unique', ['awardId', 'documentIndex'])
@Index('award_row_document', ['documentIndex'])
export class AwardRowEntity implements RowCourse {
  /** Also the id of the person towards the certificate. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'award_row_pk' })
  id!: string;

  @Column('uuid', { name: 'award_id' })
  awardId!: string;

  @Column('int')
  position!: number;

  /** A sealed `Holder`, as the certificate takes it. */
  @Column('text', { name: 'person_sealed' })
  personSealed!: string;

  /** A sealed `{ birthDate, claim }`. */
  @Column('text', { name: 'evidence_sealed' })
  evidenceSealed!: string;

  @Column('text', { name: 'name_index' })
  nameIndex!: string;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('text', { name: 'name_masked' })
  nameMasked!: string;

  @Column('text', { name: 'document_masked' })
  documentMasked!: string;

  /** The year against which a second promotion counts. */
  @Column('text', { name: 'promotion_year', nullable: true })
  promotionYear!: string | null;

  @Column('text')
  state!: RowState;

  @Column('jsonb', { nullable: true })
  refusal!: Refusal | null;

  @Column('text', { name: 'objection_ground', nullable: true })
  objectionGround!: ObjectionGround | null;

  @Column('text', { name: 'objection_reference', nullable: true })
  objectionReference!: string | null;

  @Column('text', { name: 'objected_by', nullable: true })
  objectedBy!: string | null;

  @Column('text', { name: 'objection_decided_by', nullable: true })
  objectionDecidedBy!: string | null;

  @Column('uuid', { name: 'certificate_id', nullable: true })
  certificateId!: string | null;

  /** Of the certificate, or of the record where its number rule is configured. */
  @Column('text', { name: 'certificate_number', nullable: true })
  certificateNumber!: string | null;
}

@Entity('skill_norm')
@Unique('skill_norm_code_unique', ['code'])
export class SkillNormEntity implements SkillNorm {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'skill_norm_pk' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('date', { name: 'published_on' })
  publishedOn!: string;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;

  @Column('text', { name: 'document_number' })
  documentNumber!: string;

  @Column('text', { name: 'published_by' })
  publishedBy!: string;
}
