import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Extract, ExtractField } from './extract.js';

@Entity('holder_extract')
@Unique('holder_extract_token_unique', ['tokenSha256'])
@Index('holder_extract_subject', ['subject', 'id'])
@Index('holder_extract_document', ['documentIndex'])
export class ExtractEntity implements Extract {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'holder_extract_pk' })
  id!: string;

  @Column('text')
  subject!: string;

  @Column('text', { name: 'document_index' })
  documentIndex!: string;

  @Column('bytea', { name: 'token_sha256' })
  tokenSha256!: Buffer;

  @Column('text', { name: 'token_sealed' })
  tokenSealed!: string;

  @Column('uuid', { name: 'certificate_ids', array: true })
  certificateIds!: string[];

  @Column('text', { array: true })
  fields!: ExtractField[];

  @Column('text', { name: 'name_sealed', nullable: true })
  nameSealed!: string | null;

  @Column('text', { name: 'note_sealed' })
  noteSealed!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('int')
  views!: number;

  @Column('timestamptz', { name: 'last_viewed_at', nullable: true })
  lastViewedAt!: Date | null;
}
