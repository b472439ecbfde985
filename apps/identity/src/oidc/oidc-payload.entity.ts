import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * One artefact of the provider (session, interaction, grant, code, refresh token). The id of most is a bearer secret,
 * so only its digest is kept and the content is sealed: a copy of this table opens nothing.
 */
@Entity({ name: 'oidc_payload' })
export class OidcPayloadEntity {
  /** `Session`, `RefreshToken`, … */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'oidc_payload_pk' })
  model!: string;

  @PrimaryColumn({ name: 'id_sha256', type: 'text', primaryKeyConstraintName: 'oidc_payload_pk' })
  idSha256!: string;

  @Column({ name: 'payload_sealed', type: 'text' })
  payloadSealed!: string;

  @Index('oidc_payload_grant_id')
  @Column({ name: 'grant_id', type: 'text', nullable: true })
  grantId!: string | null;

  /** So that everything a person holds can be ended at once. */
  @Index('oidc_payload_account_id')
  @Column({ name: 'account_id', type: 'text', nullable: true })
  accountId!: string | null;

  /** Of sessions only. */
  @Index('oidc_payload_uid')
  @Column({ type: 'text', nullable: true })
  uid!: string | null;

  @Column({ name: 'consumed_at', type: 'timestamptz', nullable: true })
  consumedAt!: Date | null;

  @Index('oidc_payload_expires_at')
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
