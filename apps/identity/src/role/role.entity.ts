import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { RoleGranter, RoleGroup, RoleRule } from './role.js';

/** What is known of a role; the rows come with the migrations and nobody changes them while the system runs. */
@Entity({ name: 'role' })
@Check('role_group_check', `role_group IN ('agency', 'bank', 'regulator', 'outside')`)
@Check('role_granted_by_check', `granted_by IN ('organisation-admin', 'operator')`)
@Check(
  'role_organisation_kinds_check',
  `organisation_kinds <@ ARRAY['employer', 'social', 'authority', 'bank', 'none']`,
)
export class RoleEntity implements RoleRule {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'role_pk' })
  code!: string;

  @Column({ type: 'text' })
  zh!: string;

  @Column({ type: 'text' })
  en!: string;

  @Column({ name: 'role_group', type: 'text' })
  group!: RoleGroup;

  @Column({ name: 'needs_second_factor', type: 'boolean' })
  needsSecondFactor!: boolean;

  @Column({ name: 'granted_by', type: 'text' })
  grantedBy!: RoleGranter;

  /** Whoever holds it holds no other role. */
  @Column({ name: 'is_exclusive', type: 'boolean' })
  isExclusive!: boolean;

  /** Kinds of organisation whose people may hold it; `none` stands for people without one. */
  @Column({ name: 'organisation_kinds', type: 'text', array: true })
  organisationKinds!: string[];
}
