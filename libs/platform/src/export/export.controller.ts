import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type Type,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { supervised, type AccessRule } from '../access/access-rule.js';
import { Access, CurrentPrincipal, type Principal } from '../access/principal.js';
import { Exports } from '../audit/audited-handlers.js';
import { Idempotent } from '../idempotency.js';
import { PageQuery } from '../paging.js';
import { AskExportDto, ExportPage, ExportView, exportView, RefuseExportDto } from './export.dto.js';
import { ExportService, type ExportFile } from './export.service.js';

/** Who asks, who decides and who looks on, in one service. */
export interface ExportAccess {
  asking: AccessRule;
  deciding: AccessRule;
}

const LOOKING_ON = supervised('city-officer', 'province-officer', 'auditor');

/** A class per service, because who may ask follows from its kinds and is declared beside the endpoints. */
export function exportController({ asking, deciding }: ExportAccess): Type {
  @Controller('exports')
  class ExportController {
    constructor(@Inject(ExportService) private readonly exports: ExportService) {}

    /** Counts the rows: few are ready at once, more wait for a second person, too many are refused. */
    @Post()
    @Idempotent()
    @Access(asking)
    async ask(@CurrentPrincipal() principal: Principal, @Body() wish: AskExportDto): Promise<ExportView> {
      return exportView(await this.exports.ask(principal, wish));
    }

    /** The requests of the own organisation, or of the own jurisdiction. */
    @Get()
    @Access(asking, LOOKING_ON)
    async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ExportPage> {
      const page = await this.exports.list(principal, query);
      return { ...page, items: page.items.map(exportView) };
    }

    @Get(':id')
    @Access(asking, LOOKING_ON)
    async get(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ExportView> {
      return exportView(await this.exports.get(principal, id));
    }

    /** By a second person of the asker's side. */
    @Post(':id/approve')
    @HttpCode(200)
    @Access(deciding)
    async approve(
      @CurrentPrincipal() principal: Principal,
      @Param('id', ParseUUIDPipe) id: string,
    ): Promise<ExportView> {
      return exportView(await this.exports.approve(principal, id));
    }

    /** By a second person of the asker's side, with the reason. */
    @Post(':id/refuse')
    @HttpCode(200)
    @Access(deciding)
    async refuse(
      @CurrentPrincipal() principal: Principal,
      @Param('id', ParseUUIDPipe) id: string,
      @Body() { reason }: RefuseExportDto,
    ): Promise<ExportView> {
      return exportView(await this.exports.refuse(principal, id, reason));
    }

    /** For the asker alone, a few times, until the request expires; made from the rows as they are now. */
    @Get(':id/file')
    @Exports<ExportFile>(({ persons }) => persons)
    @Header('cache-control', 'private, no-store')
    @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf')
    @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
    @Access(asking)
    async file(@CurrentPrincipal() principal: Principal, @Param('id', ParseUUIDPipe) id: string): Promise<ExportFile> {
      return this.exports.file(principal, id);
    }
  }
  return ExportController;
}
