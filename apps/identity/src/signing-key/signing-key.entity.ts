import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A private key that signs tokens; sealed, because whoever reads it can be anyone. */
@Entity({ name: 'signing_key' })
export class SigningKeyEntity {
  /** RFC 7638 thumbprint, the `kid` of tokens. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'signing_key_pk' })
  id!: string;

  @Column({ type: 'text' })
  algorithm!: string;

  /** JWK with its private part, sealed */
  @Column({ name: 'jwk_sealed', type: 'text' })
  jwkSealed!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
