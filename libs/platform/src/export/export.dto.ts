import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsString, MaxLength, MinLength } from 'class-validator';
import { EXPORT_FORMATS, EXPORT_STATES, type ExportFormat, type ExportRequest, type ExportState } from './export.js';

const NAME_LENGTH_MAX = 60;
const PURPOSE_LENGTH_MIN = 4;
const TEXT_LENGTH_MAX = 200;
const REASON_LENGTH_MIN = 2;

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class AskExportDto {
  /** What to export; docs/operations/exports.md lists the kinds of each service. */
  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  kind!: string;

  /** Which rows, as the kind wants it: `{"planId": "…"}`. */
  @IsObject()
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  filter!: Record<string, string>;

  @IsIn(EXPORT_FORMATS)
  format!: ExportFormat;

  /** Whole document numbers, always with approval. */
  @IsBoolean()
  fullDocuments: boolean = false;

  /** What the file is for; stands on every page of it. */
  @Transform(trimmed)
  @IsString()
  @MinLength(PURPOSE_LENGTH_MIN)
  @MaxLength(TEXT_LENGTH_MAX)
  purpose!: string;
}

export class RefuseExportDto {
  @Transform(trimmed)
  @IsString()
  @MinLength(REASON_LENGTH_MIN)
  @MaxLength(TEXT_LENGTH_MAX)
  reason!: string;
}

/** A request without what is in the file. */
export class ExportView {
  id!: string;
  kind!: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  filter!: Record<string, string>;
  @ApiProperty({ enum: EXPORT_FORMATS })
  format!: ExportFormat;
  fullDocuments!: boolean;
  purpose!: string;
  @ApiProperty({ enum: EXPORT_STATES })
  state!: ExportState;
  /** Rows when it was asked for. */
  rows!: number;
  downloads!: number;
  downloadsMax!: number;
  organisationId!: string;
  jurisdiction!: string;
  /** `sub` of who asked. */
  askedBy!: string;
  askedAt!: string;
  /** Until then a decision is taken, or the file fetched. */
  expiresAt!: string;
  decidedBy?: string;
  decidedAt?: string;
  refusalReason?: string;
}

export class ExportPage {
  items!: ExportView[];
  next?: string;
}

export function exportView(request: ExportRequest): ExportView {
  const { id, kind, filter, format, fullDocuments, purpose, state, rows, downloads, downloadsMax } = request;
  const { organisationId, jurisdiction, askedBy } = request;
  return {
    id,
    kind,
    filter,
    format,
    fullDocuments,
    purpose,
    state,
    rows,
    downloads,
    downloadsMax,
    organisationId,
    jurisdiction,
    askedBy,
    askedAt: request.askedAt.toISOString(),
    expiresAt: request.expiresAt.toISOString(),
    decidedBy: request.decidedBy ?? undefined,
    decidedAt: request.decidedAt?.toISOString(),
    refusalReason: request.refusalReason ?? undefined,
  };
}
