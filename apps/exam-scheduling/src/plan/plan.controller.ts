import { Access, CurrentPrincipal, Idempotent, own, PageQuery, type Principal, supervised } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { PlanContentDto, PlanPage, PlanReviewDto, planView, PlanView } from './plan.dto.js';
import { PlanService } from './plan.service.js';

@Controller('plans')
export class PlanController {
  constructor(@Inject(PlanService) private readonly plans: PlanService) {}

  /** 考前计划: starts a draft. */
  @Post()
  @Idempotent()
  @Access(own('agency-clerk'))
  async draft(@CurrentPrincipal() principal: Principal, @Body() body: PlanContentDto): Promise<PlanView> {
    return planView(await this.plans.draft(principal, body));
  }

  @Get()
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin', 'examiner'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<PlanPage> {
    const page = await this.plans.list(principal, query);
    return { ...page, items: page.items.map(planView) };
  }

  @Get(':id')
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin', 'examiner'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PlanView> {
    return planView(await this.plans.get(principal, id));
  }

  @Post(':id/submit')
  @HttpCode(200)
  @Access(own('agency-clerk'))
  async submit(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PlanView> {
    return planView(await this.plans.submit(principal, id));
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @Access(own('agency-clerk'))
  async cancel(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<PlanView> {
    return planView(await this.plans.cancel(principal, id));
  }

  @Post(':id/review')
  @HttpCode(200)
  @Access(supervised('city-officer', 'province-officer'))
  async review(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PlanReviewDto,
  ): Promise<PlanView> {
    return planView(await this.plans.review(principal, id, body));
  }
}
