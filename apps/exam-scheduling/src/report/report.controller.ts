import { Access, CurrentPrincipal, own, PageQuery, type Principal, Public } from '@app/platform';
import { Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PublicityService } from './publicity.service.js';
import {
  PublicityStartedView,
  PublicityView,
  publicityView,
  ReportedView,
  RunningPublicityPage,
  runningPublicityView,
} from './report.dto.js';
import { ReportService } from './report.service.js';

@Controller()
export class ReportController {
  constructor(
    @Inject(ReportService) private readonly reports: ReportService,
    @Inject(PublicityService) private readonly publicity: PublicityService,
  ) {}

  /** 公示. */
  @Post('plans/:id/publicity')
  @HttpCode(200)
  @Access(own('agency-clerk'))
  async publish(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<PublicityStartedView> {
    const { state, publicityFrom, publicityUntil } = await this.reports.publish(principal, id);
    return { planId: id, state, publicityFrom: publicityFrom ?? '', publicityUntil: publicityUntil ?? '' };
  }

  /** 上报, after publicity. */
  @Post('plans/:id/report')
  @HttpCode(200)
  @Access(own('agency-clerk', 'agency-admin'))
  async report(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReportedView> {
    const { state, roll } = await this.reports.report(principal, id);
    if (!roll) throw new Error('a reported plan without roll');
    return { planId: id, state, ...roll };
  }

  /** 公示: the lists that are public today, newest first. */
  @Get('publicity')
  @Header('cache-control', 'public, max-age=60')
  @Public()
  async running(@Query() query: PageQuery): Promise<RunningPublicityPage> {
    const page = await this.publicity.running(query);
    return { ...page, items: page.items.map(runningPublicityView) };
  }

  /** The public list of passed persons while publicity runs. */
  @Get('publicity/:planId')
  @Public()
  async list(@Param('planId', ParseUUIDPipe) planId: string, @Query() query: PageQuery): Promise<PublicityView> {
    return publicityView(await this.publicity.list(planId, query.after, query.limit));
  }
}
