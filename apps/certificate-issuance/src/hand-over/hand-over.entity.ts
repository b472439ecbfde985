import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HandOverPackage, PackageState } from './hand-over-package.js';

@Entity('hand_over_package')
export class HandOverPackageEntity implements HandOverPackage {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hand_over_package_pk' })
  id!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text')
  state!: PackageState;

  @Column('date', { name: 'issued_from' })
  issuedFrom!: string;

  @Column('date', { name: 'issued_until' })
  issuedUntil!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'map_version' })
  mapVersion!: string;

  @Column('int')
  quantity!: number;

  @Column('text', { name: 'drafted_by' })
  draftedBy!: string;

  @Column('timestamptz', { name: 'drafted_at' })
  draftedAt!: Date;

  @Column('text', { name: 'sent_by', nullable: true })
  sentBy!: string | null;

  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;

  @Column('text', { name: 'sent_sha256', nullable: true })
  sentSha256!: string | null;
}
