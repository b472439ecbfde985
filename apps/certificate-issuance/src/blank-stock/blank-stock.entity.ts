import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Blank, BlankState, SpoilReason } from './blank.js';
import type { Destruction, DestructionState } from './destruction.js';
import type { SupplyRequest, SupplyState } from './supply-request.js';

@Entity('blank_request')
export class SupplyRequestEntity implements SupplyRequest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'blank_request_pk' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text', { name: 'agency_name' })
  agencyName!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('int')
  quantity!: number;

  @Column('text')
  state!: SupplyState;

  @Column('text', { name: 'asked_by' })
  askedBy!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'refusal_reason', nullable: true })
  refusalReason!: string | null;

  @Column('text', { name: 'first_serial', nullable: true })
  firstSerial!: string | null;

  @Column('text', { name: 'last_serial', nullable: true })
  lastSerial!: string | null;

  @Column('text', { name: 'received_by', nullable: true })
  receivedBy!: string | null;

  @Column('timestamptz', { name: 'received_at', nullable: true })
  receivedAt!: Date | null;
}

@Entity('blank_destruction')
export class DestructionEntity implements Destruction {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'blank_destruction_pk' })
  id!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('int')
  quantity!: number;

  @Column('text')
  state!: DestructionState;

  @Column('text', { name: 'proposed_by' })
  proposedBy!: string;

  @Column('timestamptz', { name: 'proposed_at' })
  proposedAt!: Date;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column('text', { name: 'refusal_reason', nullable: true })
  refusalReason!: string | null;
}

@Entity('blank')
export class BlankEntity implements Blank {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'blank_pk' })
  id!: string;

  @Column('text')
  serial!: string;

  @Column('uuid', { name: 'request_id' })
  requestId!: string;

  @Column('text', { name: 'organisation_id' })
  organisationId!: string;

  @Column('text')
  jurisdiction!: string;

  @Column('text')
  state!: BlankState;

  @Column('uuid', { name: 'certificate_id', nullable: true })
  certificateId!: string | null;

  @Column('text', { name: 'used_by', nullable: true })
  usedBy!: string | null;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;

  @Column('text', { name: 'spoil_reason', nullable: true })
  spoilReason!: SpoilReason | null;

  @Column('text', { name: 'spoil_note' })
  spoilNote!: string;

  @Column('text', { name: 'spoiled_by', nullable: true })
  spoiledBy!: string | null;

  @Column('timestamptz', { name: 'spoiled_at', nullable: true })
  spoiledAt!: Date | null;

  @Column('uuid', { name: 'destruction_id', nullable: true })
  destructionId!: string | null;
}
