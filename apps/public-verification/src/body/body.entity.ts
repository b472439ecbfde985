import type { LevelDigit } from '@app/standards';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FiledSite, ScopeLine } from './body.js';

@Entity('filed_site')
@Index('filed_site_filing', ['filingId'])
@Index('filed_site_recorded', ['recordedAt'])
export class FiledSiteEntity implements Omit<FiledSite, 'scope'> {
  @PrimaryColumn('text', { name: 'site_code', primaryKeyConstraintName: 'filed_site_pk' })
  siteCode!: string;

  @Column('uuid', { name: 'filing_id' })
  filingId!: string;

  /** '' for a filing that arrived before this was kept. */
  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text', { name: 'site_name' })
  siteName!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date', { name: 'filed_on' })
  filedOn!: string;

  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  @Column('text', { name: 'public_phone' })
  publicPhone!: string;

  @Column('text', { name: 'public_address' })
  publicAddress!: string;

  /** When the filing service recorded the fact: how old this row's knowledge is. */
  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;
}

@Entity('filed_scope_line')
export class FiledScopeLineEntity implements ScopeLine {
  @PrimaryColumn('text', { name: 'site_code', primaryKeyConstraintName: 'filed_scope_line_pk' })
  siteCode!: string;

  @PrimaryColumn('text', { name: 'occupation_code', primaryKeyConstraintName: 'filed_scope_line_pk' })
  occupationCode!: string;

  @PrimaryColumn('text', { name: 'occupation_edition', primaryKeyConstraintName: 'filed_scope_line_pk' })
  occupationEdition!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'filed_scope_line_pk' })
  specialty!: string;

  @PrimaryColumn('text', { name: 'level_digit', primaryKeyConstraintName: 'filed_scope_line_pk' })
  levelDigit!: LevelDigit;

  @Column('text', { name: 'occupation_name' })
  occupationName!: string;

  /** The days on which the line was filed, here too, so that one look-up tells whether a certificate was within scope. */
  @PrimaryColumn('date', { name: 'filed_on', primaryKeyConstraintName: 'filed_scope_line_pk' })
  filedOn!: string;

  @Column('date', { name: 'valid_until' })
  validUntil!: string;

  /** A change of the filing took it out: kept for the certificates of its days, and no longer listed. */
  @Column('boolean', { name: 'is_past' })
  isPast!: boolean;
}
