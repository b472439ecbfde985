import { CurrentPrincipal, PageQuery, Roles, type Principal } from '@app/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { AssembleDto, PaperOrderPage, paperOrderView, PaperOrderView, SealDto } from './paper.dto.js';
import { PaperService } from './paper.service.js';

@Controller('paper-orders')
export class PaperController {
  constructor(@Inject(PaperService) private readonly papers: PaperService) {}

  @Get()
  @Roles('item-author', 'item-reviewer', 'province-officer', 'auditor')
  async list(@Query() query: PageQuery): Promise<PaperOrderPage> {
    const page = await this.papers.list(query);
    return { ...page, items: page.items.map((order) => paperOrderView(order)) };
  }

  @Get(':planId')
  @Roles('item-author', 'item-reviewer', 'province-officer', 'auditor')
  async get(@Param('planId', ParseUUIDPipe) planId: string): Promise<PaperOrderView> {
    return paperOrderView(await this.papers.get(planId));
  }

  /** 组卷; may be repeated until the paper is sealed. */
  @Post(':planId/assemble')
  @HttpCode(200)
  @Roles('item-author')
  async assemble(
    @CurrentPrincipal() principal: Principal,
    @Param('planId', ParseUUIDPipe) planId: string,
    @Body() body: AssembleDto,
  ): Promise<PaperOrderView> {
    return paperOrderView(await this.papers.assemble(principal, planId, body?.seed));
  }

  /** 封存, by another person than the assembler; nobody reads the paper through this API. */
  @Post(':planId/seal')
  @HttpCode(200)
  @Roles('item-reviewer')
  async seal(
    @CurrentPrincipal() principal: Principal,
    @Param('planId', ParseUUIDPipe) planId: string,
    @Body() body: SealDto,
  ): Promise<PaperOrderView> {
    return paperOrderView(await this.papers.seal(principal, planId, body?.paperId));
  }
}
