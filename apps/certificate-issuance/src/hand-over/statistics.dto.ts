import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { IsBoolean } from 'class-validator';
import { IsDay } from '../is-day.js';
import { levelWords, type IssuedLine, type IssueList } from './issue-list.js';
import type { Statistics } from './statistics.service.js';

const ID_LENGTH_MAX = 100;

const asBoolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** Days of issue, both included; this year up to today when absent. */
export class PeriodQueryDto {
  @IsOptional()
  @IsDay()
  from?: string;

  @IsOptional()
  @IsDay()
  until?: string;

  /** Only this body. */
  @IsOptional()
  @IsString()
  @MaxLength(ID_LENGTH_MAX)
  organisationId?: string;
}

export class StatisticsQueryDto extends PeriodQueryDto {
  /** A line per month of issue. */
  @Transform(asBoolean)
  @IsBoolean()
  months: boolean = false;
}

export class IssuedLineView {
  organisationId!: string;
  agencyName!: string;
  occupationCode!: string;
  /** Edition of the 职业分类大典: 1999, 2015 or 2022. */
  occupationEdition!: string;
  occupationName!: string;
  /** 工种; empty when the occupation has none. */
  specialty!: string;
  /** `5` lowest … `1` highest. */
  levelDigit!: string;
  /** `三级/高级工` */
  levelName!: string;
  /** `YYYY-MM`, where months were asked for. */
  month?: string;
  /** Certificates issued, in 人次. */
  quantity!: number;
}

export class StatisticsView {
  from!: string;
  until!: string;
  lines!: IssuedLineView[];
}

export class WordingView {
  zh!: string;
  en!: string;
}

/** 表5 上报汇总, ready to print. */
export class IssueListView extends StatisticsView {
  titles!: WordingView;
  /** Of all lines. */
  quantity!: number;
  /** Lines to sign, in this order. */
  signatures!: WordingView[];
}

const lineView = (line: IssuedLine): IssuedLineView => ({ ...line, levelName: levelWords(line.levelDigit) });

export const statisticsView = ({ lines, ...period }: Statistics): StatisticsView => ({
  ...period,
  lines: lines.map(lineView),
});

export const issueListView = ({ lines, ...list }: IssueList): IssueListView => ({
  ...list,
  lines: lines.map(lineView),
});
