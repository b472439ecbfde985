import { Access, all, CurrentPrincipal, Idempotent, PageQuery, type Principal, receiveFile } from '@app/platform';
import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ElementTablePage, elementTableHeadView, elementTableView, ElementTableView } from './element-table.dto.js';
import { ElementTableService } from './element-table.service.js';

@Controller('element-tables')
export class ElementTableController {
  constructor(@Inject(ElementTableService) private readonly tables: ElementTableService) {}

  /** 导入理论知识鉴定要素细目表 (`.xls` or `.xlsx`, field `file`): starts a draft. */
  @Post()
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Access(all('item-author'))
  async import(@CurrentPrincipal() principal: Principal, @Req() request: FastifyRequest): Promise<ElementTableView> {
    const { bytes } = await receiveFile(request);
    return elementTableView(await this.tables.import(principal, bytes));
  }

  @Get()
  @Access(all('item-author', 'item-reviewer', 'province-officer', 'auditor'))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ElementTablePage> {
    const page = await this.tables.list(principal, query);
    return { ...page, items: page.items.map((table) => elementTableHeadView(table)) };
  }

  @Get(':id')
  @Access(all('item-author', 'item-reviewer', 'province-officer', 'auditor'))
  async get(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ElementTableView> {
    return elementTableView(await this.tables.get(principal, id));
  }

  /** 审定: a second person's; the table approved before for the same subject retires. */
  @Post(':id/approve')
  @HttpCode(200)
  @Access(all('item-reviewer'))
  async approve(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ElementTableView> {
    return elementTableView(await this.tables.approve(principal, id));
  }
}
