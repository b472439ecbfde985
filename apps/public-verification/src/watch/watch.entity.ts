import type { Verdict } from '@app/credential';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Delivery, DeliveryState, Watch, Webhook } from './watch.js';

@Entity('watch')
@Unique('watch_once', ['organisationId', 'certificateId'])
@Index('watch_certificate', ['certificateId'])
@Index('watch_expiry', ['expiresOn'])
export class WatchEntity implements Watch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'watch_pk' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('uuid', { name: 'certificate_id' })
  certificateId!: string;

  @Column('text')
  purpose!: string;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('date', { name: 'expires_on' })
  expiresOn!: string;

  @Column('timestamptz', { name: 'known_as_of' })
  knownAsOf!: Date;
}

@Entity('webhook')
@Unique('webhook_organisation_unique', ['organisationId'])
export class WebhookEntity implements Webhook {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_pk' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  url!: string;

  @Column('text', { name: 'secret_sealed' })
  secretSealed!: string;

  @Column('text', { name: 'set_by' })
  setBy!: string;

  @Column('timestamptz', { name: 'set_at' })
  setAt!: Date;
}

@Entity('webhook_delivery')
@Index('webhook_delivery_organisation', ['organisationId', 'id'])
@Index('webhook_delivery_watch', ['watchId'])
export class WebhookDeliveryEntity implements Delivery {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_delivery_pk' })
  id!: string;

  @Column('uuid', { name: 'watch_id' })
  watchId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('uuid', { name: 'certificate_id' })
  certificateId!: string;

  @Column('text')
  verdict!: Verdict;

  @Column('date', { name: 'changed_on' })
  changedOn!: string;

  @Column('text')
  state!: DeliveryState;

  @Column('int')
  attempts!: number;

  @Column('timestamptz', { name: 'next_attempt_at' })
  nextAttemptAt!: Date;

  @Column('text', { name: 'last_failure' })
  lastFailure!: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
