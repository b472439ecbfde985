import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SigningKey } from './signing-key.js';

/** int8 comes as text: an index in the log is far below what a number holds. */
const asNumber = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

@Entity('signing_key')
export class SigningKeyEntity implements SigningKey {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pk' })
  kid!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  state!: SigningKey['state'];

  @Column('text')
  x!: string;

  @Column('text')
  y!: string;

  @Column('bigint', { name: 'compromised_from', nullable: true, transformer: asNumber })
  compromisedFrom!: number | null;
}
