import type { HonourKind, PostLevel } from '@app/standards';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Appointment, AppointmentState, AppointmentStep } from './appointment.js';
import type { Honour } from './honour.js';
import type { Post, PostState } from './post.js';

@Entity('post')
@Index('post_organisation', ['organisationId', 'id'])
@Index('post_jurisdiction', ['jurisdiction', 'id'])
export class PostEntity implements Post {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'post_pk' })
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
  level!: PostLevel;

  @Column('text', { name: 'occupation_code' })
  occupationCode!: string;

  @Column('text', { name: 'occupation_edition' })
  occupationEdition!: string;

  @Column('text', { name: 'occupation_name' })
  occupationName!: string;

  @Column('text')
  specialty!: string;

  @Column('int')
  quota!: number;

  @Column('text', { name: 'plan_number' })
  planNumber!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  @Column('text')
  state!: PostState;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('text', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('text', { name: 'filed_by', nullable: true })
  filedBy!: string | null;
}

@Entity('appointment')
@Unique('appointment_number_unique', ['recordNumber'])
@Index('appointment_organisation', ['organisationId', 'id'])
@Index('appointment_jurisdiction', ['jurisdiction', 'id'])
@Index('appointment_post', ['postId'])
@Index('appointment_document', ['documentIndex'])
export class AppointmentEntity implements Appointment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appointment_pk' })
  id!: string;

  @Column('uuid', { name: 'post_id' })
  postId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text')
  level!: PostLevel;

  /** A sealed `Holder`. */
  @Column('text', { name: 'person_sealed' })
  personSealed!: string;

  /** Sealed `AppointmentFacts`. */
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

  @Column('text')
  state!: AppointmentState;

  @Column('jsonb')
  history!: AppointmentStep[];

  @Column('date', { name: 'proposed_on' })
  proposedOn!: string;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('text', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('date', { name: 'publicity_from', nullable: true })
  publicityFrom!: string | null;

  @Column('date', { name: 'publicity_until', nullable: true })
  publicityUntil!: string | null;

  @Column('uuid', { name: 'rests_on', nullable: true })
  restsOn!: string | null;

  @Column('date', { name: 'term_from', nullable: true })
  termFrom!: string | null;

  @Column('date', { name: 'term_until', nullable: true })
  termUntil!: string | null;

  @Column('text', { name: 'record_number', nullable: true })
  recordNumber!: string | null;
}

/** 首席技师 as an honour: neither a level nor a post. */
@Entity('honour')
@Unique('honour_once_unique', ['kind', 'documentIndex', 'organisationId', 'givenOn'])
@Index('honour_document', ['documentIndex'])
export class HonourEntity implements Honour {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'honour_pk' })
  id!: string;

  @Column('text')
  kind!: HonourKind;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text', { name: 'person_sealed' })
  personSealed!: string;

  @Column('text', { name: 'name_index' })
  nameIndex!: string;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('text', { name: 'name_masked' })
  nameMasked!: string;

  @Column('text', { name: 'document_masked' })
  documentMasked!: string;

  @Column('date', { name: 'given_on' })
  givenOn!: string;

  @Column('text', { name: 'document_number' })
  documentNumber!: string;

  @Column('text', { name: 'recorded_by' })
  recordedBy!: string;
}
