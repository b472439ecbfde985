import { Access, all, CurrentPrincipal, Exports, Idempotent, type Principal, receiveFile } from '@app/platform';
import { Controller, Get, Inject, Param, ParseUUIDPipe, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { itemImportView, ItemImportView } from './item.dto.js';
import { ItemService } from './item.service.js';

const MEDIA_TYPES = {
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

@Controller()
export class ItemController {
  constructor(@Inject(ItemService) private readonly items: ItemService) {}

  /** 导入试题 (`.xls` or `.xlsx`, field `file`): good rows go in, the others come back with their rules. */
  @Post('element-tables/:id/items')
  @Idempotent()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @Access(all('item-author'))
  async import(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<ItemImportView> {
    const { bytes } = await receiveFile(request);
    return itemImportView(await this.items.import(principal, id, bytes));
  }

  /** The workbook as it came, with a last column that tells what was wrong or repaired in each row. */
  @Get('item-imports/:id/marked')
  @Exports()
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiProduces(...Object.values(MEDIA_TYPES))
  @Access(all('item-author'))
  async marked(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { bytes, extension } = await this.items.marked(principal, id);
    return new StreamableFile(bytes, {
      type: MEDIA_TYPES[extension],
      disposition: `attachment; filename="items-marked-${id}.${extension}"`,
    });
  }
}
