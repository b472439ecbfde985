import type { PublicJwk } from '@app/credential';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { KeyChange, KeyChangeKind, KeyChangeState } from './key-change.js';
import type { KeyHolderName, KeyState, NationalJwk, SigningKey } from './signing-key.js';

const decimal = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

/** The key chain of each body; a key that was ever published stays for the credentials it signed. */
@Entity('signing_key')
@Index('signing_key_one_active', ['organisationId'], { unique: true, where: `state = 'active'` })
@Index('signing_key_one_next', ['organisationId'], { unique: true, where: `state = 'next'` })
@Index('signing_key_organisation', ['organisationId'])
export class SigningKeyEntity implements SigningKey {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pk' })
  kid!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  state!: KeyState;

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk!: PublicJwk;

  @Column('text')
  holder!: KeyHolderName;

  /** Of the holder `software`: a JWK. */
  @Column('text', { name: 'private_sealed', nullable: true })
  privateSealed!: string | null;

  /** Of the holder `pkcs11`: CKA_ID in hexadecimal digits. */
  @Column('text', { name: 'token_key', nullable: true })
  tokenKey!: string | null;

  @Column('jsonb', { name: 'national_jwk', nullable: true })
  nationalJwk!: NationalJwk | null;

  @Column('text', { name: 'national_sealed', nullable: true })
  nationalSealed!: string | null;

  /** X.509, made when a document is first signed. */
  @Column('bytea', { name: 'certificate_der', nullable: true })
  certificateDer!: Buffer | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt!: Date;

  @Column('timestamptz', { name: 'activated_at', nullable: true })
  activatedAt!: Date | null;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column('timestamptz', { name: 'compromised_at', nullable: true })
  compromisedAt!: Date | null;

  @Column('bigint', { name: 'compromised_from', nullable: true, transformer: decimal })
  compromisedFrom!: number | null;
}

@Entity('key_change')
@Index('key_change_one_open', ['kid', 'kind'], { unique: true, where: `state = 'proposed'` })
export class KeyChangeEntity implements KeyChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'key_change_pk' })
  id!: string;

  @Column('text')
  kind!: KeyChangeKind;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  kid!: string;

  @Column('text')
  reason!: string;

  @Column('text')
  state!: KeyChangeState;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'refusal_reason', nullable: true })
  refusalReason!: string | null;
}
