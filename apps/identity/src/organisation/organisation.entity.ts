import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

export const ORGANISATION_KINDS = ['employer', 'social', 'authority', 'bank'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** What people and machine clients act for. */
@Entity({ name: 'organisation' })
@Check('organisation_kind_check', `kind IN ('employer', 'social', 'authority', 'bank')`)
export class OrganisationEntity {
  /** The `organisation` claim. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'organisation_pk' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** `employer` 用人单位, `social` 社会培训评价组织, `authority` 人社部门, `bank` 题库机构 */
  @Column({ type: 'text' })
  kind!: OrganisationKind;

  /** GB/T 2260 code */
  @Column({ type: 'text' })
  jurisdiction!: string;
}
