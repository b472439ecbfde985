import {
  Access,
  CurrentPrincipal,
  Idempotent,
  own,
  PageQuery,
  type Principal,
  ShowsPersons,
  supervised,
} from '@app/platform';
import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { RollDetailView, rollDetailView, RollPage, rollView, RollView } from './result-roll.dto.js';
import { ResultRollService } from './result-roll.service.js';
import { RollIssuingService } from './roll-issuing.service.js';

@Controller('rolls')
export class ResultRollController {
  constructor(
    @Inject(ResultRollService) private readonly rolls: ResultRollService,
    @Inject(RollIssuingService) private readonly issuing: RollIssuingService,
  ) {}

  @Get()
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<RollPage> {
    const page = await this.rolls.list(principal, query);
    return { ...page, items: page.items.map(rollView) };
  }

  /** 预审: per row, whether issuing would issue it now, or the rule that stands in the way. */
  @Get(':id')
  @ShowsPersons<RollDetailView>(({ rows }) => rows.map(({ candidateId }) => `candidate/${candidateId}`))
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<RollDetailView> {
    return rollDetailView(await this.rolls.get(principal, id));
  }

  /** 核发: issues every row that may be issued and refuses the others, in one commit. */
  @Post(':id/issue')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async issue(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<RollView> {
    return rollView(await this.issuing.issue(principal, id));
  }
}
