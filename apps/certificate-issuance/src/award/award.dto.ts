import type { EvidenceKind } from '@app/standards';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { OBJECTION_GROUNDS, type ObjectionGround } from './award-row.js';
import { AWARD_ROWS_MAX } from './award.service.js';
import { AWARD_BASES } from './award.js';

const TEXT_MAX = 200;
const REASON_MAX = 1000;
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;
type Basis = (typeof AWARD_BASES)[number];

/** A paper that the body keeps; the registry knows it by its digest. */
export class EvidenceDto {
  /** Kind of paper; which ones are needed follows from the basis. */
  kind!: EvidenceKind;
  /** 文号 or certificate number. */
  number!: string;
  /** Who gave it. */
  issuer!: string;
  /** `YYYY-MM-DD`. */
  issuedOn!: string;
  /** SHA-256 of the file, hex. */
  sha256!: string;
}

/** For 竞赛晋升. */
export class ContestDto {
  /** `provincial-1` 省级一类, `provincial-2` 省级二类, `industry-single` 行业单项, `city-1`, `city-2`. */
  contestClass!: string;
  /** Absent for someone who passed without a place. */
  place?: number;
  heldOn!: string;
  /** The level of the standard at which the contest was set, `5` lowest … `1` highest. */
  standardDigit!: string;
}

/** For 职称贯通. */
export class TitleDto {
  /** `junior` 初级, `intermediate` 中级, `senior` 高级. */
  grade!: string;
  receivedOn!: string;
}

/** For 视同 (工学一体化). */
export class CourseDto {
  name!: string;
  /** 0–100. */
  points!: number;
}

/** One person. Read row by row: a wrong row is given back with its faults, and the others go on. */
export class AwardRowDto {
  name!: string;
  /** 证件类型: key or official name. */
  documentType!: string;
  documentNumber!: string;
  /** `YYYY-MM-DD`; only where the document is no 居民身份证. */
  birthDate?: string;
  contest?: ContestDto;
  title?: TitleDto;
  courses?: CourseDto[];
  evidence!: EvidenceDto[];
}

export class AwardRowsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(AWARD_ROWS_MAX)
  rows!: AwardRowDto[];
}

export class AwardContentDto extends AwardRowsDto {
  /** On what the certificates rest. */
  @IsIn(AWARD_BASES)
  basis!: Basis;

  /** The filing on whose scope it rests. */
  @IsUUID()
  filingId!: string;

  /** 13 characters. */
  @Matches(/^[A-Z]\d{12}$/)
  siteCode!: string;

  /** 职业编码 `d-dd-dd-dd`; for 专项职业能力 the code of the 考核规范. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_MAX)
  occupationCode!: string;

  /** 工种; empty when the occupation has none. */
  @IsString()
  @MaxLength(TEXT_MAX)
  specialty!: string;

  /** `5` lowest … `1` highest; empty for a basis without levels. */
  @IsIn(['', '5', '4', '3', '2', '1'])
  levelDigit!: string;
}

export class RefusalDto {
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_MAX)
  reason!: string;
}

export class ObjectionDto {
  @IsIn(OBJECTION_GROUNDS)
  ground!: ObjectionGround;

  /** File number of the objection; the paper itself is kept elsewhere. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_MAX)
  reference!: string;
}

export class ObjectionDecisionDto {
  @IsIn(['upheld', 'dismissed'])
  decision!: 'upheld' | 'dismissed';
}

export class SkillNormDto {
  /** The province's code of the 考核规范. */
  @Matches(/^[A-Za-z0-9-]{1,40}$/)
  code!: string;

  /** Name of the project. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_MAX)
  name!: string;

  @Matches(DAY_FORM)
  publishedOn!: string;

  /** Absent: until it is replaced. */
  @IsOptional()
  @Matches(DAY_FORM)
  validUntil?: string;

  /** 文号 of the publication. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_MAX)
  documentNumber!: string;
}
