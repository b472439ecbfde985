import { Access, CurrentPrincipal, Idempotent, own, PageQuery, type Principal, supervised } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  AskBlanksDto,
  GrantBlanksDto,
  RefuseBlanksDto,
  SupplyRequestPage,
  supplyRequestView,
  SupplyRequestView,
} from './blank-stock.dto.js';
import { SupplyRequestService } from './supply-request.service.js';

/** 证书申领 */
@Controller('blank-requests')
export class SupplyRequestController {
  constructor(@Inject(SupplyRequestService) private readonly requests: SupplyRequestService) {}

  @Post()
  @Idempotent()
  @Access(own('agency-clerk', 'agency-admin'))
  async ask(@CurrentPrincipal() principal: Principal, @Body() { quantity }: AskBlanksDto): Promise<SupplyRequestView> {
    return supplyRequestView(await this.requests.ask(principal, quantity));
  }

  @Get()
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<SupplyRequestPage> {
    const page = await this.requests.list(principal, query);
    return { ...page, items: page.items.map(supplyRequestView) };
  }

  /** Hands over a range of serials, as many as were asked for or fewer. */
  @Post(':id/grant')
  @HttpCode(200)
  @Idempotent()
  @Access(supervised('province-officer'))
  async grant(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { firstSerial, lastSerial }: GrantBlanksDto,
  ): Promise<SupplyRequestView> {
    return supplyRequestView(await this.requests.grant(principal, id, { first: firstSerial, last: lastSerial }));
  }

  @Post(':id/refuse')
  @HttpCode(200)
  @Access(supervised('province-officer'))
  async refuse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RefuseBlanksDto,
  ): Promise<SupplyRequestView> {
    return supplyRequestView(await this.requests.refuse(principal, id, reason));
  }

  /** 签领: the blanks are on hand. */
  @Post(':id/receive')
  @HttpCode(200)
  @Idempotent()
  @Access(own('agency-clerk', 'agency-admin'))
  async receive(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SupplyRequestView> {
    return supplyRequestView(await this.requests.receive(principal, id));
  }
}
