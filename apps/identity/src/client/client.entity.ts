import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { OrganisationEntity } from '../organisation/organisation.entity.js';

/** A machine that asks for tokens of its own (client credentials). */
@Entity({ name: 'client' })
export class ClientEntity {
  /** The `client_id`, and the `sub` of its tokens. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'client_pk' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** SHA-256 of a long random secret, base64url */
  @Column({ name: 'secret_sha256', type: 'text' })
  secretSha256!: string;

  @ForeignKey(() => OrganisationEntity, 'id', { name: 'client_organisation_fk' })
  @Column({ name: 'organisation_id', type: 'text', nullable: true })
  organisationId!: string | null;

  @Column({ type: 'text', array: true })
  roles!: string[];

  @Column({ type: 'text', nullable: true })
  jurisdiction!: string | null;

  /** Comes from the environment: gone from there, it is disabled at the next start. */
  @Column({ name: 'is_seeded', type: 'boolean' })
  isSeeded!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ name: 'disabled_at', type: 'timestamptz', nullable: true })
  disabledAt!: Date | null;
}
