import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApprovedPlan, AssessedSubject, FiledScope } from './scope.js';

@Entity('filed_scope')
export class FiledScopeEntity implements FiledScope {
  @PrimaryColumn('uuid', { name: 'filing_id', primaryKeyConstraintName: 'filed_scope_pk' })
  filingId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text', { name: 'supervised_in', array: true })
  supervisedIn!: string[];

  @Column('date', { name: 'filed_on' })
  filedOn!: string;

  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  @Column('jsonb')
  sites!: { siteId: string; siteCode: string }[];

  @Column('jsonb')
  lines!: { siteId: string; subject: AssessedSubject }[];
}

@Entity('approved_plan')
export class ApprovedPlanEntity implements ApprovedPlan {
  @PrimaryColumn('uuid', { name: 'plan_id', primaryKeyConstraintName: 'approved_plan_pk' })
  planId!: string;

  @Column('uuid', { name: 'filing_id' })
  filingId!: string;

  @Column('text', { name: 'site_code' })
  siteCode!: string;

  @Column('jsonb')
  subject!: AssessedSubject;

  @Column('date', { name: 'exam_on' })
  examOn!: string;
}
