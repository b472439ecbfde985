import { Access, CurrentPrincipal, Idempotent, own, PageQuery, type Principal, supervised } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  AssignBlankDto,
  balancePageView,
  BlankBalancePage,
  BlankPage,
  BlankQueryDto,
  blankView,
  BlankView,
  SpoilDto,
} from './blank-stock.dto.js';
import { BlankService } from './blank.service.js';

/** 空白证书: the stock of printed forms and what became of each. */
@Controller()
export class BlankController {
  constructor(@Inject(BlankService) private readonly blanks: BlankService) {}

  @Get('blanks')
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: BlankQueryDto): Promise<BlankPage> {
    const page = await this.blanks.list(principal, query);
    return { ...page, items: page.items.map(blankView) };
  }

  /** Notes on which blank the certificate was printed. */
  @Post('certificates/:id/blank')
  @HttpCode(200)
  @Idempotent()
  @Access(own('agency-clerk', 'agency-admin'))
  async assign(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { serial }: AssignBlankDto,
  ): Promise<BlankView> {
    return blankView(await this.blanks.assign(principal, id, serial));
  }

  /** 作废: a blank or a print that cannot be used; the certificate may then be printed on another. */
  @Post('blanks/:id/spoil')
  @HttpCode(200)
  @Idempotent()
  @Access(own('agency-clerk', 'agency-admin'))
  async spoil(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() why: SpoilDto,
  ): Promise<BlankView> {
    return blankView(await this.blanks.spoil(principal, id, why));
  }

  /** Per body: received = on hand + used + spoiled + destroyed, which the database keeps and checks itself. */
  @Get('blank-balances')
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async balances(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<BlankBalancePage> {
    return balancePageView(await this.blanks.balances(principal, query));
  }
}
