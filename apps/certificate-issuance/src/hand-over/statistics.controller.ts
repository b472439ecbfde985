import { Access, CurrentPrincipal, Exports, own, type Principal, supervised } from '@app/platform';
import { Controller, Get, Header, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import {
  IssueListView,
  issueListView,
  PeriodQueryDto,
  StatisticsQueryDto,
  StatisticsView,
  statisticsView,
} from './statistics.dto.js';
import { StatisticsService } from './statistics.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@Controller()
export class StatisticsController {
  constructor(@Inject(StatisticsService) private readonly figures: StatisticsService) {}

  /** 表5 上报汇总: body × occupation × level × quantity, with the lines to sign. */
  @Get('issue-lists')
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async issueList(@CurrentPrincipal() principal: Principal, @Query() query: PeriodQueryDto): Promise<IssueListView> {
    return issueListView(await this.figures.issueList(principal, query));
  }

  /** The same as a workbook; it names nobody. */
  @Get('issue-lists/workbook')
  @Exports()
  @Header('cache-control', 'private, no-store')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async issueListWorkbook(
    @CurrentPrincipal() principal: Principal,
    @Query() query: PeriodQueryDto,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.figures.issueListWorkbook(principal, query);
    return new StreamableFile(bytes, { type: XLSX, disposition: `attachment; filename="${name}"` });
  }

  /** Certificates issued, by body × occupation × level and, where asked for, month. */
  @Get('certificate-statistics')
  @Access(supervised('city-officer', 'province-officer', 'auditor'))
  async statistics(
    @CurrentPrincipal() principal: Principal,
    @Query() query: StatisticsQueryDto,
  ): Promise<StatisticsView> {
    return statisticsView(await this.figures.statistics(principal, query, query.months));
  }
}
