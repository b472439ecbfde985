import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** One of the codes that stand in for a lost telephone, each good for one sign-in. */
@Entity({ name: 'recovery_code' })
export class RecoveryCodeEntity {
  @ForeignKey(() => AccountEntity, 'id', { name: 'recovery_code_account_fk' })
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'recovery_code_pk' })
  accountId!: string;

  @PrimaryColumn({ name: 'code_sha256', type: 'text', primaryKeyConstraintName: 'recovery_code_pk' })
  codeSha256!: string;

  @Column({ name: 'used_at', type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
