import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { LevelDigit } from '@app/standards';
import {
  AGENCY_KINDS,
  FILING_STATES,
  type AgencyKind,
  type Filing,
  type FilingState,
  type ReviewDecision,
} from './filing.js';

const SITES_MAX = 50;
const SCOPE_LINES_MAX = 500;
const NAME_LENGTH_MAX = 200;
const OPINION_LENGTH_MAX = 1000;
const PUBLIC_PHONE = /^([0-9+() -]{5,30})?$/;

export class FilingSiteDto {
  /** Chosen by the agency, unique within the filing: `main`, `s2`. */
  @Matches(/^[a-z0-9-]{1,32}$/)
  siteId!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH_MAX)
  name!: string;

  /** GB/T 2260 prefecture, for example `230100`, or a system key. */
  @IsString()
  @IsNotEmpty()
  regionCode!: string;

  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  address!: string;
}

export class FilingScopeLineDto {
  @IsString()
  @IsNotEmpty()
  siteId!: string;

  /** 职业编码 `d-dd-dd-dd`. */
  @Matches(/^\d-\d{2}-\d{2}-\d{2}$/)
  occupationCode!: string;

  /** 工种; empty when the occupation has none. */
  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  specialty!: string;

  /** `5` lowest … `1` highest. */
  @IsIn(['5', '4', '3', '2', '1'])
  levelDigit!: LevelDigit;
}

export class FilingContentDto {
  /** As registered; printed on every certificate. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_LENGTH_MAX)
  agencyName!: string;

  /** 统一社会信用代码. */
  @IsString()
  creditCode!: string;

  @IsIn(AGENCY_KINDS)
  kind!: AgencyKind;

  /** Who supervises: GB/T 2260 prefecture or a system key. */
  @IsString()
  jurisdiction!: string;

  /** 公开咨询电话: of an office, shown to anyone who asks about a certificate of this body. */
  @IsOptional()
  @Matches(PUBLIC_PHONE)
  publicPhone?: string;

  /** Where to ask in person; public as well. */
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  publicAddress?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SITES_MAX)
  @ValidateNested({ each: true })
  @Type(() => FilingSiteDto)
  sites!: FilingSiteDto[];

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPE_LINES_MAX)
  @ValidateNested({ each: true })
  @Type(() => FilingScopeLineDto)
  scope!: FilingScopeLineDto[];
}

export class ReviewDto {
  @IsIn(['pass', 'return', 'refuse'])
  decision!: ReviewDecision;

  @IsString()
  @MaxLength(OPINION_LENGTH_MAX)
  opinion!: string;
}

export class FilingStepView {
  at!: string;
  from!: FilingState;
  to!: FilingState;
  opinion!: string;
}

export class FilingSiteView extends FilingSiteDto {
  /** 13 characters, once filed. */
  siteCode?: string;
}

export class FilingScopeLineView extends FilingScopeLineDto {
  occupationName!: string;
  occupationEdition!: string;
}

export class FilingView {
  id!: string;
  organisationId!: string;
  agencyName!: string;
  creditCode!: string;
  kind!: AgencyKind;
  jurisdiction!: string;
  publicPhone?: string;
  publicAddress?: string;
  /** One of the filing states. */
  state!: (typeof FILING_STATES)[number];
  sites!: FilingSiteView[];
  scope!: FilingScopeLineView[];
  history!: FilingStepView[];
  publicityUntil?: string;
  filedOn?: string;
  validUntil?: string;
}

export class FilingPage {
  items!: FilingView[];
  next?: string;
}

export function filingView(filing: Filing, siteCodes: ReadonlyMap<string, string> = new Map()): FilingView {
  return {
    id: filing.id,
    organisationId: filing.organisationId,
    agencyName: filing.agencyName,
    creditCode: filing.creditCode,
    kind: filing.kind,
    jurisdiction: filing.jurisdiction,
    ...(filing.publicPhone ? { publicPhone: filing.publicPhone } : {}),
    ...(filing.publicAddress ? { publicAddress: filing.publicAddress } : {}),
    state: filing.state,
    sites: filing.sites.map((site) => {
      const siteCode = siteCodes.get(site.siteId);
      return siteCode ? { ...site, siteCode } : { ...site };
    }),
    scope: filing.scope,
    history: filing.history.map(({ at, from, to, opinion }) => ({ at, from, to, opinion })),
    ...(filing.publicityUntil ? { publicityUntil: filing.publicityUntil } : {}),
    ...(filing.filedOn ? { filedOn: filing.filedOn } : {}),
    ...(filing.validUntil ? { validUntil: filing.validUntil } : {}),
  };
}
