import { PageQuery } from '@app/platform';
import { levelByDigit, normaliseText, regionByCode, type LevelDigit } from '@app/standards';
import { IsIn, IsOptional, IsString, Matches, Max, MaxLength } from 'class-validator';
import type { FiledSite } from './body.js';
import type { SiteFilter } from './body.repository.js';

/** A site may carry 500 scope lines, so a page of the directory is shorter than other pages. */
const SITES_PER_PAGE_MAX = 50;
const QUERY_LENGTH_MAX = 40;
/** What certificates print where the occupation has no 工种 (domain.md §12 item 13). */
const NO_SPECIALTY = '--';

export class DirectoryQuery extends PageQuery {
  @Max(SITES_PER_PAGE_MAX)
  declare limit: number;

  /** Part of the name of the body or its site. */
  @IsOptional()
  @IsString()
  @MaxLength(QUERY_LENGTH_MAX)
  query?: string;

  /** GB/T 2260 prefecture or a system key. */
  @IsOptional()
  @Matches(/^(\d{6}|system:[a-z-]{1,30})$/)
  region?: string;

  /** 职业编码 `d-dd-dd-dd`. */
  @IsOptional()
  @Matches(/^\d-\d{2}-\d{2}-\d{2}$/)
  occupation?: string;

  @IsOptional()
  @IsIn(['5', '4', '3', '2', '1'])
  level?: LevelDigit;
}

export const filterOf = ({ query, region, occupation, level }: DirectoryQuery): SiteFilter => ({
  query: normaliseText(query ?? '') || null,
  regionCode: region ?? null,
  occupationCode: occupation ?? null,
  levelDigit: level ?? null,
});

export class ScopeLineView {
  /** 职业编码 `d-dd-dd-dd`. */
  occupationCode!: string;
  /** Edition of the 大典: 1999, 2015 or 2022. */
  occupationEdition!: string;
  occupationName!: string;
  /** 工种; `--` when the occupation has none. */
  specialty!: string;
  /** For example `三级/高级工`. */
  level!: string;
}

export class BodyView {
  /** Whose keys sign the certificates of this site; absent while it is not known. */
  organisationId?: string;
  agencyName!: string;
  /** 13 characters: the first of every number this site issues. */
  siteCode!: string;
  siteName!: string;
  /** GB/T 2260 prefecture or a system key. */
  regionCode!: string;
  regionName!: string;
  /** 公开咨询电话. */
  publicPhone?: string;
  publicAddress?: string;
  scope!: ScopeLineView[];
  /** YYYY-MM-DD, China. */
  filedOn!: string;
  /** YYYY-MM-DD, inclusive. */
  validUntil!: string;
}

export class BodyPage {
  items!: BodyView[];
  next?: string;
}

export function bodyView(site: FiledSite): BodyView {
  return {
    ...(site.organisationId ? { organisationId: site.organisationId } : {}),
    agencyName: site.agencyName,
    siteCode: site.siteCode,
    siteName: site.siteName,
    regionCode: site.regionCode,
    regionName: regionByCode(site.regionCode)?.name ?? site.regionCode,
    ...(site.publicPhone ? { publicPhone: site.publicPhone } : {}),
    ...(site.publicAddress ? { publicAddress: site.publicAddress } : {}),
    scope: site.scope.map((line) => ({
      occupationCode: line.occupationCode,
      occupationEdition: line.occupationEdition,
      occupationName: line.occupationName,
      specialty: line.specialty || NO_SPECIALTY,
      level: levelByDigit(line.levelDigit).display,
    })),
    filedOn: site.filedOn,
    validUntil: site.validUntil,
  };
}
