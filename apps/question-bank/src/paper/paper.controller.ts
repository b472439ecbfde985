import { Access, all, CurrentPrincipal, Exports, PageQuery, type Principal } from '@app/platform';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  AssembleDto,
  PaperOrderPage,
  paperOrderView,
  PaperOrderView,
  ReleasedPaperView,
  SealDto,
} from './paper.dto.js';
import { PaperService } from './paper.service.js';

@Controller('paper-orders')
export class PaperController {
  constructor(@Inject(PaperService) private readonly papers: PaperService) {}

  @Get()
  @Access(all('item-author', 'item-reviewer', 'province-officer', 'auditor'))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<PaperOrderPage> {
    const page = await this.papers.list(principal, query);
    return { ...page, items: page.items.map((order) => paperOrderView(order)) };
  }

  @Get(':planId')
  @Access(all('item-author', 'item-reviewer', 'province-officer', 'auditor'))
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('planId', ParseUUIDPipe) planId: string,
  ): Promise<PaperOrderView> {
    return paperOrderView(await this.papers.get(principal, planId));
  }

  /** 组卷; may be repeated until the paper is sealed. */
  @Post(':planId/assemble')
  @HttpCode(200)
  @Access(all('item-author'))
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
  @Access(all('item-reviewer'))
  async seal(
    @CurrentPrincipal() principal: Principal,
    @Param('planId', ParseUUIDPipe) planId: string,
    @Body() body: SealDto,
  ): Promise<PaperOrderView> {
    return paperOrderView(await this.papers.seal(principal, planId, body?.paperId));
  }

  /** 启封 from the exam day on, by two persons: the first call asks, the second person's call releases. */
  @Post(':planId/release')
  @HttpCode(200)
  @Access(all('item-reviewer'))
  async release(
    @CurrentPrincipal() principal: Principal,
    @Param('planId', ParseUUIDPipe) planId: string,
  ): Promise<PaperOrderView> {
    return paperOrderView(await this.papers.release(principal, planId));
  }

  /** The released paper, items and answers, marked with who opened it. */
  @Get(':planId/content')
  @Exports()
  @Header('cache-control', 'no-store')
  @Access(all('item-reviewer'))
  async content(
    @CurrentPrincipal() principal: Principal,
    @Param('planId', ParseUUIDPipe) planId: string,
  ): Promise<ReleasedPaperView> {
    const opened = await this.papers.content(principal, planId);
    return { ...opened, openedAt: opened.openedAt.toISOString() };
  }
}
