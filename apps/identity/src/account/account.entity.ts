import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { OrganisationEntity } from '../organisation/organisation.entity.js';

/** A person who can sign in. The display name is personal data and kept sealed. */
@Entity({ name: 'account' })
@Unique('account_username_unique', ['username'])
@Check('account_username_check', `username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'`)
export class AccountEntity {
  /** The `sub` of its tokens. */
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'account_pk' })
  id!: string;

  /** In normal form, see `normalUsername`. */
  @Column({ type: 'text' })
  username!: string;

  /** argon2id in PHC form; none until the person has used the invitation. */
  @Column({ name: 'password_hash', type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ name: 'display_name_sealed', type: 'text' })
  displayNameSealed!: string;

  @ForeignKey(() => OrganisationEntity, 'id', { name: 'account_organisation_fk' })
  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'text', nullable: true })
  jurisdiction!: string | null;

  /** Made by demo mode; a production start disables it. */
  @Column({ name: 'is_demo', type: 'boolean', default: false })
  isDemo!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt!: Date | null;

  /** A sign-in older than this counts for nothing: the person was disabled, given other roles or reset since. */
  @Column({ name: 'sessions_valid_from', type: 'timestamptz', default: 'epoch' })
  sessionsValidFrom!: Date;
}
