import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CandidateState } from './candidate.js';

/** A person on the roster of a plan. What names the person is sealed. */
@Entity('candidate')
@Index('candidate_plan', ['planId', 'id'])
@Index('candidate_document', ['documentIndex'])
@Unique('candidate_plan_document_unique', ['planId', 'documentIndex'])
@Unique('candidate_plan_seat_unique', ['planId', 'room', 'seat'])
@Unique('candidate_admission_number_unique', ['admissionNumber'])
export class CandidateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'candidate_pk' })
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'import_id' })
  importId!: string;

  @Column('text')
  state!: CandidateState;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('text', { name: 'name_index' })
  nameIndex!: string;

  /** JSON of a `Person`. */
  @Column('text', { name: 'person_sealed' })
  personSealed!: string;

  /** Null, as the row, once the retention period is over. */
  @Column('text', { name: 'phone_sealed', nullable: true })
  phoneSealed!: string | null;

  /** JSON of all columns in the official spelling. */
  @Column('text', { name: 'row_sealed', nullable: true })
  rowSealed!: string | null;

  @Column('text', { name: 'admission_number', nullable: true })
  admissionNumber!: string | null;

  @Column('text', { nullable: true })
  room!: string | null;

  @Column('int', { nullable: true })
  seat!: number | null;

  @Column('text', { name: 'certificate_number', nullable: true })
  certificateNumber!: string | null;

  @Column('text', { name: 'refusal_rule', nullable: true })
  refusalRule!: string | null;
}
