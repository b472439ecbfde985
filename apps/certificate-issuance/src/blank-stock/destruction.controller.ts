import { Access, CurrentPrincipal, Idempotent, own, PageQuery, type Principal, supervised } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  DestructionPage,
  destructionView,
  DestructionView,
  ProposeDestructionDto,
  RefuseBlanksDto,
} from './blank-stock.dto.js';
import { DestructionService } from './destruction.service.js';

/** 空白/作废证书销毁, by two persons of the body. */
@Controller('blank-destructions')
export class DestructionController {
  constructor(@Inject(DestructionService) private readonly destructions: DestructionService) {}

  @Post()
  @Idempotent()
  @Access(own('agency-clerk', 'agency-admin'))
  async propose(
    @CurrentPrincipal() principal: Principal,
    @Body() { serials }: ProposeDestructionDto,
  ): Promise<DestructionView> {
    return destructionView(await this.destructions.propose(principal, serials));
  }

  @Get()
  @Access(
    own('agency-clerk', 'agency-reviewer', 'agency-admin'),
    supervised('city-officer', 'province-officer', 'auditor'),
  )
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<DestructionPage> {
    const page = await this.destructions.list(principal, query);
    return { ...page, items: page.items.map(destructionView) };
  }

  /** By a second person, who saw it done. */
  @Post(':id/confirm')
  @HttpCode(200)
  @Access(own('agency-reviewer', 'agency-admin'))
  async confirm(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DestructionView> {
    return destructionView(await this.destructions.confirm(principal, id));
  }

  /** By a second person; the blanks are what they were before. */
  @Post(':id/refuse')
  @HttpCode(200)
  @Access(own('agency-reviewer', 'agency-admin'))
  async refuse(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RefuseBlanksDto,
  ): Promise<DestructionView> {
    return destructionView(await this.destructions.refuse(principal, id, reason));
  }
}
