import { FACT_KINDS, type FactKind } from '@app/credential';
import { PageQuery } from '@app/platform';
import { findOccupation, isRealDay, levelByDigit, type LevelDigit } from '@app/standards';
import { IsIn, IsOptional, Matches, registerDecorator } from 'class-validator';
import type { StatisticsDayEntity } from './statistics.entity.js';
import type { ListedCount } from './statistics.repository.js';
import type { Wanted } from './statistics.service.js';
import type { LevelCount, Statistics } from './statistics.js';

function IsRealDay(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isDateString',
      target: target.constructor,
      propertyName: String(propertyName),
      validator: {
        validate: (value) => typeof value === 'string' && isRealDay(value),
        defaultMessage: () => '$property must be a real day, YYYY-MM-DD',
      },
    });
}

export class LevelCountView implements LevelCount {
  level!: LevelCount['level'];
  display!: string;
  /** A number, or `<5`; moves in steps of five until its day is closed. */
  count!: number | '<5';
}

/** Certificates issued so far; a correction is no new certificate. */
export class StatisticsView implements Statistics {
  /** A number; `<5`; or `≥95` when a level is not shown. */
  total!: number | string;
  /** Lowest level first. */
  levels!: LevelCountView[];
}

export class DailyQuery extends PageQuery {
  /** YYYY-MM-DD; from the first day when it is left out. */
  @IsOptional()
  @IsRealDay()
  from?: string;

  /** YYYY-MM-DD, inclusive; up to today when it is left out. */
  @IsOptional()
  @IsRealDay()
  to?: string;

  /** 13 characters: only numbers of this site alone. */
  @IsOptional()
  @Matches(/^[A-Z]\d{12}$/)
  siteCode?: string;

  /** 职业编码 `d-dd-dd-dd`: only numbers of this occupation alone. */
  @IsOptional()
  @Matches(/^\d-\d{2}-\d{2}-\d{2}$/)
  occupation?: string;

  @IsOptional()
  @IsIn(['5', '4', '3', '2', '1'])
  level?: LevelDigit;

  @IsOptional()
  @IsIn(FACT_KINDS)
  kind?: FactKind;
}

/** One published number: at least 5, and no fact is in two of them. */
export class DailyCountView {
  /** The closed day with which it was published, YYYY-MM-DD. */
  day!: string;
  kind!: FactKind;
  /** Absent for what was left of all bodies, of earlier days too. */
  siteCode?: string;
  agencyName?: string;
  /** Absent for what was left of all occupations. */
  occupationCode?: string;
  occupationEdition?: string;
  occupationName?: string;
  /** `5` lowest … `1` highest. */
  levelDigit!: string;
  level!: string;
  count!: number;
}

export class DailyCountPage {
  items!: DailyCountView[];
  next?: string;
}

/** A closed day: its numbers are bound to the checkpoint, and anyone can count them anew from the log. */
export class StatisticsDayView {
  /** YYYY-MM-DD, China. */
  day!: string;
  /** Leaves of the checkpoint; every fact of the day is below. */
  logSize!: number;
  /** Base64, as in the checkpoint. */
  rootHash!: string;
  /** The signed note, with the cosignatures that it had. */
  checkpoint!: string;
  /** SHA-256 of the published numbers of the day as text, base64url. */
  countsSha256!: string;
  /** RFC 3339. */
  closedAt!: string;
}

export class StatisticsDayPage {
  items!: StatisticsDayView[];
  next?: string;
}

export const wantedOf = (query: DailyQuery): Wanted => ({
  from: query.from ?? null,
  to: query.to ?? null,
  siteCode: query.siteCode ?? null,
  occupationCode: query.occupation ?? null,
  levelDigit: query.level ?? null,
  kind: query.kind ?? null,
});

function occupationName(code: string): string | undefined {
  const found = findOccupation({ code });
  return found.ok ? found.value.occupation.name : undefined;
}

export function dailyCountView(listed: ListedCount): DailyCountView {
  const { day, kind, site, agencyName, code, edition, level, count } = listed;
  const name = code && occupationName(code);
  return {
    day,
    kind,
    ...(site ? { siteCode: site } : {}),
    ...(agencyName ? { agencyName } : {}),
    ...(code ? { occupationCode: code, occupationEdition: edition } : {}),
    ...(name ? { occupationName: name } : {}),
    levelDigit: level,
    level: levelByDigit(level)?.display ?? level,
    count,
  };
}

export const statisticsDayView = (closed: StatisticsDayEntity): StatisticsDayView => ({
  day: closed.day,
  logSize: Number(closed.logSize),
  rootHash: closed.rootHash,
  checkpoint: closed.checkpoint,
  countsSha256: closed.countsSha256,
  closedAt: closed.closedAt.toISOString(),
});
