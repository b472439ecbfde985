import type { Carried, FactKind } from '@app/credential';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How many facts there are, and how many of them were published with a day. */
@Entity('daily_count')
export class DailyCountEntity {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'daily_count_pk' })
  day!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'daily_count_pk' })
  kind!: FactKind;

  @PrimaryColumn('text', { name: 'site_code', primaryKeyConstraintName: 'daily_count_pk' })
  siteCode!: string;

  @PrimaryColumn('text', { name: 'occupation_code', primaryKeyConstraintName: 'daily_count_pk' })
  occupationCode!: string;

  @PrimaryColumn('text', { name: 'occupation_edition', primaryKeyConstraintName: 'daily_count_pk' })
  occupationEdition!: string;

  @PrimaryColumn('text', { name: 'level_digit', primaryKeyConstraintName: 'daily_count_pk' })
  levelDigit!: string;

  @Column('int')
  count!: number;

  @Column('int')
  published!: number;
}

/** A closed day and the checkpoint of the log that covers it. */
@Entity('statistics_day')
export class StatisticsDayEntity {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'statistics_day_pk' })
  day!: string;

  /** Leaves of the checkpoint. */
  @Column('bigint', { name: 'log_size' })
  logSize!: string;

  /** Base64, as in the checkpoint. */
  @Column('text', { name: 'root_hash' })
  rootHash!: string;

  @Column('text')
  checkpoint!: string;

  @Column('text', { name: 'counts_sha256' })
  countsSha256!: string;

  @Column('jsonb')
  carried!: Carried[];

  @Column('timestamptz', { name: 'closed_at' })
  closedAt!: Date;
}

/** A number that is published with a day; it never changes. */
@Entity('published_count')
@Index('published_count_site', ['siteCode', 'day'])
@Index('published_count_occupation', ['occupationCode', 'day'])
export class PublishedCountEntity {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'published_count_pk' })
  day!: string;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'published_count_pk' })
  position!: number;

  @Column('text')
  kind!: FactKind;

  @Column('text', { name: 'site_code' })
  siteCode!: string;

  @Column('text', { name: 'occupation_code' })
  occupationCode!: string;

  @Column('text', { name: 'occupation_edition' })
  occupationEdition!: string;

  @Column('text', { name: 'level_digit' })
  levelDigit!: string;

  @Column('int')
  count!: number;
}

/** 评聘, as far as it is counted. */
@Entity('appointment')
export class AppointmentEntity {
  @PrimaryColumn('uuid', { name: 'appointment_id', primaryKeyConstraintName: 'appointment_pk' })
  appointmentId!: string;

  @Column('text')
  level!: string;

  @Column('date', { name: 'term_from' })
  termFrom!: string;

  @Column('date', { name: 'term_until' })
  termUntil!: string;

  @Column('boolean')
  ended!: boolean;
}
