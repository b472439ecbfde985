import { PageQuery, Public } from '@app/platform';
import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import {
  DailyCountPage,
  dailyCountView,
  DailyQuery,
  StatisticsDayPage,
  StatisticsDayView,
  statisticsDayView,
  StatisticsView,
  wantedOf,
} from './statistics.dto.js';
import { StatisticsService } from './statistics.service.js';
import { TargetsView, targetsView } from './targets.dto.js';
import { TargetsService } from './targets.service.js';

@Controller('statistics')
export class StatisticsController {
  constructor(
    @Inject(StatisticsService) private readonly statistics: StatisticsService,
    @Inject(TargetsService) private readonly targets: TargetsService,
  ) {}

  /** Certificates by level; cells under 5 are not shown. */
  @Get()
  @Header('cache-control', 'public, max-age=5')
  @Public()
  async totals(): Promise<StatisticsView> {
    return this.statistics.totals();
  }

  /** Targets of the plans beside the figures that are kept here. */
  @Get('targets')
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async planTargets(): Promise<TargetsView> {
    return targetsView(await this.targets.targets());
  }

  /** Published numbers by day, body, occupation and level. */
  @Get('daily')
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async daily(@Query() query: DailyQuery): Promise<DailyCountPage> {
    const page = await this.statistics.daily(wantedOf(query), query.after, query.limit);
    return { ...page, items: page.items.map(dailyCountView) };
  }

  /** Closed days, newest first. */
  @Get('days')
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async days(@Query() query: PageQuery): Promise<StatisticsDayPage> {
    const page = await this.statistics.days(query.after, query.limit);
    return { ...page, items: page.items.map(statisticsDayView) };
  }

  /** The checkpoint that a day's numbers are bound to, and their digest. */
  @Get('days/:day')
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async day(@Param('day') day: string): Promise<StatisticsDayView> {
    return statisticsDayView(await this.statistics.day(day));
  }
}
