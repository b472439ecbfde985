import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../instant-column.js';
import type { AssessedSubject } from '../scope/scope.js';
import type { RefusalRule } from './audit.js';
import type { ResultRoll, RollState } from './result-roll.js';

@Entity('result_roll')
@Index('result_roll_organisation', ['organisationId'])
@Index('result_roll_jurisdiction', ['jurisdiction'])
export class ResultRollEntity implements ResultRoll {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'result_roll_pk' })
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'filing_id' })
  filingId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text', { name: 'site_code' })
  siteCode!: string;

  @Column('jsonb')
  subject!: AssessedSubject;

  @Column('date', { name: 'exam_on' })
  examOn!: string;

  @Column('date', { name: 'publicity_from' })
  publicityFrom!: string;

  @Column('date', { name: 'publicity_until' })
  publicityUntil!: string;

  @Column('timestamptz', { name: 'reported_at', transformer: instant })
  reportedAt!: string;

  @Column('int')
  parts!: number;

  @Column('int', { name: 'parts_received', array: true })
  partsReceived!: number[];

  @Column('text')
  state!: RollState;

  @Column('text', { name: 'issued_by', nullable: true })
  issuedBy!: string | null;

  @Column('timestamptz', { name: 'issued_at', nullable: true, transformer: instant })
  issuedAt!: string | null;
}

/** One passed person of a roll, and what became of the row. */
@Entity('result_row')
@Index('result_row_document', ['documentIndex'])
export class ResultRowEntity {
  @PrimaryColumn('uuid', { name: 'roll_id', primaryKeyConstraintName: 'result_row_pk' })
  rollId!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'result_row_pk' })
  part!: number;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'result_row_pk' })
  position!: number;

  @Column('text', { name: 'candidate_id' })
  candidateId!: string;

  @Column('text', { name: 'admission_number' })
  admissionNumber!: string;

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

  @Column('int', { name: 'theory_points' })
  theoryPoints!: number;

  @Column('int', { name: 'skill_points' })
  skillPoints!: number;

  /** Kept for refused rows only; what became of the others their certificates say. */
  @Column('text', { name: 'refusal_rule', nullable: true })
  refusalRule!: RefusalRule | null;
}

/** With its certificate, when it has one. */
export interface ResultRow extends ResultRowEntity {
  certificateId?: string | null;
  certificateNumber?: string | null;
}
