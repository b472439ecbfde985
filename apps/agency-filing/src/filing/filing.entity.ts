import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { AgencyKind, Filing, FilingScopeLine, FilingSite, FilingState, FilingStep } from './filing.js';

@Entity('filing')
@Index('filing_organisation', ['organisationId'])
@Index('filing_jurisdiction', ['jurisdiction'])
export class FilingEntity implements Filing {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'filing_pk' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text', { name: 'credit_code' })
  creditCode!: string;

  @Column('text')
  kind!: AgencyKind;

  @Column('text')
  jurisdiction!: string;

  @Column('text')
  state!: FilingState;

  @Column('text', { name: 'public_phone', default: '' })
  publicPhone!: string;

  @Column('text', { name: 'public_address', default: '' })
  publicAddress!: string;

  @Column('jsonb')
  sites!: FilingSite[];

  @Column('jsonb')
  scope!: FilingScopeLine[];

  @Column('jsonb')
  history!: FilingStep[];

  @Column('date', { name: 'publicity_from', nullable: true })
  publicityFrom!: string | null;

  @Column('date', { name: 'publicity_until', nullable: true })
  publicityUntil!: string | null;

  @Column('date', { name: 'filed_on', nullable: true })
  filedOn!: string | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil!: string | null;
}

/** The code of a filed site: parts 1–4 of every certificate number it will issue. */
@Entity('site')
@Unique('site_filing_unique', ['filingId', 'siteId'])
export class SiteEntity {
  @PrimaryColumn('text', { name: 'site_code', primaryKeyConstraintName: 'site_pk' })
  siteCode!: string;

  @Column('uuid', { name: 'filing_id' })
  filingId!: string;

  @Column('text', { name: 'site_id' })
  siteId!: string;
}
