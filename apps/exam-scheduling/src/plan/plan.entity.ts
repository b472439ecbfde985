import type { LevelDigit } from '@app/standards';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Plan, PlanPaper, PlanRoll, PlanState, PlanStep, Room } from './plan.js';

@Entity('plan')
@Index('plan_organisation', ['organisationId', 'id'])
@Index('plan_jurisdiction', ['jurisdiction', 'id'])
@Index('plan_announced', ['examOn', 'id'])
@Index('plan_in_publicity', ['id'])
export class PlanEntity implements Plan {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'plan_pk' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text', { name: 'filing_id' })
  filingId!: string;

  @Column('text', { name: 'site_code' })
  siteCode!: string;

  @Column('text')
  jurisdiction!: string;

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

  @Column('date', { name: 'exam_on' })
  examOn!: string;

  @Column('jsonb')
  rooms!: Room[];

  @Column('text')
  state!: PlanState;

  @Column('jsonb')
  history!: PlanStep[];

  @Column('jsonb', { nullable: true })
  paper!: PlanPaper | null;

  @Column('text', { name: 'seating_seed', nullable: true })
  seatingSeed!: string | null;

  @Column('jsonb', { name: 'scored_by' })
  scoredBy!: string[];

  @Column('date', { name: 'publicity_from', nullable: true })
  publicityFrom!: string | null;

  @Column('date', { name: 'publicity_until', nullable: true })
  publicityUntil!: string | null;

  @Column('jsonb', { nullable: true })
  roll!: PlanRoll | null;
}
