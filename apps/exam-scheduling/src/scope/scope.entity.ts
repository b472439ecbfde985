import type { LevelDigit } from '@app/standards';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FiledSite, ScopeLine } from './scope.js';

@Entity('filed_site')
@Index('filed_site_organisation', ['organisationId'])
export class FiledSiteEntity implements FiledSite {
  @PrimaryColumn('text', { name: 'site_code', primaryKeyConstraintName: 'filed_site_pk' })
  siteCode!: string;

  @Column('text', { name: 'filing_id' })
  filingId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_until' })
  validUntil!: string;
}

@Entity('scope_line')
export class ScopeLineEntity implements ScopeLine {
  @PrimaryColumn('text', { name: 'site_code', primaryKeyConstraintName: 'scope_line_pk' })
  siteCode!: string;

  @PrimaryColumn('text', { name: 'occupation_code', primaryKeyConstraintName: 'scope_line_pk' })
  occupationCode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'scope_line_pk' })
  specialty!: string;

  @PrimaryColumn('text', { name: 'level_digit', primaryKeyConstraintName: 'scope_line_pk' })
  levelDigit!: LevelDigit;

  @Column('text', { name: 'occupation_edition' })
  occupationEdition!: string;

  @Column('text', { name: 'occupation_name' })
  occupationName!: string;
}
