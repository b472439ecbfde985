import { PageQuery } from '@app/platform';
import { levelByDigit, regionByCode, type LevelDigit } from '@app/standards';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsRealDay } from '../plan/plan.dto.js';
import type { Announcement } from './announcement.repository.js';
import type { Wanted } from './announcement.service.js';

/** What certificates print where the occupation has no 工种 (domain.md §12 item 13). */
const NO_SPECIALTY = '--';

export class AnnouncementQuery extends PageQuery {
  /** First exam day, `YYYY-MM-DD`; today when it is left out. */
  @IsOptional()
  @IsRealDay()
  from?: string;

  /** 职业编码 `d-dd-dd-dd`. */
  @IsOptional()
  @Matches(/^\d-\d{2}-\d{2}-\d{2}$/)
  occupation?: string;

  @IsOptional()
  @IsIn(['5', '4', '3', '2', '1'])
  level?: LevelDigit;

  /** GB/T 2260 prefecture or a system key. */
  @IsOptional()
  @Matches(/^(\d{6}|system:[a-z-]{1,30})$/)
  region?: string;

  /** 13 characters. */
  @IsOptional()
  @Matches(/^[A-Z]\d{12}$/)
  siteCode?: string;
}

/** 认定公告: an approved plan as everyone may know it. */
export class AnnouncementView {
  planId!: string;
  agencyName!: string;
  siteCode!: string;
  regionCode!: string;
  regionName!: string;
  occupationCode!: string;
  /** Edition of the 大典. */
  occupationEdition!: string;
  occupationName!: string;
  /** 工种; `--` when the occupation has none. */
  specialty!: string;
  levelDigit!: string;
  /** As certificates print it: `三级/高级工`. */
  level!: string;
  /** YYYY-MM-DD, China. */
  examOn!: string;
}

export class AnnouncementPage {
  items!: AnnouncementView[];
  next?: string;
}

export const wantedOf = (query: AnnouncementQuery): Wanted => ({
  from: query.from ?? null,
  occupationCode: query.occupation ?? null,
  levelDigit: query.level ?? null,
  regionCode: query.region ?? null,
  siteCode: query.siteCode ?? null,
});

export const announcementView = (plan: Announcement): AnnouncementView => ({
  planId: plan.id,
  agencyName: plan.agencyName,
  siteCode: plan.siteCode,
  regionCode: plan.jurisdiction,
  regionName: regionByCode(plan.jurisdiction)?.name ?? plan.jurisdiction,
  occupationCode: plan.occupationCode,
  occupationEdition: plan.occupationEdition,
  occupationName: plan.occupationName,
  specialty: plan.specialty || NO_SPECIALTY,
  levelDigit: plan.levelDigit,
  level: levelByDigit(plan.levelDigit).display,
  examOn: plan.examOn,
});
