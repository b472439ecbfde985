import { ApiProperty } from '@nestjs/swagger';
import { PAGE_SIZE_MAX } from '@app/platform';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { VOID_COUNT_MAX, VOID_REASONS, type VoidedNumber, type VoidReason } from './number-void.js';
import type { NumberImport, SeriesPage } from './number.service.js';

const TEXT_LENGTH_MAX = 200;
const CELL_LENGTH_MAX = 100;
const SITE_CODE = /^[A-Z]\d{12}$/;
const LEVELS = ['1', '2', '3', '4', '5'] as const;
const YEAR_MIN = 2019;
const YEAR_MAX = 2099;
const PAGE_SIZE_DEFAULT = 50;
/** A note is no place for an ID number. */
const NO_LONG_NUMBER = /^(?!.*\d{15})[^\p{Cc}]*$/u;

const trimmed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.trim() : value);

export class ImportNumbersDto {
  /** 证书编号, 22 characters each, at most 10,000. */
  @IsArray()
  @ArrayMinSize(1)
  @IsString({ each: true })
  @MaxLength(CELL_LENGTH_MAX, { each: true })
  numbers!: string[];
}

/** Either the next serials of a series of this year (`siteCode`, `level`, `count`), or one free imported `number`. */
export class VoidNumbersDto {
  @IsOptional()
  @IsString()
  @MaxLength(CELL_LENGTH_MAX)
  number?: string;

  @ValidateIf(({ number }: VoidNumbersDto) => number === undefined)
  @Matches(SITE_CODE)
  siteCode?: string;

  @ValidateIf(({ number }: VoidNumbersDto) => number === undefined)
  @IsIn(LEVELS)
  level?: string;

  @IsInt()
  @Min(1)
  @Max(VOID_COUNT_MAX)
  count: number = 1;

  /** Stands in the public log. */
  @ApiProperty({ enum: VOID_REASONS })
  @IsIn(VOID_REASONS)
  reason!: VoidReason;

  /** For the register only; names nobody. */
  @Transform(trimmed)
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  @Matches(NO_LONG_NUMBER)
  note: string = '';
}

export class SeriesQueryDto {
  /** Of issue; this year when absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(YEAR_MIN)
  @Max(YEAR_MAX)
  year?: number;

  @IsOptional()
  @Matches(SITE_CODE)
  siteCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  after?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_SIZE_MAX)
  limit: number = PAGE_SIZE_DEFAULT;
}

export class RefusedNumberView {
  /** Excel's number of the row, or the place in the list from 1. */
  row!: number;
  field!: string;
  rule!: string;
  zh!: string;
  en!: string;
}

export class NumberImportView {
  rows!: number;
  kept!: number;
  /** In the order of the rows; none repeats what stood there. */
  refused!: RefusedNumberView[];
}

export class VoidedNumbersView {
  numbers!: string[];
}

export class SerialRangeView {
  first!: number;
  last!: number;
}

export class SeriesView {
  siteCode!: string;
  /** Of the body; absent when no filing names the site. */
  organisationId?: string;
  agencyName?: string;
  year!: number;
  /** `5` lowest … `1` highest. */
  level!: string;
  @ApiProperty({ enum: ['drawn', 'imported'] })
  origin!: 'drawn' | 'imported';
  lastSerial!: number;
  /** Serials that a certificate bears, whatever its status. */
  issued!: number;
  voided!: number;
  /** Imported and free. */
  importedFree!: number;
  /** Serials given out that neither a certificate nor a void accounts for: must be empty. */
  gaps!: SerialRangeView[];
  /** Serials that a certificate bears although nobody gave them out, or although they were voided: must be empty. */
  strays!: SerialRangeView[];
}

export class SeriesPageView {
  items!: SeriesView[];
  next?: string;
}

export const numberImportView = ({ rows, kept, refused }: NumberImport): NumberImportView => ({ rows, kept, refused });

export const voidedNumbersView = (voids: readonly VoidedNumber[]): VoidedNumbersView => ({
  numbers: voids.map(({ number }) => number),
});

export function seriesPageView({ items, next }: SeriesPage): SeriesPageView {
  return {
    items: items.map(({ organisationId, agencyName, ...line }) => ({
      ...line,
      ...(organisationId === null ? {} : { organisationId }),
      ...(agencyName === null ? {} : { agencyName }),
    })),
    ...(next ? { next } : {}),
  };
}
