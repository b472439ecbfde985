import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { AccountEntity } from '../account/account.entity.js';

/** The authenticator app of an account. */
@Entity({ name: 'second_factor' })
export class SecondFactorEntity {
  @ForeignKey(() => AccountEntity, 'id', { name: 'second_factor_account_fk' })
  @PrimaryColumn({ name: 'account_id', type: 'uuid', primaryKeyConstraintName: 'second_factor_pk' })
  accountId!: string;

  /** Base 32, sealed: whoever reads it can make the codes. */
  @Column({ name: 'secret_sealed', type: 'text' })
  secretSealed!: string;

  /** The last time step that was accepted; it and all before it are used up. `bigint` comes as text. */
  @Column({ name: 'last_step', type: 'bigint' })
  lastStep!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
