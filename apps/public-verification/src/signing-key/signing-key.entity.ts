import type { PublicJwk } from '@app/credential';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeyState } from './signing-key.js';

@Entity('signing_key')
export class KnownKeyEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pk' })
  kid!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  state!: KeyState;

  @Column('jsonb', { name: 'public_jwk', nullable: true })
  publicJwk!: PublicJwk | null;

  /** bigint, which the driver gives as text. */
  @Column('bigint', { name: 'compromised_from', nullable: true })
  compromisedFrom!: string | null;

  /** When the issuing service recorded the fact. */
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}
