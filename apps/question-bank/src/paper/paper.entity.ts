import type { LevelDigit } from '@app/standards';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Composition } from './draw.js';
import type { PaperOrder, PaperState } from './paper.js';

@Entity('paper_order')
@Unique('paper_order_paper_unique', ['paperId'])
export class PaperOrderEntity implements PaperOrder {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'paper_order_pk' })
  id!: string;

  @Column('text')
  state!: PaperState;

  @Column('text', { name: 'occupation_code' })
  occupationCode!: string;

  @Column('text', { name: 'occupation_edition' })
  occupationEdition!: string;

  @Column('text', { name: 'occupation_name' })
  occupationName!: string;

  @Column('text')
  specialty!: string;

  @Column('text', { name: 'level_digit' })
  levelDigit!: LevelDigit;

  @Column('date', { name: 'exam_on' })
  examOn!: string;

  @Column('int')
  revision!: number;

  @Column('uuid', { name: 'paper_id', nullable: true })
  paperId!: string | null;

  @Column('uuid', { name: 'element_table_id', nullable: true })
  elementTableId!: string | null;

  @Column('int', { name: 'item_count' })
  itemCount!: number;

  @Column('jsonb', { nullable: true })
  composition!: Composition | null;

  @Column('text', { name: 'content_sealed', nullable: true })
  contentSealed!: string | null;

  @Column('text', { name: 'content_sha256', nullable: true })
  contentSha256!: string | null;

  @Column('text', { name: 'assembled_by', nullable: true })
  assembledBy!: string | null;

  @Column('timestamptz', { name: 'assembled_at', nullable: true })
  assembledAt!: Date | null;

  @Column('text', { name: 'sealed_by', nullable: true })
  sealedBy!: string | null;

  @Column('timestamptz', { name: 'sealed_at', nullable: true })
  sealedAt!: Date | null;

  @Column('text', { name: 'release_asked_by', nullable: true })
  releaseAskedBy!: string | null;

  @Column('timestamptz', { name: 'release_asked_at', nullable: true })
  releaseAskedAt!: Date | null;

  @Column('text', { name: 'released_by', nullable: true })
  releasedBy!: string | null;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;
}
