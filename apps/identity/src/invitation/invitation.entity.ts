import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** A code with which a person sets the own password, once; a new one takes the place of the old. */
@Entity({ name: 'invitation' })
export class InvitationEntity {
  @ForeignKey(() => AccountEntity, 'id', { name: 'invitation_account_fk' })
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'invitation_pk' })
  accountId!: string;

  @Column({ name: 'code_sha256', type: 'text' })
  codeSha256!: string;

  /** `sub` of the administrator, or `operator`. */
  @Column({ name: 'invited_by', type: 'text' })
  invitedBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;
}
