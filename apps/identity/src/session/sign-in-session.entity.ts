import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** What a person is told of a session of theirs, so that a foreign one is noticed. The session itself is the provider's. */
@Entity({ name: 'sign_in_session' })
export class SignInSessionEntity {
  /** The provider's public id of the session: it opens nothing. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'sign_in_session_pk' })
  uid!: string;

  @ForeignKey(() => AccountEntity, 'id', { name: 'sign_in_session_account_fk' })
  @Index('sign_in_session_account_id')
  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  /** Family of browser and system; empty when not known. */
  @Column({ type: 'text' })
  browser!: string;

  @Column({ name: 'address_sealed', type: 'text' })
  addressSealed!: string;

  @Column({ name: 'began_at', type: 'timestamptz' })
  beganAt!: Date;

  @Column({ name: 'last_used_at', type: 'timestamptz' })
  lastUsedAt!: Date;

  @Index('sign_in_session_expires_at')
  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
