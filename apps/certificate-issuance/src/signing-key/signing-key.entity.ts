import type { PublicJwk } from '@app/credential';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One active key per filed body; a retired key stays published for the credentials it signed. */
@Entity('signing_key')
@Index('signing_key_one_active', ['organisationId'], { unique: true, where: `state = 'active'` })
export class SigningKeyEntity {
  /** RFC 7638 thumbprint. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signing_key_pk' })
  kid!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  state!: 'active' | 'retired';

  @Column('jsonb', { name: 'public_jwk' })
  publicJwk!: PublicJwk;

  @Column('text', { name: 'private_sealed' })
  privateSealed!: string;
}
