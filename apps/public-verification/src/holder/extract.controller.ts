import {
  Access,
  CurrentPrincipal,
  Idempotent,
  oneself,
  PageQuery,
  Public,
  ShowsPersons,
  type Principal,
} from '@app/platform';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ExtractPage,
  extractPage,
  ExtractWishDto,
  OwnExtractView,
  ownExtractView,
  ShownExtractView,
  shownExtractView,
} from './extract.dto.js';
import { ExtractService } from './extract.service.js';

/** 证书摘录: what a holder shows of the own certificates, to whom they give the link, for as long as they choose. */
@Controller()
export class ExtractController {
  constructor(@Inject(ExtractService) private readonly extracts: ExtractService) {}

  @Get('my/extracts')
  @Access(oneself('candidate'))
  async list(@CurrentPrincipal() principal: Principal, @Query() query: PageQuery): Promise<ExtractPage> {
    return extractPage(await this.extracts.list(principal, query));
  }

  @Post('my/extracts')
  @Idempotent()
  @Access(oneself('candidate'))
  async make(@CurrentPrincipal() principal: Principal, @Body() wish: ExtractWishDto): Promise<OwnExtractView> {
    return ownExtractView(await this.extracts.make(principal, wish));
  }

  /** 作废: whoever has the link sees nothing any more. */
  @Post('my/extracts/:id/revoke')
  @HttpCode(200)
  @Access(oneself('candidate'))
  async revoke(
    @CurrentPrincipal() principal: Principal,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OwnExtractView> {
    return ownExtractView(await this.extracts.revoke(principal, id));
  }

  /** Expired, revoked and unknown ones have the same shape, and say which. */
  @Get('extracts/:token')
  @ShowsPersons<ShownExtractView>(({ extractId }) => (extractId ? [`holder-extract/${extractId}`] : []))
  @Header('cache-control', 'no-store')
  @Public()
  async show(@Param('token') token: string): Promise<ShownExtractView> {
    return shownExtractView(await this.extracts.show(token));
  }
}
