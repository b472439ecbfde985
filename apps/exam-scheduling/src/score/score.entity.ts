import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Score } from './score.js';

@Entity('score')
export class ScoreEntity implements Score {
  @PrimaryColumn('uuid', { name: 'candidate_id', primaryKeyConstraintName: 'score_pk' })
  candidateId!: string;

  @Column('int', { name: 'theory_points', nullable: true })
  theoryPoints!: number | null;

  @Column('int', { name: 'skill_points', nullable: true })
  skillPoints!: number | null;

  @Column('boolean', { name: 'theory_absent' })
  theoryAbsent!: boolean;

  @Column('boolean', { name: 'skill_absent' })
  skillAbsent!: boolean;

  @Column('text', { name: 'entered_by' })
  enteredBy!: string;

  @Column('timestamptz', { name: 'entered_at' })
  enteredAt!: Date;
}
