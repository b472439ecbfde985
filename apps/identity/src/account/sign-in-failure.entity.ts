import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Failed sign-ins of one username, whether or not it has an account. */
@Entity({ name: 'sign_in_failure' })
export class SignInFailureEntity {
  /** Blind index of the username in normal form. */
  @PrimaryColumn({ name: 'username_index', type: 'text', primaryKeyConstraintName: 'sign_in_failure_pk' })
  usernameIndex!: string;

  @Column({ type: 'int' })
  failures!: number;

  @Column({ name: 'blocked_until', type: 'timestamptz' })
  blockedUntil!: Date;

  @Index('sign_in_failure_last_at')
  @Column({ name: 'last_at', type: 'timestamptz' })
  lastAt!: Date;
}
